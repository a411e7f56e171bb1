// The picture: sigma draws dots and lines, a canvas above it draws the labels that find room.
import EdgeCurveProgram from "@sigma/edge-curve";
import { createNodeBorderProgram } from "@sigma/node-border";
import { NodeSquareProgram } from "@sigma/node-square";
import { MultiDirectedGraph } from "graphology";
import Sigma from "sigma";
import { EdgeLineProgram } from "sigma/rendering";
import { el } from "./dom.js";
import { KINDS } from "./graph.js";
import { shape } from "./save.js";

const QUIET = new Set(["SKILLED_IN", "LISTS", "USED", "WORKED_WITH", "STUDIED_WITH"]); // drawn around a chosen node only
const LANDMARK = new Set(["Organization", "Venue"]);
const WEIGHT = { ADVISED: 0.75, COAUTHORED_WITH: 0.4, WORKED_AT: 0.42, STUDIED_AT: 0.34, AUTHORED: 0.42, PUBLISHED_IN: 0.34, PART_OF: 0.5, WORKED_ON: 0.4, SAME_AS: 0.6 };

export function hasWebgl() {
  try {
    const context = document.createElement("canvas").getContext("webgl2");
    const software = /swiftshader|llvmpipe|software/i.test(context?.getParameter(context.getExtension("WEBGL_debug_renderer_info")?.UNMASKED_RENDERER_WEBGL ?? 0) ?? "");
    context?.getExtension("WEBGL_lose_context")?.loseContext();
    return { works: !!context, software };
  } catch { return { works: false, software: false }; }
}

