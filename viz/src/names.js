// The names that find room, the most important first.
import { LANDMARK, mix } from "./look.js";

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';
const TRIES = 1500; // names in view that are looked at; the dots of later ones are small, and all around them is full
const HUBS = 12; // are named even where the name covers a dot

// Boxes on the screen, found again by where they lie.
function shelf() {
  const cells = new Map(), CELL = 80;
  function* at([left, top, right, bottom]) {
    for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x++) for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y++) yield x * 4096 + y;
  }
  const meets = (a, b) => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];
  return {
    size: 0,
    add(box) { this.size++; for (const cell of at(box)) (cells.get(cell) ?? cells.set(cell, []).get(cell)).push(box); },
    meets(box, own = null) { for (const cell of at(box)) for (const other of cells.get(cell) ?? []) if (other[4] !== own && meets(box, other)) return true; return false; },
    count(box, own = null) { const met = new Set(); for (const cell of at(box)) for (const other of cells.get(cell) ?? []) if (other[4] !== own && meets(box, other)) met.add(other); return met.size; },
  };
}

// `tagged` has its name beside it already; no name stands on a fence.
export function place(context, view, { light, visible }, theme, { width, height }) {
  const { sigma, rank, places, out, strong, spot, size, fences, tagged } = view;
  const near = light?.near;
  context.textBaseline = "middle";
  context.lineJoin = "round";
  const corners = [-40, width + 40].flatMap((x) => [-10, height + 10].map((y) => sigma.viewportToGraph({ x, y }))); // all four, since two fingers turn the picture
  const [xs, ys] = [corners.map((at) => at.x), corners.map((at) => at.y)], [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const seen = (x, y) => x >= left && x <= right && y >= low && y <= high;
  const standing = near ? [...near].filter(({ dot: { x, y } }) => seen(x, y)) : rank.filter((_, i) => seen(places[2 * i], places[2 * i + 1]));
  const zoom = 1 / sigma.getCamera().ratio, room = (width * height) / 9000 * (near ? 1.6 : 1);
  const placed = shelf(), dots = shelf();
  fences().forEach((fence) => placed.add(fence));
  const told = light || visible || rank.length < 400 ? new Set() : titles(context, view, theme, placed, { zoom, width, height });
  const most = placed.size + room / (told.size ? 3 : 1), hubs = width < 600 ? HUBS / 3 : HUBS;
  if (rank.length < 600 || zoom > 4) for (const node of standing) {
    if (node.kind === "Technology" || out(node)) continue;
    const at = spot(node), reach = size(node);
    dots.add([at.x - reach, at.y - reach, at.x + reach, at.y + reach, node]);
  }
  if (near) standing.sort((a, b) => strong(b) - strong(a) || a.rank - b.rank);
  let tries = 0;
  for (const node of standing) {
    if (placed.size > most || tries > TRIES) break;
    if (node === tagged || told.has(node.name) || (told.size && zoom < 1.4 && (node.kind === "Project" || node.rank > 60))) continue;
    if (!near && zoom < 1.8 && (node.kind === "Technology" || (node.kind === "Publication" && zoom < 1.3))) continue;
    if (out(node)) continue;
    tries++;
    write(context, { node, at: spot(node), size: size(node) * (strong(node) ? 1.25 : 1), placed, dots, theme, width, strong: strong(node), hub: node.rank < hubs });
  }
}

// Of a large graph the communities are named first, above the middle of each; as one comes nearer the names of dots take over.
// Returns the names that are told by these.
function titles(context, { sigma, isles }, theme, placed, { zoom, width, height }) {
  const told = new Set(), share = Math.min(1, 2.6 - zoom);
  if (share <= 0.1) return told;
  const largest = Math.max(...isles.map(({ size }) => size));
  for (const { name, x, y, size, half } of isles.slice(0, Math.min(24, (width * height) / 22000))) {
    const at = sigma.graphToViewport({ x, y: y + half }), tall = 12 + 4 * Math.sqrt(size / largest), first = name.split(" · ")[0];
    context.font = `650 ${tall.toFixed(1)}px ${FONT}`;
    const text = cut(first, 28), wide = context.measureText(text).width;
    const box = ([left, middle]) => [left - 4, middle - tall * 0.62, left + wide + 4, middle + tall * 0.62];
    const spot = [-0.8, 0.4, -2, 1.6].map((lines) => [at.x - wide / 2, at.y + lines * tall]).find(([left, middle]) => left > 2 && left + wide < width - 2 && middle > tall && middle < height - tall && !placed.meets(box([left, middle])));
    if (!spot) continue;
    placed.add(box(spot));
    told.add(first);
    ink(context, text, spot, mix(mix(theme.quiet, theme.ink, 0.55), theme.ground, share), theme);
  }
  return told;
}

// A text on the ground that it needs around it.
function ink(context, text, [x, y], colour, theme) {
  context.strokeStyle = theme.ground;
  context.lineWidth = 4;
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
}

// A name of at most so many letters; a letter of two halves is never cut in two.
function cut(name, most) {
  if (name.length <= most) return name;
  const letters = Array.from(name);
  return letters.length > most ? `${letters.slice(0, most - 2).join("").trimEnd()}…` : name;
}

// How a name is lettered, and how wide that is, which is measured once.
const lettered = [new Map(), new Map()];
function letters(context, node, strong) {
  const kept = lettered[Number(strong)].get(node);
  if (kept) return kept;
  const mark = LANDMARK.has(node.kind), tall = strong ? 14 : node.kind === "Person" ? 12.5 : mark ? 12 : 11;
  const font = `${strong || mark ? 600 : node.kind === "Person" ? 500 : 400} ${tall}px ${FONT}`;
  const text = cut(node.kind === "Venue" && node.facts.acronym ? String(node.facts.acronym) : node.name, strong ? 90 : 34);
  context.font = font;
  const found = { mark, tall, font, text, wide: context.measureText(text).width };
  lettered[Number(strong)].set(node, found);
  return found;
}

function write(context, { node, at, size, placed, dots, theme, width, strong, hub }) {
  const { mark, tall, font, text, wide } = letters(context, node, strong);
  const box = ([x, y]) => [x - 3, y - tall * 0.62, x + wide + 3, y + tall * 0.62];
  const sides = [[at.x + size + 5, at.y], [at.x - size - 5 - wide, at.y], [at.x - wide / 2, at.y + size + tall * 0.75], [at.x - wide / 2, at.y - size - tall * 0.75]];
  let chosen = null, open = null, least = Infinity;
  for (const side of sides) {
    const lies = box(side);
    if (lies[0] <= 2 || lies[2] >= width - 2 || placed.meets(lies)) continue;
    const covers = hub ? dots.count(lies, node) : dots.meets(lies, node) ? 1 : 0;
    if (covers < least) [open, least] = [side, covers];
    if (covers) continue;
    chosen = side;
    break;
  }
  chosen ??= dots.size && !strong && !hub ? null : open ?? (strong ? sides[0] : null);
  if (!chosen) return;
  placed.add(box(chosen));
  context.font = font;
  ink(context, text, chosen, mark ? theme.text(node.kind) : node.kind === "Person" || strong ? theme.ink : theme.quiet, theme);
}
