// The drawer of filters: technology, organisation, communities; and the strip of years below the picture.
import { el, plural, said } from "./dom.js";
import { histogram } from "./filter.js";
import { combobox } from "./search.js";

export function drawer(graph, { colour, pick }) {
  const has = (kind) => graph.drawn.some((node) => node.kind === kind);
  const technology = combobox(graph, { id: "technology", label: "Technology", placeholder: "Any technology", kinds: ["Technology"], colour, keep: true, choose: (node) => pick({ technology: node }) });
  const organisation = combobox(graph, { id: "organisation", label: "Organisation", placeholder: "Any organisation", kinds: ["Organization"], colour, keep: true, choose: (node) => pick({ organisation: node }) });
  const list = el("div", { class: "kinds" });
  const clear = el("button", { class: "clear", hidden: true, onclick: () => { filters.firstChild.focus(); pick({ technology: null, organisation: null, community: null, years: null, steps: 0 }); } }, "Clear filters");
  const filters = el("details", { class: "legend filters" }, el("summary", {}, "Filters"),
    has("Technology") && el("label", { for: "technology" }, "Technology"), has("Technology") && technology.element,
    has("Organization") && el("label", { for: "organisation" }, "Organisation"), has("Organization") && organisation.element, clear);
  const groups = graph.communities.length > 1 && el("details", { class: "legend groups" }, el("summary", {}, "Communities"), list);
  function fill(state) {
    technology.set(state.technology);
    organisation.set(state.organisation);
    const active = state.technology || state.organisation || state.community || state.years || state.steps;
    clear.hidden = !active;
    if (active && !filters.open && (state.technology || state.organisation)) filters.open = true;
    const rest = graph.communities.slice(12), open = list.querySelector("details")?.open || rest.includes(state.community);
    const focused = [...list.querySelectorAll("button")].indexOf(document.activeElement);
    const one = (group) => el("button", { "aria-pressed": String(state.community === group), onclick: () => pick({ community: state.community === group ? null : group }) }, said(group.name), el("span", { class: "count" }, group.members.length.toLocaleString("en")));
    list.replaceChildren(...graph.communities.slice(0, 12).map(one), ...(rest.length ? [el("details", { open }, el("summary", {}, `${rest.length} more`), rest.map(one))] : []));
    list.querySelectorAll("button")[focused]?.focus();
  }
  return { elements: [filters, groups].filter(Boolean), fill };
}

// Some round years between two.
function ticks(first, last) {
  const step = [1, 2, 5, 10, 20, 50].find((size) => (last - first) / size <= 10) ?? 100, start = Math.ceil(first / step) * step;
  return Array.from({ length: Math.floor((last - start) / step) + 1 }, (_, i) => start + i * step);
}

// Stints and papers by year, with two sliders that bound the years shown; a drag over the bars does the same.
export function strip(graph, { pick }) {
  const found = histogram(graph);
  if (!found || found.last - found.first < 1) return null;
  const { first, last, bars } = found, most = Math.max(...bars);
  const slider = (label) => el("input", { type: "range", min: first, max: last, step: 1, "aria-label": label });
  const from = slider("First year"), to = slider("Last year");
  const says = el("span", { class: "says", "aria-hidden": "true" });
  const note = el("span", { class: "note" });
  const all = el("button", { class: "clear", hidden: true, onclick: () => { from.focus(); pick({ years: null }); } }, "All years");
  const columns = el("div", { class: "columns", "aria-hidden": "true" }, bars.map((n, i) => el("i", { share: `${Math.round(100 * n / most)}%`, title: `${first + i}: ${n.toLocaleString("en")}` })));
  const box = el("section", { class: "years-strip", "aria-label": "Years" }, el("div", { class: "caption" }, el("span", {}, "Stints and papers by year"), note, says, all), el("div", { class: "brush" }, columns, from, to), el("p", { class: "ticks", "aria-hidden": "true" }, ticks(first, last).map((year) => el("span", { start: `${(100 * (year - first + 0.5) / (last - first + 1)).toFixed(2)}%` }, String(year)))));
  const chosen = () => [Math.min(+from.value, +to.value), Math.max(+from.value, +to.value)];
  const send = () => { const [a, b] = chosen(); pick({ years: a === first && b === last ? null : [a, b] }); };
  for (const input of [from, to]) input.addEventListener("input", send);
  let start = null;
  const at = (event) => { const { left, width } = columns.getBoundingClientRect(); return Math.min(last, Math.max(first, first + Math.floor((event.clientX - left) / width * bars.length))); };
  columns.addEventListener("pointerdown", (event) => { if (event.button) return; start = at(event); columns.setPointerCapture(event.pointerId); });
  columns.addEventListener("pointermove", (event) => { if (start !== null) { const year = at(event); from.value = Math.min(start, year); to.value = Math.max(start, year); send(); } });
  for (const name of ["pointerup", "pointercancel"]) columns.addEventListener(name, () => { start = null; });
  function fill(years, undated = 0) {
    const [a, b] = years ?? [first, last];
    from.value = a;
    to.value = b;
    says.textContent = a === b ? `${a}` : `${a} – ${b}`;
    all.hidden = !years;
    note.textContent = undated ? `${plural(undated, "person", "people")} without dates left out` : "";
    [...columns.children].forEach((bar, i) => bar.classList.toggle("out", first + i < a || first + i > b));
  }
  fill(null);
  const within = (a, b) => (Math.min(a, b) > last || Math.max(a, b) < first ? null : [Math.max(first, Math.min(a, b)), Math.min(last, Math.max(a, b))]);
  return { element: box, fill, within };
}
