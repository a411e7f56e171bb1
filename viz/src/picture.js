// The picture: sigma draws dots and lines, a canvas above it what stands out and the labels that find room.
import EdgeCurveProgram from "@sigma/edge-curve";
import { createNodeBorderProgram } from "@sigma/node-border";
import { NodeSquareProgram } from "@sigma/node-square";
import Sigma from "sigma";
import { EdgeLineProgram } from "sigma/rendering";
import { el } from "./dom.js";
import { drawing } from "./drawing.js";
import { KINDS, SHAPES } from "./graph.js";
import { alike, bend, dotColour, lineColour, lineSize, pairOf, prominence, QUIET, radius, rimColour } from "./look.js";
import { place } from "./names.js";
import { spelled } from "./spelled.js";
import { still } from "./still.js";
import { lit, stroke, veil } from "./veil.js";

export function hasWebgl() {
  try {
    const context = document.createElement("canvas").getContext("webgl2");
    const software = /swiftshader|llvmpipe|software/i.test(context?.getParameter(context.getExtension("WEBGL_debug_renderer_info")?.UNMASKED_RENDERER_WEBGL ?? 0) ?? "");
    context?.getExtension("WEBGL_lose_context")?.loseContext();
    return { works: !!context, software };
  } catch { return { works: false, software: false }; }
}

// Sigma draws as soon as it is made, before the camera stands where it should; this one waits until it is let.
class Patient extends Sigma {
  render() { return this.ready ? super.render() : this; }
}

const BORDER = createNodeBorderProgram({ borders: [{ size: { value: 1.2, mode: "pixels" }, color: { attribute: "rim" } }, { size: { fill: true }, color: { attribute: "color" } }] });

// A square that stands on a corner, and as large to the eye.
class Diamond extends NodeSquareProgram {
  getDefinition() {
    const right = Math.PI / 2;
    return { ...super.getDefinition(), CONSTANT_DATA: [[0], [right], [-right], [right], [-right], [2 * right]] };
  }
}

// What each kind of dot and line looks like now, put together once and not for each of them.
function wardrobe(look, count) {
  const kept = new Map();
  const keep = (key, make) => kept.get(key) ?? kept.set(key, make()).get(key);
  return {
    dot: (kind) => keep(kind, () => ({ color: dotColour(kind, look), rim: rimColour(kind, look) })),
    line: ({ type, across }) => keep(across ? `${type} across` : type, () => ({ color: lineColour(type, look, count, across), size: lineSize(type, count) })),
  };
}

// The lines that are drawn for themselves, and those of likely doubles, which are dashed.
function drawnLines(graph) {
  const all = thin(graph.lines.filter((line) => !QUIET.has(line.type)));
  all.forEach((line) => { line.drawn = true; line.across = line.source.community !== line.target.community; });
  const lines = all.filter((line) => line.type !== "SAME_AS");
  lines.forEach((line, i) => { line.key = String(i); line.shape = { type: line.bend ? "curved" : "line", curvature: line.bend || undefined }; });
  return { all, lines, dashed: all.filter((line) => line.type === "SAME_AS") };
}

