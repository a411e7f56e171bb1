// "Path from … to …": two boxes, and the way between them step by step with the sentences behind each.
import { dot, el, plural, said } from "./dom.js";
import { quotes } from "./panel.js";
import { because, route } from "./path.js";
import { combobox } from "./search.js";

export function pathbar(graph, { colour, find, close }) {
  const ends = [null, null];
  const choose = (at) => (node) => { ends[at] = node; if (ends[0] && ends[1]) find(...ends); else if (node) boxes[1 - at].input.focus(); };
  const boxes = ["from", "to"].map((word, at) => combobox(graph, { id: `path-${word}`, label: `Path ${word}`, placeholder: at ? "… to" : "Path from …", colour, keep: true, choose: choose(at) }));
  const element = el("div", { class: "pathbar", role: "search", "aria-label": "Path between two", hidden: true }, boxes.map((box) => box.element), el("button", { class: "tool", "aria-label": "Close the path", onclick: close }, "×"));
  return { element, focus: () => boxes[ends[0] ? 1 : 0].input.focus(), set(from, to) { ends[0] = from; ends[1] = to; boxes[0].set(from); boxes[1].set(to); } };
}

export function describePath(graph, [from, to], go, colour) {
  const steps = route(from, to);
  const head = (lead) => el("header", { class: "who" }, el("p", { class: "kind" }, "Path"), el("h2", { tabindex: "-1" }, said(from.name), " → ", said(to.name)), el("p", { class: "lead" }, lead));
  if (!steps) return { steps: null, parts: [head(from === to ? "Both ends are the same." : "No chain of people who know each other joins the two. To have been at one organisation is no acquaintance.")] };
  const link = (node) => el("button", { class: "link", colour: colour(node.kind), onclick: () => go(node) }, dot(node.kind), said(node.name));
  const reason = (edge) => {
    const { words, place, note, rows } = because(edge), at = place && (graph.byId.get(place)?.name ?? place);
    return el("li", {}, el("span", {}, edge.type === "ADVISED" ? [said(edge.source.name), " advised ", said(edge.target.name)] : words, at && [" at ", said(at)]), note && el("span", { class: "note" }, said(note)), quotes(rows));
  };
  const items = steps.map((step) => el("li", { class: "work" }, el("p", {}, link(step.from), " ", el("span", { class: "note", "aria-hidden": "true" }, "→"), " ", link(step.to)), el("ul", { class: "reasons" }, unique(step.edges).map(reason))));
  return { steps, parts: [head(plural(steps.length, "step", "steps")), el("section", {}, el("h3", {}, "How they know each other"), el("ol", { class: "timeline" }, items))] };
}

function unique(edges) {
  const seen = new Set();
  return edges.filter((edge) => { const key = `${edge.type} ${edge.facts.organization ?? ""} ${edge.source.id}`; return !seen.has(key) && seen.add(key); });
}
