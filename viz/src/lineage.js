// Who advised whom, over generations: the advisors of a person above, the students below.
import { el } from "./dom.js";
import { ins, outs } from "./graph.js";
import { shape } from "./save.js";

const WIDE = 350, HIGH = 26, ROW = 52, GAP = 8, FIT = 3, MOST = 6; // pixels; boxes of a row; generations each way

export const advisors = (person) => ins(person, "ADVISED").map((edge) => edge.source);
export const students = (person) => outs(person, "ADVISED").map((edge) => edge.target);

// Those one step away, those two steps away, …; each once, in the nearest of them.
export function generations(person, next) {
  const seen = new Set([person]), found = [];
  for (let ring = [person]; found.length < MOST;) {
    ring = [...new Set(ring.flatMap(next))].filter((one) => !seen.has(one));
    if (!ring.length) break;
    for (const one of ring) seen.add(one);
    found.push(ring);
  }
  return found;
}

export function lineage(person, colour) {
  const rows = around(person);
  if (rows.length < 2) return null;
  const boxes = rows.flatMap((row, depth) => places(row, depth * ROW)), at = new Map(boxes.map((box) => [box.node, box]));
  const lines = boxes.filter((box) => box.node).flatMap((box) => students(box.node).filter((one) => at.has(one)).map((one) => line(box, at.get(one))));
  const drawing = shape("svg", { class: "lineage", viewBox: `0 0 ${WIDE} ${(rows.length - 1) * ROW + HIGH + 2}`, role: "img", "aria-label": "Advisors above, students below; the lists say the same" }, lines, boxes.map((box) => drawn(box, person, colour)));
  return el("section", {}, el("h3", {}, "Lineage"), drawing);
}

// The generations from the top; whoever is above and below, since advisors may go round, is where it is nearer.
function around(person) {
  const [up, down] = [advisors, students].map((next) => generations(person, next));
  const [above, below] = [up, down].map((rings) => new Map(rings.flatMap((ring, i) => ring.map((one) => [one, i]))));
  const higher = up.map((ring) => ring.filter((one) => !(below.get(one) < above.get(one)))), lower = down.map((ring) => ring.filter((one) => !(above.get(one) <= below.get(one))));
  return [...higher.reverse(), [person], ...lower].filter((ring) => ring.length);
}

// The boxes of a generation; where there is no room for all, the last one counts the others.
function places(row, y) {
  const shown = row.length > FIT ? row.slice(0, FIT - 1) : row, cells = Math.min(row.length, FIT);
  const wide = Math.min(170, (WIDE - 2 - GAP * (cells - 1)) / cells), left = (WIDE - cells * wide - GAP * (cells - 1)) / 2;
  const texts = [...shown.map((node) => [node, node.name]), ...(shown.length < row.length ? [[null, `${row.length - shown.length} more`]] : [])];
  return texts.map(([node, text], i) => ({ node, text, wide, x: left + i * (wide + GAP), y: y + 1 }));
}

function line(above, below) {
  const [x1, y1, x2, y2] = [above.x + above.wide / 2, above.y + HIGH, below.x + below.wide / 2, below.y], middle = (y1 + y2) / 2;
  return shape("path", { d: `M${x1} ${y1}C${x1} ${middle} ${x2} ${middle} ${x2} ${y2}` });
}

function drawn({ node, text, wide, x, y }, person, colour) {
  const own = node === person, letters = Array.from(text), most = Math.floor(wide / 6.6);
  const frame = node && shape("rect", { x, y, width: wide, height: HIGH, rx: 6, fill: colour("Person"), "fill-opacity": own ? 1 : 0.14, stroke: colour("Person") });
  const short = letters.length > most ? `${letters.slice(0, most - 1).join("").trimEnd()}…` : text;
  return shape("g", {}, shape("title", {}, text), frame, shape("text", { x: x + wide / 2, y: y + HIGH / 2, "text-anchor": "middle", "dominant-baseline": "central", class: own ? "own" : undefined }, short));
}
