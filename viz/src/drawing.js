// The picture as SVG, shapes and text: what is in view, as it is shown.
import { SHAPES } from "./graph.js";
import { mix } from "./look.js";
import { shape } from "./save.js";
import { bow, corners, DASH, FADED, lineColour, spokeColour } from "./veil.js";

const round = (number) => Math.round(number * 10) / 10;

export function drawing(view, { all, light, state, look, clothes, place }) {
  const { sigma, graph, rank, out, strong, spot, size } = view, { width, height } = sigma.getDimensions();
  const inside = ({ x, y }) => x > -50 && y > -50 && x < width + 50 && y < height + 50;
  const fade = (colour) => light ? mix(colour, look.ground, FADED) : colour;
  const strokes = [], texts = [];
  const draw = (one, other, { color, size }, line) => {
    const [a, b] = [spot(one), spot(other)];
    if (out(one) || out(other) || (!inside(a) && !inside(b))) return;
    const to = line?.bend ? `Q${bow(a, b, line.bend).map(round).join(" ")} ` : "L";
    strokes.push(shape("path", { d: `M${round(a.x)} ${round(a.y)}${to}${round(b.x)} ${round(b.y)}`, stroke: color, "stroke-width": round(size), "stroke-dasharray": line?.type === "SAME_AS" ? DASH.join(" ") : undefined }));
  };
  const bright = new Set(light?.lines);
  for (const line of all) if (!bright.has(line)) draw(line.source, line.target, line.type === "SAME_AS" ? { color: fade(look.quiet), size: 1.2 } : { color: fade(clothes.line(line).color), size: clothes.line(line).size }, line);
  for (const line of light?.spokes ?? []) draw(line.source, line.target, { color: spokeColour(line.other, look), size: 1.6 }, line);
  for (const line of bright) draw(line.source, line.target, { color: lineColour(line, light.centre, look), size: 1.6 }, line);
  const dots = [...rank].reverse().sort((a, b) => Number(light?.near.has(a) ?? 0) - Number(light?.near.has(b) ?? 0)).filter((node) => !out(node) && inside(spot(node))).map((node) => dot(node, spot(node), { radius: size(node) * (strong(node) ? 1.25 : 1), fill: light?.near.has(node) ? look.colour(node.kind) : fade(clothes.dot(node.kind).color) }));
  const spy = { measureText: measure(), strokeText() {}, fillText(text, x, y) { texts.push(shape("text", { x: round(x), y: round(y), fill: this.fillStyle, ...typeface(this.font), "dominant-baseline": "central", stroke: look.ground, "stroke-width": 4, "stroke-linejoin": "round", "paint-order": "stroke" }, text)); } };
  place(spy, { ...view, fences: () => [] }, { ...state, light }, look, { width, height });
  return shape("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${width} ${height}`, width, height, role: "img" }, shape("title", {}, graph.title), shape("rect", { width, height, fill: look.ground }), shape("g", { fill: "none" }, strokes), shape("g", {}, dots), shape("g", {}, texts));
}

function dot(node, { x, y }, { radius, fill }) {
  const title = shape("title", {}, node.name);
  if (SHAPES[node.kind] === "diamond") return shape("path", { d: `M${corners({ x, y }, radius).map((at) => at.map(round).join(" ")).join("L")}Z`, fill }, title);
  if (!SHAPES[node.kind]) return shape("circle", { cx: round(x), cy: round(y), r: round(radius), fill }, title);
  return shape("rect", { x: round(x - radius), y: round(y - radius), width: round(2 * radius), height: round(2 * radius), rx: 1.5, fill }, title);
}

// A canvas font as attributes: the policy of the page allows no style attribute, not even in a drawing that is saved.
function typeface(font) {
  const [, weight, size, family] = /^(\d+) ([\d.]+)px (.+)$/.exec(font);
  return { "font-weight": weight, "font-size": size, "font-family": family };
}

function measure() {
  const context = document.createElement("canvas").getContext("2d");
  return function (text) { context.font = this.font; return context.measureText(text); };
}
