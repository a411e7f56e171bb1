// The page: reads its data, lays itself out, and keeps its state in the address.
import { el, plural, said } from "./dom.js";
import { KINDS, load } from "./graph.js";
import { describe, overview } from "./panel.js";
import { hasWebgl, picture, sentence } from "./picture.js";
import { search } from "./search.js";
import { table } from "./table.js";

const graph = load(JSON.parse(document.getElementById("data").textContent));
const root = document.documentElement;
const night = matchMedia("(prefers-color-scheme: dark)"), calm = matchMedia("(prefers-reduced-motion: reduce)"), narrow = matchMedia("(max-width: 760px)");
const state = { node: null, hidden: new Set(), view: "picture", theme: "" };
const gl = hasWebgl();
let view = null;

// ---- look
const dark = () => (state.theme || (night.matches ? "dark" : "light")) === "dark";
const colour = (kind) => (graph.types[kind] ?? ["#6b7280", "#9ca3af"])[Number(dark())];
const theme = () => dark()
  ? { ground: "#10141c", ink: "#f1f5f9", quiet: "#a6b0c0", line: "#8593ab", colour, text: colour }
  : { ground: "#fbfbf9", ink: "#161b26", quiet: "#525c6c", line: "#76839a", colour, text: colour };
const still = () => calm.matches;

// ---- parts
const live = el("p", { class: "hidden", role: "status", "aria-live": "polite" });
const panel = el("aside", { class: "panel", "aria-label": "Details" });
const stage = el("div", { class: "stage", tabindex: "0", role: "application", "aria-label": `Picture of the graph: ${plural(graph.drawn.length, "node", "nodes")}. Arrow keys step from node to node, Enter opens one, plus and minus zoom, zero shows all. The lists hold the same.` });
const lists = table(graph, { go, changed: save });
const legend = el("details", { class: "legend", open: !narrow.matches }, el("summary", {}, "Kinds"));
const finder = search(graph, { go, colour });
const button = (name, text, act, extra = {}) => el("button", { class: "tool", title: name, "aria-label": name, onclick: act, ...extra }, text);
const views = el("div", { class: "views", role: "group", "aria-label": "View" }, ["picture", "table"].map((name) => el("button", { "data-view": name, onclick: () => { state.view = name; panel.classList.toggle("open", !!state.node && !(narrow.matches && name === "table")); apply(); save(); } }, name === "picture" ? "Picture" : "Lists")));
const tools = el("div", { class: "tools" }, button("Zoom in", "+", () => view?.zoom(1 / 1.5)), button("Zoom out", "−", () => view?.zoom(1.5)), button("Show all", "⤢", () => view?.fit()), button("Save the picture as PNG", "PNG", savePng));
const swap = button("Dark or light", "◐", () => { state.theme = dark() ? "light" : "dark"; apply(); save(); });
const home = el("button", { class: "brand", title: "Overview", onclick: () => go(null, { focus: true }) }, el("i", { class: "logo", "aria-hidden": "true" }), said(graph.title));

document.body.append(
  el("header", { class: "top" }, el("h1", {}, home), finder, views, swap),
  el("main", {}, el("div", { class: "left" }, stage, el("div", { class: "over" }, legend), tools, lists.element), panel), live);

function fillLegend() {
  const kinds = Object.keys(KINDS).map((kind) => [kind, graph.drawn.filter((n) => n.kind === kind).length]).filter(([, n]) => n);
  const open = legend.open;
  legend.replaceChildren(legend.firstChild, el("div", { class: "kinds" }, kinds.map(([kind, n]) => el("button", { "aria-pressed": String(!state.hidden.has(kind)), "data-kind": kind, colour: colour(kind), onclick: () => toggle(kind) },
    el("i", { class: `dot ${kind === "Organization" || kind === "Venue" ? "square" : ""}`, "aria-hidden": "true" }), el("span", {}, KINDS[kind][2]), el("span", { class: "count" }, n.toLocaleString("en"))))));
  legend.open = open;
}