export function picture(graph, box, { go, hover, tag, fences, theme, still: calm, software }) {
  const count = graph.drawn.length;
  const room = Math.min(1, Math.max(0.55, Math.min(box.clientWidth, box.clientHeight) / 780));
  const scale = room * Math.min(1.25, Math.max(count > 8000 ? 0.22 : 0.4, Math.sqrt(260 / Math.max(count, 1))));
  const { all, lines, dashed } = drawnLines(graph);
  const links = new Uint32Array(count);
  for (const { source, target } of all) { links[source.key]++; links[target.key]++; }
  for (const node of graph.drawn) node.dot = { x: node.at[0], y: node.at[1], size: scale * radius(node, links[node.key]), type: SHAPES[node.kind] ?? "circle" };
  const rank = graph.drawn.map((node) => [node, prominence(node, node.dot.size)]).sort((a, b) => b[1] - a[1]).map(([node]) => node);
  rank.forEach((node, i) => { node.rank = i; });
  const state = { hovered: null, chosen: null, hidden: new Set(), visible: null, way: null };
  // What was chosen is shown even where a filter leaves it out.
  const filtered = (node) => state.hidden.has(node.kind) || (state.visible !== null && !state.visible.has(node));
  const out = (node) => filtered(node) && node !== state.chosen && !state.way?.has(node);
  const spared = () => (state.chosen !== null && filtered(state.chosen)) || [...state.way ?? []].some(filtered);
  let look = theme(), clothes = wardrobe(look, count), light = null;

  const as = (Program) => software ? spelled(Program) : Program;
  const sigma = new Patient(still(graph.drawn, lines), box, {
    allowInvalidContainer: true, renderLabels: false, zIndex: true, stagePadding: 56, minCameraRatio: 0.04, maxCameraRatio: 3,
    nodeProgramClasses: { circle: as(BORDER), square: as(NodeSquareProgram), diamond: as(Diamond) }, edgeProgramClasses: { line: EdgeLineProgram, curved: as(EdgeCurveProgram) },
    defaultDrawNodeHover: () => {}, hideEdgesOnMove: software ? count > 1500 : count > 8000,
    nodeReducer(key, data) { const node = graph.drawn[key]; data.hidden = out(node); return Object.assign(data, clothes.dot(node.kind)); },
    edgeReducer(key, data) { const line = lines[key]; data.hidden = out(line.source) || out(line.target); return Object.assign(data, clothes.line(line)); },
  });

  const labels = el("canvas", { class: "labels", "aria-hidden": "true" }), ground = el("canvas", { class: "labels", "aria-hidden": "true" });
  box.append(labels);
  box.prepend(ground);
  const isles = islands(graph);
  const strong = (node) => node === state.chosen || node === state.hovered;
  const spot = (node) => sigma.framedGraphToViewport(sigma.getNodeDisplayData(node.key)), size = (node) => sigma.scaleSize(node.dot.size);
  const places = new Float32Array(rank.flatMap(({ dot: { x, y } }) => [x, y])); // in the order of the ranks, side by side, to look through in each frame
  const view = { graph, sigma, rank, places, out, strong, spot, size, isles, fences };
  const above = () => { letter(labels, view, { ...state, light }, look); tag(state.hovered, state.hovered && { ...spot(state.hovered), size: size(state.hovered) }); };
  let frame = 0;
  const redraw = () => { frame ||= requestAnimationFrame(() => { frame = 0; above(); }); };
  sigma.on("afterRender", () => { cancelAnimationFrame(frame); frame = 0; shade(ground, view, { isles: state.visible ? [] : isles, dashed }, look); above(); });
  const whole = { nodes: graph.drawn.map((node) => node.key), edges: lines.map((line) => line.key) }; // nothing moves, so all may be dressed anew in its place
  const focus = () => { light = lit(state); redraw(); };
  const refresh = () => { look = theme(); clothes = wardrobe(look, count); sigma.refresh({ partialGraph: whole, skipIndexation: true, schedule: true }); };
  const choose = (change) => { const before = spared(); Object.assign(state, change); focus(); if (before || spared()) refresh(); };
  const point = (node) => { if (state.hovered !== node) { state.hovered = node; focus(); hover(node); } };
  sigma.on("enterNode", ({ node }) => { box.style.cursor = "pointer"; point(graph.drawn[node]); });
  sigma.on("leaveNode", () => { box.style.cursor = ""; point(null); });
  sigma.on("clickNode", ({ node }) => go(graph.drawn[node]));
  sigma.on("clickStage", () => go(null));
  box.addEventListener("blur", () => point(null));
  new ResizeObserver(() => { if (box.clientWidth) sigma.render(); }).observe(box);

  // The drawer covers the left edge, so the graph stands in the middle of what is free.
  const bounds = { x: extent(graph, 0), y: extent(graph, 1) };
  sigma.setCustomBBox(bounds);
  const home = () => {
    const { width, height } = sigma.getDimensions(), { x: [left, right], y: [low, high] } = bounds;
    const wide = Math.min(width, height * (right - left) / Math.max(high - low, 1e-9)), ratio = Math.max(1, (wide + 40) / (width - aside()));
    return { x: 0.5 - covered(ratio), y: 0.5, ratio, angle: 0 };
  };
  const aside = () => sigma.getDimensions().width > 900 ? 224 : 0;
  const covered = (ratio) => { // half of what the drawer covers, as the camera measures
    const at = (x) => sigma.viewportToFramedGraph({ x, y: 0 }, { cameraState: { x: 0.5, y: 0.5, ratio, angle: 0 } }).x;
    return at(aside() / 2) - at(0);
  };
  sigma.getCamera().setState(home());
  sigma.ready = true;
  sigma.render();
  keys(box, { view, state, point, go, calm, home });
  const move = (target) => calm() ? sigma.getCamera().setState(target) : sigma.getCamera().animate(target, { duration: 350 });
  return {
    choose(node) { if (state.chosen !== node || state.hovered) choose({ chosen: node, hovered: null }); },
    hide(kinds, visible) {
      const same = state.visible === visible && [...kinds].join() === [...state.hidden].join() && look.ground === theme().ground;
      state.hidden = kinds;
      state.visible = visible;
      if (!same) refresh();
    },
    way(nodes) { if (state.way || nodes) choose({ way: nodes && new Set(nodes) }); },
    show(nodes) {
      // As near as all of them allow; around one node that is its neighbourhood.
      const around = [...(nodes instanceof Set ? nodes : lit({ chosen: nodes }).near)].filter((other) => !out(other)).map((other) => sigma.getNodeDisplayData(other.key)).filter(Boolean);
      if (!around.length) return;
      const [xs, ys] = [around.map((at) => at.x), around.map((at) => at.y)];
      const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
      const { width, height } = sigma.getDimensions(), margin = 1.3 * (height < 420 ? 1.25 : width / (width - aside()));
      const ratio = Math.min(1.1, Math.max(0.18, margin * Math.max(right - left, high - low)));
      move({ x: (left + right) / 2 - covered(ratio), y: (low + high) / 2, ratio });
    },
    zoom(factor) { move({ ratio: Math.min(3, Math.max(0.04, sigma.getCamera().ratio * factor)) }); },
    fit() { move(home()); },
    letter: redraw,
    image() { sigma.render(); return paint(sigma, [ground], [labels], look); },
    drawing() { const now = theme(); return drawing(view, { all, light, state, look: now, clothes: wardrobe(now, count), place }); },
    at(node) { return sigma.graphToViewport(node.dot); },
  };
}