const rgb = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));
const hex = (parts) => `#${parts.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;
const mixed = new Map(); // few colours, asked for at every dot and line
export function mix(a, b, share) {
  const key = `${a}${b}${share}`;
  let found = mixed.get(key);
  if (!found) {
    const [x, y] = [rgb(a), rgb(b)];
    mixed.set(key, found = hex(x.map((part, i) => part * share + y[i] * (1 - share))));
  }
  return found;
}

export function picture(graph, box, { go, hover, theme, still, software }) {
  const count = graph.drawn.length;
  const room = Math.min(1, Math.max(0.55, Math.min(box.clientWidth, box.clientHeight) / 780));
  const scale = room * Math.min(1.25, Math.max(count > 8000 ? 0.22 : 0.4, Math.sqrt(260 / Math.max(count, 1))));
  const model = new MultiDirectedGraph();
  const all = thin(graph.lines), lines = all.filter((line) => !QUIET.has(line.type)), faint = new Map(); // node → its quiet lines
  for (const line of all) if (QUIET.has(line.type)) for (const end of [line.source, line.target]) (faint.get(end) ?? faint.set(end, []).get(end)).push(line);
  const links = new Map(graph.drawn.map((node) => [node, 0]));
  for (const line of lines) for (const end of [line.source, line.target]) links.set(end, links.get(end) + 1);
  const heft = (node) => node.kind === "Community" ? Math.sqrt(node.facts.members) / 3 : node.kind === "Technology" ? Math.sqrt(node.degree) * 0.5 : Math.sqrt(links.get(node));
  const base = { Person: 5.5, Organization: 4, Venue: 4, Publication: 3.2, Technology: 2.6, Project: 4, Community: 3 };
  for (const node of graph.drawn) model.addNode(node.id, { x: node.at[0], y: node.at[1], size: scale * (base[node.kind] + heft(node) * (LANDMARK.has(node.kind) ? 1.15 : 1.4)), type: LANDMARK.has(node.kind) ? "square" : "circle" });
  for (const line of lines) line.key = model.addEdge(line.source.id, line.target.id, { type: line.bend ? "curved" : "line", curvature: line.bend || undefined });
  const lineOf = new Map(lines.map((line) => [line.key, line]));
  const state = { hovered: null, chosen: null, hidden: new Set(), visible: null, way: null, near: null };
  const out = (node) => state.hidden.has(node.kind) || (state.visible && !state.visible.has(node));
  const beside = new Map(graph.drawn.map((node) => [node, [node]]));
  for (const { source, target } of all) { beside.get(source).push(target); beside.get(target).push(source); }
  let look = theme();
  const rank = graph.drawn.map((node) => [node, model.getNodeAttribute(node.id, "size") * (node.kind === "Technology" ? 0.45 : node.kind === "Publication" ? 0.5 : node.kind === "Person" ? 1.15 : 1)]).sort((a, b) => b[1] - a[1]).map(([node]) => node);
  rank.forEach((node, i) => { node.rank = i; });

  const near = () => {
    const centre = state.hovered ?? state.chosen;
    return centre ? new Set(beside.get(centre)) : state.way;
  };
  const onWay = (line) => state.way && !state.hovered && !state.chosen && state.way.has(line.source) && state.way.has(line.target);

  const sigma = new Sigma(model, box, {
    allowInvalidContainer: true, renderLabels: false, zIndex: true, stagePadding: 56, minCameraRatio: 0.04, maxCameraRatio: 3,
    nodeProgramClasses: { circle: createNodeBorderProgram({ borders: [{ size: { value: 1.2, mode: "pixels" }, color: { attribute: "rim" } }, { size: { fill: true }, color: { attribute: "color" } }] }), square: NodeSquareProgram },
    edgeProgramClasses: { line: EdgeLineProgram, curved: EdgeCurveProgram },
    defaultDrawNodeHover: () => {}, hideEdgesOnMove: software ? count > 1500 : count > 8000,
    nodeReducer(id, data) {
      const node = graph.byId.get(id);
      const ground = look.ground, colour = look.colour(node.kind);
      const lit = !state.near || state.near.has(node);
      const share = !lit ? 0.16 : node.kind === "Technology" && !state.near ? 0.42 : 1;
      const strong = node === state.chosen || node === state.hovered;
      return { ...data, hidden: out(node), color: mix(colour, ground, share), rim: strong ? look.ink : mix(ground, colour, lit ? 0.85 : 1), zIndex: strong ? 3 : lit ? 2 : 1, size: strong ? data.size * 1.25 : data.size };
    },
    edgeReducer(key, data) {
      const line = lineOf.get(key);
      const centre = state.hovered ?? state.chosen;
      const lit = centre ? line.source === centre || line.target === centre : onWay(line);
      const hidden = out(line.source) || out(line.target);
      const other = line.source === centre ? line.target : line.source;
      const colour = lit ? mix(look.colour(other.kind), look.ground, 0.75) : mix(look.line, look.ground, (WEIGHT[line.type] ?? 0.3) * (centre || state.way ? 0.3 : count > 5000 ? 0.3 : count > 500 ? 0.55 : 1));
      return { ...data, hidden, color: colour, size: lit ? 1.8 : line.type === "ADVISED" ? 1.6 : count > 1500 ? 0.6 : 1.1, zIndex: lit ? 1 : 0 };
    },
  });

  const labels = el("canvas", { class: "labels", "aria-hidden": "true" }), ground = el("canvas", { class: "labels", "aria-hidden": "true" });
  box.append(labels);
  box.prepend(ground);
  const isles = islands(graph);
  const spokes = () => { const centre = state.hovered ?? state.chosen; return centre && !out(centre) ? (faint.get(centre) ?? []).map((line) => [centre, line.source === centre ? line.target : line.source]).filter(([, other]) => !out(other)) : []; };
  sigma.on("afterRender", () => { shade(ground, sigma, isles, { ...state, spokes: spokes() }, look); letter(labels, sigma, rank, { ...state, out }, look); });
  const refresh = () => { state.near = near(); look = theme(); sigma.scheduleRefresh({ skipIndexation: true }); };
  const point = (node) => { if (state.hovered !== node) { state.hovered = node; refresh(); hover(node); } };
  sigma.on("enterNode", ({ node }) => { box.style.cursor = "pointer"; point(graph.byId.get(node)); });
  sigma.on("leaveNode", () => { box.style.cursor = ""; point(null); });
  sigma.on("clickNode", ({ node }) => go(graph.byId.get(node)));
  sigma.on("clickStage", () => go(null));
  new ResizeObserver(() => { if (box.clientWidth) sigma.resize() && sigma.refresh(); }).observe(box);

  // The drawer covers the left edge, so the graph stands in the middle of what is free.
  const home = () => {
    const { width, height } = sigma.getDimensions(), aside = width > 900 ? 224 : 0, { x: [left, right], y: [low, high] } = sigma.getBBox();
    const wide = Math.min(width, height * (right - left) / Math.max(high - low, 1e-9)), ratio = Math.max(1, (wide + 40) / (width - aside));
    const at = (x) => sigma.viewportToFramedGraph({ x, y: 0 }, { cameraState: { x: 0.5, y: 0.5, ratio, angle: 0 } }).x;
    return { x: 0.5 - (at(aside / 2) - at(0)), y: 0.5, ratio, angle: 0 };
  };
  sigma.getCamera().setState(home());
  keys(box, { sigma, graph, state, out, point, go, still, home });
  const move = (target) => still() ? sigma.getCamera().setState(target) : sigma.getCamera().animate(target, { duration: 350 });
  return {
    refresh,
    choose(node) { state.chosen = node; state.hovered = null; refresh(); },
    hide(kinds, visible) { state.hidden = kinds; state.visible = visible; refresh(); },
    way(nodes) { state.way = nodes && new Set(nodes); refresh(); },
    show(nodes) {
      // As near as all of them allow; around one node that is its neighbourhood.
      const around = [...(nodes instanceof Set ? nodes : beside.get(nodes) ?? [nodes])].filter((other) => other.at && !out(other)).map((other) => framed(sigma, other));
      if (!around.length) return;
      const [xs, ys] = [around.map((at) => at.x), around.map((at) => at.y)];
      const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
      move({ x: (left + right) / 2, y: (low + high) / 2, ratio: Math.min(1.1, Math.max(0.18, 1.3 * Math.max(right - left, high - low))) });
    },
    zoom(factor) { move({ ratio: Math.min(3, Math.max(0.04, sigma.getCamera().ratio * factor)) }); },
    fit() { move(home()); },
    image() { look = theme(); sigma.refresh(); return paint(sigma, [ground], [labels], theme()); },
    drawing() { look = theme(); sigma.refresh(); return vector({ sigma, graph, lines, spokes: spokes(), rank, out, theme: theme(), state }); },
    at(node) { return spotOf(sigma, node); },
  };
}

// One line where a person both used and listed a technology; lines of one pair bend apart so that each is seen.
function thin(lines) {
  const pairs = new Map();
  for (const line of lines) {
    const a = line.source.i, b = line.target.i, key = Math.min(a, b) * 0x4000000 + Math.max(a, b);
    const list = pairs.get(key) ?? pairs.set(key, []).get(key);
    if (!list.some((other) => other.type === line.type || (other.type === "SKILLED_IN" && line.type === "LISTS"))) list.push(line);
  }
  for (const list of pairs.values()) {
    const seen = list.filter((line) => !QUIET.has(line.type));
    for (const line of list) line.bend = 0;
    if (seen.length > 1) seen.forEach((line, i) => { line.bend = (line.source.i < line.target.i ? 1 : -1) * (i - (seen.length - 1) / 2) * 0.35; });
  }
  return [...pairs.values()].flat();
}

// Where a node is on the screen, and in the frame of the camera. What sigma keeps of a node tells that only after the next frame.
const spotOf = (sigma, node) => sigma.graphToViewport({ x: node.at[0], y: node.at[1] });
const framed = (sigma, node) => {
  const view = { cameraState: sigma.getCamera().getState() };
  return sigma.viewportToFramedGraph(sigma.graphToViewport({ x: node.at[0], y: node.at[1] }, view), view);
};

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';

// A canvas of the size of the picture, empty.
function sheet(canvas, { width, height }) {
  const density = Math.min(window.devicePixelRatio || 1, 2);
  if (canvas.width !== Math.round(width * density) || canvas.height !== Math.round(height * density)) { canvas.width = Math.round(width * density); canvas.height = Math.round(height * density); }
  const context = canvas.getContext("2d");
  context.setTransform(density, 0, 0, density, 0, 0);
  context.clearRect(0, 0, width, height);
  return context;
}

// Communities as islands: where each lies, and how far it reaches.
function islands(graph) {
  if (graph.drawn.length < 60) return [];
  const isles = graph.communities.slice(0, 120).map(({ members }) => {
    const spots = members.filter((node) => node.at).map((node) => node.at), mean = (axis) => spots.reduce((sum, at) => sum + at[axis], 0) / spots.length;
    const [x, y] = [mean(0), mean(1)], far = spots.map((at) => Math.hypot(at[0] - x, at[1] - y)).sort((a, b) => a - b);
    return { x, y, reach: far[Math.floor(far.length * 0.85)] * 1.35 + 1 };
  });
  // Islands that lie over each other are fog, and tell nothing.
  const [xs, ys] = [0, 1].map((axis) => graph.drawn.map((node) => node.at[axis])), extent = (list) => list.reduce((a, b) => Math.max(a, b)) - list.reduce((a, b) => Math.min(a, b));
  return isles.reduce((sum, { reach }) => sum + 3.14 * reach * reach, 0) < 1.6 * extent(xs) * extent(ys) ? isles : [];
}

// Below the dots: the islands, or the quiet lines of the node that is looked at.
function shade(canvas, sigma, isles, state, theme) {
  const context = sheet(canvas, sigma.getDimensions());
  const spot = (node) => sigma.framedGraphToViewport(sigma.getNodeDisplayData(node.id));
  context.lineWidth = 1.6;
  for (const [centre, other] of state.spokes) {
    const [a, b] = [spot(centre), spot(other)];
    context.strokeStyle = mix(theme.colour(other.kind), theme.ground, 0.6);
    context.beginPath();
    context.moveTo(a.x, a.y);
    context.lineTo(b.x, b.y);
    context.stroke();
  }
  if (state.near || state.visible) return;
  for (const { x, y, reach } of isles) {
    const at = sigma.graphToViewport({ x, y }), edge = sigma.graphToViewport({ x: x + reach, y }), radius = Math.hypot(edge.x - at.x, edge.y - at.y);
    const glow = context.createRadialGradient(at.x, at.y, radius * 0.2, at.x, at.y, radius);
    glow.addColorStop(0, theme.isle);
    glow.addColorStop(1, `${theme.isle}00`);
    context.fillStyle = glow;
    context.fillRect(at.x - radius, at.y - radius, 2 * radius, 2 * radius);
  }
}

// The picture as shapes and text: what is in view, as it is shown.
function vector({ sigma, graph, lines, spokes, rank, out, theme, state }) {
  const { width, height } = sigma.getDimensions(), spot = (node) => spotOf(sigma, node);
  const inside = ({ x, y }) => x > -50 && y > -50 && x < width + 50 && y < height + 50;
  const strokes = [], dots = [], texts = [];
  for (const line of lines) {
    const data = sigma.getEdgeDisplayData(line.key);
    if (!data || data.hidden) continue;
    const [a, b] = [spot(line.source), spot(line.target)];
    if (!inside(a) && !inside(b)) continue;
    const [mx, my] = [(a.x + b.x) / 2 + (b.y - a.y) * (line.bend || 0) / 2, (a.y + b.y) / 2 - (b.x - a.x) * (line.bend || 0) / 2];
    strokes.push(shape("path", { d: `M${round(a.x)} ${round(a.y)}${line.bend ? `Q${round(mx)} ${round(my)} ` : "L"}${round(b.x)} ${round(b.y)}`, stroke: data.color, "stroke-width": round(data.size) }));
  }
  for (const [centre, other] of spokes) {
    const [a, b] = [spot(centre), spot(other)];
    strokes.push(shape("path", { d: `M${round(a.x)} ${round(a.y)}L${round(b.x)} ${round(b.y)}`, stroke: mix(theme.colour(other.kind), theme.ground, 0.6), "stroke-width": 1.6 }));
  }
  for (const node of [...rank].reverse()) {
    if (out(node)) continue;
    const data = sigma.getNodeDisplayData(node.id), { x, y } = spot(node), size = sigma.scaleSize(data.size);
    if (!inside({ x, y })) continue;
    dots.push(shape(LANDMARK.has(node.kind) ? "rect" : "circle", { ...(LANDMARK.has(node.kind) ? { x: round(x - size), y: round(y - size), width: round(2 * size), height: round(2 * size), rx: 1.5 } : { cx: round(x), cy: round(y), r: round(size) }), fill: data.color }, shape("title", {}, node.name)));
  }
  const spy = { measureText: measure(), strokeText() {}, fillText(text, x, y) { texts.push(shape("text", { x: round(x), y: round(y), fill: this.fillStyle, ...typeface(this.font), "dominant-baseline": "central", stroke: theme.ground, "stroke-width": 4, "stroke-linejoin": "round", "paint-order": "stroke" }, text)); } };
  place(spy, sigma, rank, { ...state, out }, theme, { width, height });
  return shape("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${width} ${height}`, width, height, role: "img" }, shape("title", {}, graph.title), shape("rect", { width, height, fill: theme.ground }), shape("g", { fill: "none" }, strokes), shape("g", {}, dots), shape("g", {}, texts));
}

