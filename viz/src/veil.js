// What is looked at stands out: a veil fades all else, and what is near is drawn above it.
// So that pointing at a dot costs what is around it, not what is in the graph: the picture below stays as it is.
import { SHAPES } from "./graph.js";
import { alike, bend, mix, pairOf, QUIET } from "./look.js";

// Around a node, or along a way: its nodes, its lines, and its quiet lines, each with the end that gives its colour.
export function lit({ hovered, chosen, way }) {
  const centre = hovered ?? chosen;
  if (!centre && !way) return null;
  const near = new Set(centre ? [centre] : way), lines = [], quiet = [];
  if (!centre) {
    for (const node of way) for (const line of leaving(node)) {
      if (!way.has(line.target)) continue;
      if (line.drawn) lines.push(line);
      else if (QUIET.has(line.type)) quiet.push([line, line.target]);
    }
    return { centre: null, near, lines, spokes: apart(quiet, lines) };
  }
  for (const [list, end] of [[leaving(centre), "target"], [reaching(centre), "source"]]) {
    for (const line of list) {
      const other = line[end];
      if (!other.at || other === centre) continue;
      near.add(other);
      if (line.drawn) lines.push(line);
      else if (QUIET.has(line.type)) quiet.push([line, other]);
    }
  }
  return { centre, near, lines, spokes: apart(quiet, lines) };
}

// Quiet lines of one pair bend apart, outside of those that are drawn anyway.
function apart(quiet, lines) {
  const seen = new Map(), pairs = new Map();
  for (const line of lines) seen.set(pairOf(line), (seen.get(pairOf(line)) ?? 0) + 1);
  for (const [line, other] of quiet) {
    const list = pairs.get(pairOf(line)) ?? pairs.set(pairOf(line), []).get(pairOf(line));
    if (!list.some(([one]) => alike(one, line))) list.push([line, other]);
  }
  const place = (pair, list, i) => seen.has(pair) ? (seen.get(pair) + 1) / 2 + i : i - (list.length - 1) / 2;
  return [...pairs].flatMap(([pair, list]) => list.map(([{ type, source, target }, other], i) => ({ type, source, target, other, bend: bend({ source, target }, place(pair, list, i)) })));
}

const leaving = (node) => Object.values(node.out).flat();
const reaching = (node) => Object.values(node.in).flat();
export const FADED = 0.2; // what is left of a colour under the veil

// The colour of a line that stands out: that of the end that is not the centre.
export const lineColour = (line, centre, look) => mix(look.colour((line.source === centre ? line.target : line.source).kind), look.ground, 0.75);
export const spokeColour = (other, look) => mix(look.colour(other.kind), look.ground, 0.6);

export function veil(context, { light, look, out, spot, size, strong, width, height }) {
  context.globalAlpha = 1 - FADED;
  context.fillStyle = look.ground;
  context.fillRect(0, 0, width, height);
  context.globalAlpha = 1;
  context.lineWidth = 1.6;
  const far = (a, b) => Math.max(a.x, b.x) < 0 || Math.max(a.y, b.y) < 0 || Math.min(a.x, b.x) > width || Math.min(a.y, b.y) > height;
  const draw = (one, other, colour, line) => {
    if (out(one) || out(other)) return;
    const [a, b] = [spot(one), spot(other)];
    if (!far(a, b)) stroke(context, a, b, { colour, bend: line?.bend, dashed: line?.type === "SAME_AS" });
  };
  for (const line of light.spokes) draw(line.source, line.target, spokeColour(line.other, look), line);
  for (const line of light.lines) draw(line.source, line.target, lineColour(line, light.centre, look), line);
  const last = (node) => strong(node) ? 1 : 0;
  for (const node of [...light.near].filter((node) => !out(node)).sort((a, b) => last(a) - last(b))) dot(context, node, { at: spot(node), size: size(node) * (strong(node) ? 1.25 : 1), look, strong: strong(node) });
}

export function stroke(context, a, b, { colour, bend = 0, dashed = false }) {
  context.strokeStyle = colour;
  context.setLineDash(dashed ? DASH : []);
  context.beginPath();
  context.moveTo(a.x, a.y);
  if (bend) context.quadraticCurveTo(...bow(a, b, bend), b.x, b.y);
  else context.lineTo(b.x, b.y);
  context.stroke();
}

export const DASH = [5, 4];

// Where the line between two points is drawn to, so that it bends.
export const bow = (a, b, bend) => [(a.x + b.x) / 2 + (b.y - a.y) * bend, (a.y + b.y) / 2 - (b.x - a.x) * bend];

// The corners of a diamond as large as a square of that half width.
export const corners = ({ x, y }, radius) => [[0, -1], [1, 0], [0, 1], [-1, 0]].map(([right, down]) => [x + right * radius * Math.SQRT2, y + down * radius * Math.SQRT2]);

// A dot as the picture has it: a square, a diamond, or a disc with a rim.
function dot(context, node, { at, size, look, strong }) {
  const colour = look.colour(node.kind), rim = strong ? look.ink : mix(look.ground, colour, 0.85), form = SHAPES[node.kind];
  for (const [radius, fill] of form ? [[size, colour]] : [[size, rim], [Math.max(0, size - 1.2), colour]]) {
    context.fillStyle = fill;
    context.beginPath();
    if (form === "square") context.rect(at.x - radius, at.y - radius, 2 * radius, 2 * radius);
    else if (form === "diamond") corners(at, radius).forEach(([x, y], i) => i ? context.lineTo(x, y) : context.moveTo(x, y));
    else context.arc(at.x, at.y, radius, 0, 7);
    context.fill();
  }
}
