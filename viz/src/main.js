// The page: reads its data, lays itself out, and keeps its state in the address.
import { card } from "./card.js";
import { dot, el, plural, said } from "./dom.js";
import { shown } from "./filter.js";
import { drawer, strip } from "./filters.js";
import { KINDS, load } from "./graph.js";
import { help } from "./help.js";
import { overview } from "./overview.js";
import { describe } from "./panel.js";
import { describePath, pathbar } from "./pathbar.js";
import { hasWebgl, picture, sentence } from "./picture.js";
import { printing } from "./print.js";
import { save as saveFile, serialised } from "./save.js";
import { search } from "./search.js";
import { table } from "./table.js";

// A graph too large for one picture comes in parts: the communities, and each of them when it is opened.
const asked = () => /^[1-9]\d{0,5}$/.exec(new URLSearchParams(location.hash.slice(1)).get("part") ?? "")?.[0];
const part = document.getElementById(`part-${asked()}`) ? asked() : null;

// Large data is packed, so that the page stays small; a browser that cannot unpack it says so.
async function read(island) {
  const data = JSON.parse(island.textContent);
  if (island.dataset.form !== "gzip") return data;
  return new Response(new Blob([bytes(data)]).stream().pipeThrough(new DecompressionStream("gzip"))).json();
}

// From base64, with a plain loop where the browser has nothing quicker.
function bytes(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  const letters = atob(text), found = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i++) found[i] = letters.charCodeAt(i);
  return found;
}

const island = document.getElementById(part ? `part-${part}` : "data");
const notice = (text, role) => { const note = el("p", { class: "notice", role }, text); document.body.append(note); return note; };
const opening = island.dataset.form && notice("Opening the graph …", "status");
const data = await read(island).catch((error) => { notice("This browser cannot unpack the graph. A browser of 2023 or later can.", "alert"); throw error; });
opening?.remove();
const graph = load(data);
const root = document.documentElement;
const night = matchMedia("(prefers-color-scheme: dark)"), calm = matchMedia("(prefers-reduced-motion: reduce)"), narrow = matchMedia("(max-width: 760px)");
const NONE = { years: null, technology: null, organisation: null, community: null, steps: 0 };
const state = { node: null, hidden: new Set(), view: "picture", theme: "", path: null, ...NONE };
const gl = hasWebgl();
let view = null, trail = null, filtered = { asked: null, nodes: null, undated: 0 }; // the trail is the nodes of the path

// ---- look
let paper = false; // which is white
const dark = () => !paper && (state.theme || (night.matches ? "dark" : "light")) === "dark";
const colour = (kind) => (graph.types[kind] ?? ["#6b7280", "#9ca3af"])[Number(dark())];
const tint = (kind) => `var(--kind-${kind}, currentColor)`; // the same outside the picture, where it follows the theme
const theme = () => dark()
  ? { ground: "#10141c", ink: "#f1f5f9", quiet: "#a6b0c0", line: "#8593ab", isle: "#1c2432", colour, text: colour }
  : { ground: "#fbfbf9", ink: "#161b26", quiet: "#525c6c", line: "#76839a", isle: "#eceee6", colour, text: colour };
const still = () => calm.matches;

