// What the keys and the marks mean.
import { dot, el } from "./dom.js";
import { KINDS } from "./graph.js";

const KEYS = [
  [["/"], "Search"], [["?"], "This help"], [["Esc"], "Close what is open"],
  [["←", "→", "↑", "↓"], "Step from dot to dot, in the picture"], [["Enter"], "Open the dot"],
  [["+", "−"], "Nearer, farther"], [["0"], "Show all"],
];
const MARKS = [["●●●●", "The text says it: sure"], ["●●○○", "Read from the text: unsure, look at the sentence"]];

export function help(graph, { colour }) {
  const kinds = Object.keys(KINDS).filter((kind) => graph.drawn.some((node) => node.kind === kind));
  const row = (keys, text) => [el("dt", {}, keys.map((key) => el("kbd", {}, key))), el("dd", {}, text)];
  const close = el("button", { class: "close", "aria-label": "Close the help", onclick: () => box.close() }, "×");
  const box = el("dialog", { class: "help", "aria-labelledby": "help-title", onclick: (event) => event.target === box && box.close() }, el("div", {}, close,
    el("h2", { id: "help-title" }, "How to read and use this page"),
    el("p", {}, "Each dot is one of the ", kinds.map((kind, i) => [i ? (i === kinds.length - 1 ? " and " : ", ") : "", el("span", { class: "kind-word", colour: colour(kind) }, dot(kind), KINDS[kind][1])]), ". Larger ones have more links; what stands close together belongs together."),
    el("dl", {}, KEYS.map(([keys, text]) => row(keys, text))),
    el("dl", {}, MARKS.map(([mark, text]) => [el("dt", { class: "marks" }, mark), el("dd", {}, text)])),
    el("p", { class: "note" }, "Hover to see what a dot is linked with, choose it for its details. The address of this page holds the view: copy it to come back.")));
  return box;
}