// Lines that say the same are one; those of one pair bend apart so that each is seen.
function thin(lines) {
  const pairs = new Map();
  for (const line of lines) {
    const key = pairOf(line);
    const list = pairs.get(key) ?? pairs.set(key, []).get(key);
    if (!list.some((other) => alike(other, line))) list.push(line);
  }
  for (const list of pairs.values()) if (list.length > 1) list.forEach((line, i) => { line.bend = bend(line, i - (list.length - 1) / 2); });
  return [...pairs.values()].flat();
}

// A canvas of the size of the picture, empty.
function sheet(canvas, { width, height }) {
  const density = Math.min(window.devicePixelRatio || 1, 2);
  if (canvas.width !== Math.round(width * density) || canvas.height !== Math.round(height * density)) { canvas.width = Math.round(width * density); canvas.height = Math.round(height * density); }
  const context = canvas.getContext("2d");
  context.setTransform(density, 0, 0, density, 0, 0);
  context.clearRect(0, 0, width, height);
  return context;
}

// From where to where the dots lie along an axis.
const extent = (graph, axis) => graph.drawn.reduce(([low, high], { at }) => [Math.min(low, at[axis]), Math.max(high, at[axis])], [Infinity, -Infinity]);

// Communities as islands: where each lies, and how far it reaches.
function islands(graph) {
  if (graph.drawn.length < 60) return [];
  const isles = graph.communities.slice(0, 120).map(({ name, members }) => {
    const spots = members.filter((node) => node.at).map((node) => node.at), mean = (axis) => spots.reduce((sum, at) => sum + at[axis], 0) / spots.length;
    const [x, y] = [mean(0), mean(1)], far = spots.map((at) => Math.hypot(at[0] - x, at[1] - y)).sort((a, b) => a - b);
    return { name, x, y, size: members.length, half: far[far.length >> 1], reach: far[Math.floor(far.length * 0.85)] * 1.35 + 1 };
  });
  // Islands that lie over each other are fog, and tell nothing.
  const area = [0, 1].map((axis) => extent(graph, axis)).reduce((all, [low, high]) => all * (high - low), 1);
  const fog = isles.reduce((sum, { reach }) => sum + 3.14 * reach * reach, 0) >= 1.6 * area;
  return isles.map((isle) => ({ ...isle, fog }));
}

// Below the dots: the islands, and the lines of likely doubles.
function shade(canvas, { sigma, out, spot }, { isles, dashed }, theme) {
  const { width, height } = sigma.getDimensions(), context = sheet(canvas, { width, height });
  for (const { x, y, reach, fog } of isles) {
    if (fog) break;
    const at = sigma.graphToViewport({ x, y }), edge = sigma.graphToViewport({ x: x + reach, y }), radius = Math.hypot(edge.x - at.x, edge.y - at.y);
    const glow = context.createRadialGradient(at.x, at.y, radius * 0.2, at.x, at.y, radius);
    glow.addColorStop(0, theme.isle);
    glow.addColorStop(1, `${theme.isle}00`);
    context.fillStyle = glow;
    context.fillRect(at.x - radius, at.y - radius, 2 * radius, 2 * radius);
  }
  context.lineWidth = 1.2;
  for (const line of dashed) if (!out(line.source) && !out(line.target)) stroke(context, spot(line.source), spot(line.target), { colour: theme.quiet, bend: line.bend, dashed: true });
}

// Above the dots: what stands out, and names.
function letter(canvas, view, state, theme) {
  const { width, height } = view.sigma.getDimensions(), context = sheet(canvas, { width, height });
  if (state.light) veil(context, { ...view, light: state.light, look: theme, width, height });
  place(context, { ...view, tagged: state.hovered }, state, theme, { width, height });
}

// Arrow keys step from dot to dot, Enter opens, + and - zoom, 0 shows all.
function keys(box, { view: { sigma, graph, out, spot }, state, point, go, calm, home }) {
  const ways = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
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
    if (at.x < 20 || at.y < 20 || at.x > width - 20 || at.y > height - 20) { const { x, y } = sigma.getNodeDisplayData(best.key); calm() ? sigma.getCamera().setState({ x, y }) : sigma.getCamera().animate({ x, y }, { duration: 200 }); }
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
