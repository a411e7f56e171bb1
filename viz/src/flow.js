// Where people go next: moves between organisations as ribbons, and as a list.
import { el, plural, said } from "./dom.js";
import { ins, place } from "./graph.js";
import { shape } from "./save.js";

const WIDE = 350, SIDE = 130, BLOCK = 8, GAP = 6;
const FONT = '11px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif'; // that of the style

// [from, to, people], the most first: positions that follow each other at two organisations, as the question career_flow has them.
export function moves(graph) {
  if (graph.moves) return graph.moves;
  const people = new Map();
  for (const { type, source, target } of graph.edges) {
    if (type !== "FOLLOWED_BY" || source.kind !== "Position") continue;
    const [from, to, who] = [place(source), place(target), ins(target, "HELD")[0]?.source];
    if (!from || !to || !who || from === to) continue;
    const key = `${from.i} ${to.i}`;
    (people.get(key) ?? people.set(key, { from, to, who: new Set() }).get(key)).who.add(who);
  }
  return graph.moves = [...people.values()].map(({ from, to, who }) => [from, to, who.size]).sort((a, b) => b[2] - a[2] || a[0].i - b[0].i || a[1].i - b[1].i); // nodes come in the order of their ids, which are made of names
}

export function flow(graph, { go, colour }) {
  const all = moves(graph), shown = all.slice(0, 12);
  if (shown.length < 2) return null;
  const item = ([from, to, n]) => el("li", {}, el("span", {}, el("button", { class: "link plain", onclick: () => go(from) }, said(from.name)), " → ", el("button", { class: "link plain", onclick: () => go(to) }, said(to.name))), el("span", { class: "note" }, plural(n, "person", "people")));
  return el("section", {}, el("h3", {}, "Where people go next"), ribbons(shown, colour),
    el("details", {}, el("summary", {}, all.length > 50 ? `As a list: the first 50 of ${all.length}` : `As a list: all ${all.length}`), el("ul", { class: "plain" }, all.slice(0, 50).map(item))));
}

function ribbons(rows, colour) {
  const sides = [0, 1].map((side) => column(rows, side)), total = rows.reduce((sum, [, , n]) => sum + n, 0), unit = Math.min(16, 220 / total);
  const tops = sides.map((side) => { let y = 4; return new Map(side.map(([node, n]) => { const at = y; y += Math.max(n * unit, 13) + GAP; return [node, at]; })); });
  const high = Math.max(...sides.map((side) => side.reduce((sum, [, n]) => sum + Math.max(n * unit, 13) + GAP, 4)));
  const used = tops.map((top) => new Map(top));
  const bands = rows.map((row) => ({ row, y: [0, 0] }));
  for (const side of [0, 1]) for (const band of [...bands].sort((a, b) => tops[1 - side].get(a.row[1 - side]) - tops[1 - side].get(b.row[1 - side]))) { const node = band.row[side]; band.y[side] = used[side].get(node); used[side].set(node, band.y[side] + band.row[2] * unit); }
  const [a, b] = [SIDE + BLOCK, WIDE - SIDE - BLOCK], m = (a + b) / 2;
  const paths = bands.map(({ row: [from, to, n], y: [p, q] }) => shape("path", { class: "band", d: `M${a} ${p}C${m} ${p} ${m} ${q} ${b} ${q}V${q + n * unit}C${m} ${q + n * unit} ${m} ${p + n * unit} ${a} ${p + n * unit}Z`, fill: colour("Person") }, shape("title", {}, `${from.name} → ${to.name}: ${plural(n, "person", "people")}`)));
  const blocks = sides.flatMap((side, i) => side.flatMap(([node, n]) => { const y = tops[i].get(node), x = i ? WIDE - SIDE - BLOCK : SIDE; return [shape("rect", { x, y, width: BLOCK, height: Math.max(n * unit, 2), rx: 2, fill: colour("Organization") }), shape("text", { x: i ? x + BLOCK + 6 : x - 6, y: y + Math.max(n * unit, 10) / 2, "text-anchor": i ? "start" : "end", "dominant-baseline": "central" }, short(node.name), shape("title", {}, node.name))]; }));
  return shape("svg", { class: "flow", viewBox: `0 0 ${WIDE} ${Math.ceil(high)}`, role: "img", "aria-label": "Moves between organisations; the list below says the same" }, paths, blocks);
}

function column(rows, side) {
  const count = new Map();
  for (const row of rows) count.set(row[side], (count.get(row[side]) ?? 0) + row[2]);
  return [...count].sort((a, b) => b[1] - a[1] || a[0].name.localeCompare(b[0].name));
}

// As many letters of a name as its side has room for.
function short(name) {
  const pen = document.createElement("canvas").getContext("2d"), letters = Array.from(name);
  if (pen) pen.font = FONT;
  const fits = (text) => pen ? pen.measureText(text).width < SIDE - 8 : Array.from(text).length < 18;
  if (fits(name)) return name;
  while (letters.length > 1 && !fits(`${letters.join("").trimEnd()}…`)) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}
