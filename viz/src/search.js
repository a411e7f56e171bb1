// Boxes with suggestions: names and aliases, accents and case aside (the combobox pattern of ARIA).
import { dot, el, said } from "./dom.js";
import { fold, KINDS } from "./graph.js";

export function search(graph, { go, colour }) {
  const box = combobox(graph, { id: "search", label: "Search", placeholder: "Search people, places, papers…", colour, choose: (node) => go(node, { focus: true }) });
  box.element.setAttribute("role", "search");
  return box.element;
}

// What a node is found by, folded when it is first looked for: thousands of names are, and none of them at the start.
const words = (node) => node.words ??= [node.name, ...node.aliases, node.facts.acronym ?? ""].filter(Boolean).map((text) => fold(String(text)));

// `keep` leaves the chosen name in the box; `kinds` are those that it offers.
export function combobox(graph, { id, label, placeholder, colour, choose: chosen, kinds = Object.keys(KINDS), keep = false }) {
  let index = null;
  const list = el("ul", { role: "listbox", id: `${id}-found`, "aria-label": `${label}: suggestions`, hidden: true });
  const input = el("input", { type: "search", id, role: "combobox", placeholder, "aria-label": label, "aria-expanded": "false", "aria-controls": `${id}-found`, "aria-autocomplete": "list", autocomplete: "off", spellcheck: "false" });
  let hits = [], at = -1, kept = null;

  function rank(node, needle, parts) {
    const best = Math.min(...words(node).map((key) => key === needle ? 0 : key.startsWith(needle) ? 1 : key.includes(` ${needle}`) ? 2 : key.includes(needle) ? 3 : parts.every((part) => key.includes(part)) ? 4 : 9));
    return best === 9 ? null : best - Math.min(0.9, node.degree / 200);
  }
  function suggest() {
    const needle = fold(input.value.trim()), parts = needle.split(/[\s,]+/).filter(Boolean);
    if (needle) index ??= graph.drawn.filter((node) => kinds.includes(node.kind));
    const found = needle ? index.map((node) => [rank(node, needle, parts), node]).filter(([score]) => score !== null).sort((a, b) => a[0] - b[0] || a[1].name.localeCompare(b[1].name)).map(([, node]) => node) : [];
    hits = found.slice(0, 10);
    at = hits.length ? 0 : -1;
    list.replaceChildren(...hits.map((node, i) => el("li", { role: "option", id: `${id}-found-${i}`, colour: colour(node.kind), "aria-selected": String(i === at), onmousedown: (event) => { event.preventDefault(); choose(node); } },
      dot(node.kind), said(node.name), el("span", { class: "note" }, KINDS[node.kind][0]))),
      ...(needle && !hits.length ? [told(graph.left?.whole ? "No community is called that. Open one to search in it." : "Nothing is called that.")] : []),
      ...(found.length > 10 ? [told(`${(found.length - 10).toLocaleString("en")} more: type on.`)] : []));
    show(!!needle);
  }
  const told = (text) => el("li", { class: "none", role: "option", "aria-selected": "false", "aria-disabled": "true" }, text);
  function show(open) {
    list.hidden = !open;
    input.setAttribute("aria-expanded", String(open));
    mark();
  }
  function mark() {
    [...list.children].forEach((row, i) => row.setAttribute("aria-selected", String(i === at)));
    if (at >= 0 && !list.hidden) { input.setAttribute("aria-activedescendant", `${id}-found-${at}`); list.children[at]?.scrollIntoView({ block: "nearest" }); }
    else input.removeAttribute("aria-activedescendant");
  }
  function choose(node) {
    set(node);
    hits = [];
    show(false);
    chosen(node);
  }
  input.addEventListener("input", suggest);
  function set(node) {
    kept = keep ? node : null;
    input.value = kept?.name ?? "";
  }
  input.addEventListener("blur", () => { show(false); if (keep && input.value) set(kept); }); // what was typed and not chosen filters nothing
  input.addEventListener("focus", () => input.value && suggest());
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (hits.length) at = (at + (event.key === "ArrowDown" ? 1 : hits.length - 1)) % hits.length;
      mark();
    } else if (event.key === "Enter" && hits[at]) choose(hits[at]);
    else if (event.key === "Escape") { event.stopPropagation(); event.preventDefault(); set(kept); hits = []; show(false); }
  });
  input.addEventListener("search", () => { if (keep && !input.value) chosen(null); }); // the cross that empties the box
  if (keep) input.addEventListener("change", () => { if (!input.value) chosen(null); });
  return { element: el("div", { class: "search" }, input, list), input, set };
}