// ---- parts
const live = el("p", { class: "hidden", role: "status", "aria-live": "polite" });
const panel = el("aside", { class: "panel", "aria-label": "Details" });
const stage = el("div", { class: "stage", tabindex: "0", role: "application", "aria-label": `Picture of the graph: ${plural(graph.drawn.length, "node", "nodes")}. Arrow keys step from node to node, Enter opens one, plus and minus zoom, zero shows all. The lists hold the same.` });
const lists = table(graph, { go, changed: save });
const legend = el("details", { class: "legend", open: !narrow.matches }, el("summary", {}, "Kinds"));
const finder = search(graph, { go, colour: tint });
const filters = drawer(graph, { colour: tint, pick });
const range = strip(graph, { pick });
const over = el("div", { class: "over" }, legend);
const ways = pathbar(graph, { colour: tint, find: (from, to) => walk([from, to]), close: () => leavePath() });
const button = (name, text, act, extra = {}) => el("button", { class: "tool", title: name, "aria-label": name, onclick: act, ...extra }, text);
const views = el("div", { class: "views", role: "group", "aria-label": "View" }, ["picture", "table"].map((name) => el("button", { "data-view": name, onclick: () => { state.view = name; panel.classList.toggle("open", !!(state.node || state.path) && !(narrow.matches && name === "table")); apply(); save(true); } }, name === "picture" ? "Picture" : "Lists")));
const tools = el("div", { class: "tools" }, button("Zoom in", "+", () => view?.zoom(1 / 1.5)), button("Zoom out", "−", () => view?.zoom(1.5)), button("Show all", "⤢", () => view?.fit()), button("Save the picture as PNG", "PNG", savePng, { class: "tool word" }), button("Save the picture as SVG", "SVG", saveSvg, { class: "tool word" }));
const pathButton = button("Path between two", "Path", () => { ways.element.hidden ? openPath(state.node) : leavePath(); }, { class: "tool word", "aria-expanded": "false" });
const swap = button("Dark or light", "◐", () => { state.theme = dark() ? "light" : "dark"; apply(); save(); });
const pointed = card(stage, { colour: tint });
const guide = help(graph, { colour: tint });
const helpButton = button("Help", "?", () => guide.showModal(), { class: "tool help-button" });
const nothing = el("div", { class: "nothing", hidden: true }, el("p", {}, graph.drawn.length ? "Nothing matches what is chosen." : "There is nothing to draw yet."), graph.drawn.length > 0 && el("button", { class: "chip", onclick: () => { state.hidden.clear(); pick(NONE); apply(); save(); stage.focus(); } }, "Show all again"));
const home = el("button", { class: "brand", title: "Overview", onclick: () => go(null, { focus: true }) }, el("i", { class: "logo", "aria-hidden": "true" }), said(graph.title));

document.body.append(
  el("header", { class: "top" }, el("h1", {}, home), finder, pathButton, views, swap, helpButton), ways.element,
  el("main", {}, el("div", { class: "left" }, el("div", { class: "canvas" }, stage, pointed.element, over, nothing, tools), lists.element, range?.element ?? ""), panel), live, guide);

function fillLegend() {
  const kinds = Object.keys(KINDS).map((kind) => [kind, graph.drawn.filter((n) => n.kind === kind).length]).filter(([, n]) => n);
  const open = legend.open;
  legend.replaceChildren(legend.firstChild, el("div", { class: "kinds" }, kinds.map(([kind, n]) => el("button", { "aria-pressed": String(!state.hidden.has(kind)), "data-kind": kind, colour: tint(kind), onclick: () => toggle(kind) },
    dot(kind), el("span", {}, KINDS[kind][2]), el("span", { class: "count" }, n.toLocaleString("en"))))));
  legend.open = open;
}

function toggle(kind) {
  state.hidden.has(kind) ? state.hidden.delete(kind) : state.hidden.add(kind);
  apply();
  legend.querySelector(`[data-kind="${kind}"]`)?.focus();
  live.textContent = `${KINDS[kind][2]} ${state.hidden.has(kind) ? "hidden" : "shown"}`;
  save();
}

// What lies over the picture, where no name should stand.
function fences() {
  const { left, top } = stage.getBoundingClientRect();
  return [...over.children, tools].map((part) => part.getBoundingClientRect()).map((box) => [box.left - left, box.top - top, box.right - left, box.bottom - top]);
}

// ---- choosing a node, a path, a part
function go(node, { focus = false, keep = false } = {}) {
  const before = state.path ?? state.node;
  state.node = node;
  if (!node) state.steps = 0;
  if (state.path && !keep) endPath();
  const follow = (other) => go(other, { focus: true });
  const parts = node ? [...describe(node, { go: follow, colour: tint, graph, open, part: node.kind === "Community" ? null : acts(node) })] : overview(graph, { go: follow, colour: tint, pick, open, walk });
  fillPanel(node ? [closer("Close details", leave), ...parts] : parts, !!node);
  view?.choose(node);
  lists.select(node);
  filter();
  if (node && focus) view?.show(node);
  if (focus) panel.querySelector("h2")?.focus({ preventScroll: true });
  live.textContent = node ? `${sentence(node)}: details shown` : "";
  if (!keep && before !== node) save(true);
}

const closer = (name, act) => el("button", { class: "close", "aria-label": name, onclick: act }, "×");

// Closes what is open; the keyboard is then where it was opened from, and not at the top of the page.
function leave() {
  const node = state.node;
  go(null);
  (state.view === "picture" ? stage : lists.row(node)).focus();
}