// A canvas font as attributes: the policy of the page allows no style attribute, not even in a drawing that is saved.
function typeface(font) {
  const [, weight, size, family] = /^(\d+) ([\d.]+)px (.+)$/.exec(font);
  return { "font-weight": weight, "font-size": size, "font-family": family };
}

const round = (number) => Math.round(number * 10) / 10;

function measure() {
  const context = document.createElement("canvas").getContext("2d");
  return function (text) { context.font = this.font; return context.measureText(text); };
}

function letter(canvas, sigma, rank, state, theme) {
  place(sheet(canvas, sigma.getDimensions()), sigma, rank, state, theme, sigma.getDimensions());
}

// Writes the names that find room, the most important first.
function place(context, sigma, rank, state, theme, { width, height }) {
  context.textBaseline = "middle";
  context.lineJoin = "round";
  const corners = [{ x: -40, y: -10 }, { x: width + 40, y: height + 10 }].map((at) => sigma.viewportToFramedGraph(at));
  const [left, right] = [corners[0].x, corners[1].x].sort((a, b) => a - b), [low, high] = [corners[0].y, corners[1].y].sort((a, b) => a - b);
  const seen = ({ x, y }) => x >= left && x <= right && y >= low && y <= high;
  const zoom = 1 / sigma.getCamera().ratio, room = (width * height) / 9000 * (state.near ? 1.6 : 1);
  const placed = [], dots = [];
  if (rank.length < 600 || zoom > 4) for (const node of rank) {
    if (node.kind === "Technology" || state.out(node) || (state.near && !state.near.has(node))) continue;
    const data = sigma.getNodeDisplayData(node.id);
    if (!seen(data)) continue;
    const at = sigma.framedGraphToViewport(data), size = sigma.scaleSize(data.size);
    dots.push([at.x - size, at.y - size, at.x + size, at.y + size, node]);
  }
  const queue = state.near ? [...state.near].sort((a, b) => (b === state.hovered || b === state.chosen) - (a === state.hovered || a === state.chosen) || a.rank - b.rank) : rank;
  for (const node of queue) {
    if (placed.length > room) break;
    if (state.out(node) || (!state.near && zoom < 1.8 && (node.kind === "Technology" || (node.kind === "Publication" && zoom < 1.3)))) continue;
    const data = sigma.getNodeDisplayData(node.id);
    if (!seen(data)) continue;
    const at = sigma.framedGraphToViewport(data), size = sigma.scaleSize(data.size);
    write(context, { node, at, size, placed, dots, theme, width, strong: node === state.hovered || node === state.chosen });
  }
}