function toggle(kind) {
  state.hidden.has(kind) ? state.hidden.delete(kind) : state.hidden.add(kind);
  apply();
  legend.querySelector(`[data-kind="${kind}"]`)?.focus();
  live.textContent = `${KINDS[kind][2]} ${state.hidden.has(kind) ? "hidden" : "shown"}`;
  save();
}

// ---- choosing a node
function go(node, { focus = false, keep = false } = {}) {
  const before = state.node;
  state.node = node;
  panel.replaceChildren(...(node ? [el("button", { class: "close", "aria-label": "Close details", onclick: () => go(null) }, "×"), ...describe(node, (other) => go(other, { focus: true }), colour)] : overview(graph, (other) => go(other, { focus: true }), colour)));
  panel.scrollTop = 0;
  panel.classList.toggle("open", !!node);
  view?.choose(node);
  lists.select(node);
  if (node && focus) view?.show(node);
  if (focus) panel.querySelector("h2")?.focus({ preventScroll: true });
  live.textContent = node ? `${sentence(node)}: details shown` : "";
  if (!keep && before !== node) save(true);
}

// ---- the address
function save(step = false) {
  const parts = new URLSearchParams();
  if (state.node) parts.set("node", state.node.id);
  if (state.hidden.size) parts.set("hide", [...state.hidden].join(","));
  if (state.view !== "picture") { parts.set("view", state.view); parts.set("list", lists.tab); }
  if (state.theme) parts.set("theme", state.theme);
  const hash = `#${parts}`;
  try { if (hash !== location.hash && (hash !== "#" || location.hash)) history[step ? "pushState" : "replaceState"](null, "", hash); } catch { /* a page without an address keeps its state to itself */ }
}

function restore() {
  const parts = new URLSearchParams(location.hash.slice(1));
  state.hidden = new Set((parts.get("hide") ?? "").split(",").filter((kind) => kind in KINDS));
  state.view = parts.get("view") === "table" || !gl.works ? "table" : "picture";
  state.theme = ["dark", "light"].includes(parts.get("theme")) ? parts.get("theme") : "";
  lists.tab = parts.get("list");
  apply();
  const node = graph.byId.get(parts.get("node"));
  go(node?.at ? node : null, { keep: true });
}

function apply() {
  root.dataset.theme = dark() ? "dark" : "light";
  root.dataset.view = state.view;
  fillLegend();
  const shown = state.view === "picture";
  for (const part of [stage, tools, legend.parentElement]) part.hidden = !shown;
  lists.element.hidden = shown;
  views.querySelectorAll("button").forEach((b) => { b.setAttribute("aria-pressed", String(b.dataset.view === state.view)); b.disabled = b.dataset.view === "picture" && !gl.works; });
  if (!shown) return lists.fill();
  if (!view && gl.works && graph.drawn.length) {
    try { view = picture(graph, stage, { go, theme, still, software: gl.software, hover: (node) => { if (node && document.activeElement === stage) live.textContent = sentence(node); } }); } catch (error) { return lost(error); }
  }
  view?.hide(new Set(state.hidden));
}

function lost(error) {
  console.warn(error);
  gl.works = false;
  state.view = "table";
  apply();
}

async function savePng() {
  const blob = view && await view.image();
  if (!blob) return;
  const link = el("a", { href: URL.createObjectURL(blob), download: "talentgraph.png" });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  live.textContent = "Picture saved";
}

addEventListener("hashchange", restore);
addEventListener("popstate", restore);
addEventListener("keydown", (event) => {
  if (event.key === "/" && !/^(INPUT|TEXTAREA)$/.test(document.activeElement?.tagName)) { event.preventDefault(); document.getElementById("search").focus(); }
  if (event.key === "Escape" && state.node) go(null);
});
night.addEventListener("change", () => { apply(); go(state.node, { keep: true }); });
if (!gl.works) panel.before(el("p", { class: "notice", role: "note" }, "This browser draws no WebGL, so the picture is off. The lists and details hold everything it would show."));
restore();
if (state.node) view?.show(state.node);
window.talentgraph = { at: (id) => view?.at(graph.byId.get(id)) };
root.dataset.ready = "true";