function leavePath() {
  walk(null);
  pathButton.focus();
}

function fillPanel(parts, open) {
  panel.replaceChildren(...parts);
  panel.scrollTop = 0;
  panel.classList.toggle("open", open);
}

// What can be done with a node: show only what is around it, or begin a path at it.
function acts(node) {
  const step = (n, text) => el("button", { "aria-pressed": String(state.steps === n), onclick: () => { pick({ steps: n }); go(node, { keep: true }); if (n) view?.show(filtered.nodes); panel.querySelector(`.acts [data-steps="${n}"]`)?.focus(); }, "data-steps": n }, text);
  return el("div", { class: "acts" }, el("span", { class: "tabs", role: "group", "aria-label": "Show around it" }, step(0, "All"), step(1, "1 step"), step(2, "2 steps")), el("button", { class: "chip", onclick: () => openPath(node) }, "Path from here"));
}

function openPath(node) {
  ways.element.hidden = false;
  pathButton.setAttribute("aria-expanded", "true");
  ways.set(node, null);
  ways.focus();
}

function endPath() {
  state.path = trail = null;
  ways.element.hidden = true;
  ways.set(null, null);
  pathButton.setAttribute("aria-expanded", "false");
  view?.way(null);
}

function walk(ends, { keep = false } = {}) {
  endPath();
  state.node = null;
  view?.choose(null);
  if (!ends) { go(null, { keep: true }); if (!keep) save(true); return; }
  state.path = ends;
  ways.element.hidden = false;
  pathButton.setAttribute("aria-expanded", "true");
  ways.set(...ends);
  const { steps, parts } = describePath(graph, ends, (node) => go(node, { focus: true }), tint);
  fillPanel([closer("Close the path", leavePath), ...parts], true);
  trail = steps && new Set(steps.flatMap((step) => [step.from, step.to]));
  view?.way(trail);
  if (trail) view?.show(trail);
  panel.querySelector("h2")?.focus({ preventScroll: true });
  live.textContent = steps ? plural(steps.length, "step", "steps") : "No path";
  if (!keep) save(true);
}

// Changes filters; what is out of them is neither in the picture nor in the lists.
function pick(change) {
  const sliding = change.years && state.years; // every other choice is a step that the back button undoes
  Object.assign(state, change);
  filter();
  if (change.community) view?.show(new Set(change.community.members));
  const count = filtered.nodes?.size ?? graph.drawn.length;
  live.textContent = `${plural(count, "node", "nodes")} shown`;
  save(!sliding);
}

// Asks anew only where the answer can differ: a chosen node matters where only what is around it is shown.
function filter() {
  const asked = [state.years?.join(), state.technology, state.organisation, state.community, state.steps, state.steps && state.node];
  if (!filtered.asked?.every((part, i) => part === asked[i])) filtered = { asked, ...shown(graph, { ...state, centre: state.node }) };
  filters.fill(state);
  range?.fill(state.years, filtered.undated);
  nothing.hidden = graph.drawn.some((node) => !state.hidden.has(node.kind) && (!filtered.nodes || filtered.nodes.has(node)));
  view?.hide(new Set(state.hidden), filtered.nodes);
  lists.only(filtered.nodes);
}

// ---- the address
function save(step = false) {
  const parts = new URLSearchParams();
  const set = (key, value) => { if (value) parts.set(key, value); };
  set("part", part);
  set("node", state.node?.id);
  if (state.path) parts.set("path", JSON.stringify(state.path.map((node) => node.id)));
  set("hide", [...state.hidden].join(","));
  set("years", state.years?.join("-"));
  set("technology", state.technology?.id);
  set("organisation", state.organisation?.id);
  set("community", state.community && String(state.community.i + 1));
  set("steps", state.steps && String(state.steps));
  if (state.view !== "picture") { parts.set("view", state.view); for (const [key, value] of Object.entries(lists.state)) set(key, value); }
  set("theme", state.theme);
  const hash = `#${parts}`;
  try { if (hash !== location.hash && (hash !== "#" || location.hash)) history[step ? "pushState" : "replaceState"](null, "", hash); } catch { /* a page without an address keeps its state to itself */ }
}

// Another part of the page is another graph, so the page begins anew.
let leaving = false;
function open(number) { location.hash = number ? `part=${number}` : ""; }
function leaves() {
  if (leaving || (asked() ?? null) === part || (!part && !document.getElementById(`part-${asked()}`))) return leaving;
  location.reload();
  return leaving = true;
}