function write(context, { node, at, size, placed, dots, theme, width, strong }) {
  const mark = LANDMARK.has(node.kind), tall = strong ? 14 : node.kind === "Person" ? 12.5 : mark ? 12 : 11;
  context.font = `${strong || mark ? 600 : node.kind === "Person" ? 500 : 400} ${tall}px ${FONT}`;
  const short = node.kind === "Venue" && node.facts.acronym ? String(node.facts.acronym) : node.name;
  const text = short.length > 34 && !strong ? `${short.slice(0, 32).trimEnd()}…` : short.slice(0, 90);
  const wide = context.measureText(text).width;
  const box = ([x, y]) => [x - 3, y - tall * 0.62, x + wide + 3, y + tall * 0.62];
  const meets = (a, b) => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];
  const inside = (spot) => spot[0] > 2 && spot[2] < width - 2;
  const sides = [[at.x + size + 5, at.y], [at.x - size - 5 - wide, at.y], [at.x - wide / 2, at.y + size + tall * 0.75], [at.x - wide / 2, at.y - size - tall * 0.75]];
  const open = sides.filter((side) => inside(box(side)) && !placed.some((other) => meets(box(side), other)));
  const chosen = open.find((side) => !dots.some((dot) => dot[4] !== node && meets(box(side), dot))) ?? (dots.length && !strong ? undefined : open[0] ?? (strong ? sides[0] : undefined));
  if (!chosen) return;
  const [x, y] = chosen;
  placed.push(box(chosen));
  context.strokeStyle = theme.ground;
  context.lineWidth = 4;
  context.strokeText(text, x, y);
  context.fillStyle = mark || node.kind === "Venue" ? theme.text(node.kind) : node.kind === "Person" || strong ? theme.ink : theme.quiet;
  context.fillText(text, x, y);
}