function restore() {
  if (leaves()) return;
  const parts = new URLSearchParams(location.hash.slice(1));
  const node = (key, kind) => { const found = graph.byId.get(parts.get(key)); return found?.at && (!kind || found.kind === kind) ? found : null; };
  state.hidden = new Set((parts.get("hide") ?? "").split(",").filter((kind) => Object.hasOwn(KINDS, kind)));
  state.view = parts.get("view") === "table" || !gl.works ? "table" : "picture";
  state.theme = ["dark", "light"].includes(parts.get("theme")) ? parts.get("theme") : "";
  const years = /^(\d{4})-(\d{4})$/.exec(parts.get("years") ?? "");
  Object.assign(state, NONE, { years: years && range ? range.within(+years[1], +years[2]) : null, technology: node("technology", "Technology"), organisation: node("organisation", "Organization"), community: graph.communities[Number(parts.get("community") ?? 0) - 1] ?? null, steps: [1, 2].includes(Number(parts.get("steps"))) ? Number(parts.get("steps")) : 0 });
  lists.state = Object.fromEntries(["list", "sort", "find"].map((key) => [key, parts.get(key)]));
  apply();
  const ends = pair(parts.get("path"));
  if (ends) walk(ends, { keep: true });
  else { endPath(); go(node("node"), { keep: true }); }
}

function pair(text) {
  try { const ends = JSON.parse(text ?? "null").map((id) => graph.byId.get(id)); return ends.length === 2 && ends.every((end) => end?.at) ? ends : null; } catch { return null; }
}

function apply() {
  root.dataset.theme = dark() ? "dark" : "light";
  root.dataset.view = state.view;
  for (const kind of Object.keys(KINDS)) root.style.setProperty(`--kind-${kind}`, colour(kind));
  fillLegend();
  const pictured = state.view === "picture";
  stage.parentElement.hidden = !pictured;
  lists.element.hidden = pictured;
  const place = pictured ? over : lists.filters;
  if (filters.elements[0].parentElement !== place) place.append(...filters.elements);
  views.querySelectorAll("button").forEach((b) => { b.setAttribute("aria-pressed", String(b.dataset.view === state.view)); b.disabled = b.dataset.view === "picture" && !gl.works; });
  filter();
  if (!pictured) return lists.fill();
  if (!view && gl.works && graph.drawn.length) {
    try { view = picture(graph, stage, { go, theme, still, software: gl.software, fences, tag: pointed.show, hover: (node) => { if (node && document.activeElement === stage) live.textContent = sentence(node); } }); } catch (error) { return lost(error); }
    catchUp();
  }
}

// A picture that is made late, as after the lists, shows what was chosen before.
function catchUp() {
  view.choose(state.node);
  view.way(trail);
  view.hide(new Set(state.hidden), filtered.nodes);
  if (trail ?? state.node) view.show(trail ?? state.node);
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
  saveFile(blob, "image/png", "talentgraph.png");
  live.textContent = "Picture saved";
}

function saveSvg() {
  if (!view) return;
  saveFile(serialised(view.drawing()), "image/svg+xml", "talentgraph.svg");
  live.textContent = "Picture saved";
}

printing({ panel, canvas: stage.parentElement, drawing: () => state.view === "picture" && !panel.classList.contains("open") && view ? view.drawing() : null, light: (on) => { paper = on; apply(); } });
over.addEventListener("toggle", () => view?.letter(), true); // names keep clear of what is open
addEventListener("hashchange", restore);
addEventListener("popstate", restore);
addEventListener("keydown", (event) => {
  const writing = /^(INPUT|TEXTAREA)$/.test(document.activeElement?.tagName);
  if (guide.open || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "?" && !writing) { event.preventDefault(); guide.showModal(); }
  if (event.key === "/" && !writing) { event.preventDefault(); document.getElementById("search").focus(); }
  if (event.key === "Escape" && state.path) leavePath();
  else if (event.key === "Escape" && state.node) leave();
});
night.addEventListener("change", apply);
if (!gl.works) panel.before(el("p", { class: "notice", role: "note" }, "This browser draws no WebGL, so the picture is off. The lists and details hold everything it would show."));
restore();
if (state.node) view?.show(state.node);
window.talentgraph = { at: (id) => view?.at(graph.byId.get(id)) };
root.dataset.ready = "true";