// Arrow keys step from dot to dot, Enter opens, + and - zoom, 0 shows all.
function keys(box, { sigma, graph, state, out, point, go, still, home }) {
  const ways = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
  const spot = (node) => spotOf(sigma, node);
  box.addEventListener("keydown", (event) => {
    const camera = sigma.getCamera(), way = ways[event.key], now = state.hovered ?? state.chosen;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (way) step(way, now);
    else if (event.key === "Enter" && state.hovered) go(state.hovered, { focus: true });
    else if (event.key === "+" || event.key === "=") camera.setState({ ratio: Math.max(0.04, camera.ratio / 1.4) });
    else if (event.key === "-") camera.setState({ ratio: Math.min(3, camera.ratio * 1.4) });
    else if (event.key === "0") camera.setState(home());
    else return;
    event.preventDefault();
  });
  function step([dx, dy], now) {
    const { width, height } = sigma.getDimensions(), from = now ? spot(now) : { x: width / 2, y: height / 2 };
    let best = null, least = Infinity;
    for (const node of graph.drawn) {
      if (node === now || out(node)) continue;
      const at = spot(node), ahead = (at.x - from.x) * dx + (at.y - from.y) * dy, aside = Math.abs((at.x - from.x) * dy) + Math.abs((at.y - from.y) * dx);
      const far = ahead + 2 * aside;
      if ((!now || ahead > 0.5) && (now ? far : Math.hypot(at.x - from.x, at.y - from.y)) < least) { least = now ? far : Math.hypot(at.x - from.x, at.y - from.y); best = node; }
    }
    if (!best) return;
    point(best);
    const at = spot(best);
    if (at.x < 20 || at.y < 20 || at.x > width - 20 || at.y > height - 20) { const { x, y } = framed(sigma, best); still() ? sigma.getCamera().setState({ x, y }) : sigma.getCamera().animate({ x, y }, { duration: 200 }); }
  }
}

function paint(sigma, below, above, theme) {
  const canvases = Object.values(sigma.getCanvases()), layers = [...below, ...canvases, ...above], size = canvases[0];
  const sheet = el("canvas");
  [sheet.width, sheet.height] = [size.width, size.height];
  const context = sheet.getContext("2d");
  context.fillStyle = theme.ground;
  context.fillRect(0, 0, sheet.width, sheet.height);
  for (const layer of layers) if (layer.width) context.drawImage(layer, 0, 0, sheet.width, sheet.height);
  return new Promise((done) => sheet.toBlob(done, "image/png"));
}

export const sentence = (node) => `${node.name}, ${KINDS[node.kind][0]}, ${node.degree} ${node.degree === 1 ? "link" : "links"}`;
