// The page of an evaluation. Texts of documents become text nodes: nothing here parses HTML.
"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const root = document.documentElement;
const narrow = matchMedia("(max-width: 800px)"), night = matchMedia("(prefers-color-scheme: dark)");
const SVG = "http://www.w3.org/2000/svg";
const VERDICTS = data.verdicts, RIGHT = 0, WRONG = 1, MISSED = 2, ALARM = 3;
const ICONS = ["✓", "≠", "○", "✕"], STYLES = ["correct", "wrong", "missed", "alarm"];
const CLASS_KEYS = data.classes.map(([key]) => key), CLASS_NAMES = data.classes.map(([, name]) => name);
const NOUNS = { basics: "Person", work: "Job", education: "Study", publications: "Paper", skills: "Technologies", projects: "Projects", awards: "Awards" };
const BANDS = data.bands;
const state = { view: "overview", doc: null, value: null, layer: "both", show: new Set([0, 1, 2, 3]), kind: "", variant: "", query: "", theme: "" };

// ---- elements
function el(tag, attributes = {}, ...children) {
  const node = attributes.svg ? document.createElementNS(SVG, tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "svg" || value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name.startsWith("--")) node.style.setProperty(name, value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...kept(children));
  return node;
}
const kept = (children) => children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false && child !== "");
const put = (node, ...children) => node.replaceChildren(...kept(children));
const svg = (tag, attributes = {}, ...children) => el(tag, { svg: true, ...attributes }, ...children);
const said = (text) => el("bdi", {}, String(text)); // a document's text, apart from the direction of the text around it
const percent = (rate) => (rate === null || rate === undefined ? "–" : (100 * rate).toFixed(1));
const many = (count, one, more = one + "s") => `${count.toLocaleString("en")} ${count === 1 ? one : more}`;
const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
const pick = (choices, chosen, name, act) => el("div", { class: "switch", role: "group", "aria-label": name }, choices.map(([key, label]) =>
  el("button", { "data-choice": key, "aria-pressed": String(key === chosen), onclick: () => act(key) }, label)));

// ---- documents as objects
const documents = data.documents.map((row, number) => ({
  ...row, number, name: `${row.person} / ${row.variant}`, haystack: null, letters: null,
  values: row.values.map(([kind, gold, found, verdict, group, confidence, spans, place], index) => ({ index, kind, gold, found, verdict, group, confidence, spans, place })),
}));
const mean = (scores) => { const known = scores.filter((score) => score !== null); return known.length ? known.reduce((a, b) => a + b) / known.length : null; };
const haystack = (doc) => (doc.haystack ??= fold([doc.name, doc.text, ...doc.values.map((value) => value.gold)].join("\n")));
const wanted = (value) => state.show.has(value.verdict) && (!state.kind || CLASS_KEYS[value.kind] === state.kind);
const isError = (value) => value.verdict !== RIGHT && wanted(value);
const errors = (doc) => doc.values.filter(isError);
const matches = (doc) => (!state.variant || doc.variant === state.variant) && (!state.query || haystack(doc).includes(fold(state.query)));

function listed() {
  const chosen = documents.filter(matches);
  if (!state.kind && state.show.size === 4) return chosen; // as they come: the worst first
  return chosen.map((doc) => [errors(doc).length, doc]).sort(([a, one], [b, other]) => b - a || one.number - other.number).map(([, doc]) => doc);
}

// ---- frame
const live = el("p", { class: "hidden", role: "status", "aria-live": "polite" });
const search = el("input", { type: "search", id: "search", placeholder: "Search texts and values  /", "aria-label": "Search texts and values", oninput: () => { state.query = search.value.trim(); if (state.query) state.view = "documents"; render(); } });
const select = (id, label, options, act) => { const node = el("select", { id, "aria-label": label, onchange: () => act(node.value) }, options.map(([key, name]) => el("option", { value: key }, name))); return node; };
const variants = [...new Set(documents.map((doc) => doc.variant))].sort();
const bySort = select("variant", "Layout", [["", "All layouts"], ...variants.map((name) => [name, name])], (value) => { state.variant = value; state.view = "documents"; reset(); });
const byKind = select("kind", "Class", [["", "All classes"], ...data.classes], (value) => { state.kind = value; state.view = "documents"; reset(); });
const theme = el("button", { class: "tool", "aria-label": "Dark or light", title: "Dark or light", onclick: () => { state.theme = dark() ? "light" : "dark"; paint(); } }, "◐");
const tabs = el("div");
const overview = el("main", { class: "overview", tabindex: "0", "aria-label": "Overview" });
const list = el("nav", { class: "list", "aria-label": "Documents" });
const paper = el("section", { class: "paper", "aria-label": "Text" });
const pairs = el("aside", { class: "pairs", tabindex: "0", "aria-label": "Gold and found" });
const reader = el("main", { class: "reader" }, list, paper, pairs);
document.body.append(el("header", { class: "top" }, el("h1", {}, said(data.title)), tabs, el("div", { class: "filters" }, search, bySort, byKind), theme), overview, reader, live);

const dark = () => (state.theme || (night.matches ? "dark" : "light")) === "dark";
function paint() { root.dataset.theme = dark() ? "dark" : "light"; }

function reset() { // a new filter: the first document that has something to show
  const found = listed();
  if (!found.includes(state.doc)) state.doc = narrow.matches ? null : found[0] ?? null;
  state.value = null;
  render();
}

function render() {
  root.dataset.view = state.view;
  root.dataset.open = state.doc ? "document" : "list";
  put(tabs, pick([["overview", "Overview"], ["documents", "Documents"]], state.view, "View", (key) => { state.view = key; if (key === "documents" && !state.doc && !narrow.matches) state.doc = listed()[0] ?? null; render(); }));
  bySort.value = state.variant; byKind.value = state.kind;
  if (state.view === "overview") drawOverview(); else { drawList(); drawPaper(); drawPairs(); }
  save();
}

// ---- the list of documents
function bar(counts, label) {
  const total = counts.reduce((a, b) => a + b, 0) || 1;
  return el("span", { class: "stack", role: "img", "aria-label": label }, counts.map((count, verdict) => count > 0 && el("i", { class: STYLES[verdict], "--w": `${(100 * count) / total}%` })));
}
const countsOf = (values) => VERDICTS.map((_, verdict) => values.filter((value) => value.verdict === verdict).length);
const inWords = (counts) => VERDICTS.map((name, verdict) => `${counts[verdict]} ${name}`).join(", ");

function drawList() {
  const found = listed();
  const order = !state.kind && state.show.size === 4 ? "worst first" : "most errors first";
  const at = list.scrollTop, kept = list.contains(document.activeElement);
  put(list, 
    el("p", { class: "note" }, `${many(found.length, "document")}, ${order}`, data.left_out > 0 && `; ${data.left_out} better ones are not on this page`),
    el("ol", {}, found.map((doc) => {
      const some = state.kind ? doc.values.filter((value) => CLASS_KEYS[value.kind] === state.kind) : doc.values, counts = countsOf(some), wrong = errors(doc).length;
      return el("li", {}, el("button", { class: "row", "data-number": doc.number, "aria-current": doc === state.doc ? "true" : null, onclick: () => open(doc) },
        el("span", { class: "name" }, said(doc.person), el("small", {}, said(doc.variant))),
        el("span", { class: "score", title: "Mean of both F1" }, percent(mean(doc.scores))),
        bar(counts, inWords(counts)), el("small", { class: "errors" }, doc.problem ? "not read" : many(wrong, "error"))));
    })),
    el("p", { class: "keys" }, [["n", "p", "errors"], ["j", "k", "documents"], ["s", "side by side"], ["/", "search"]].map((keys) => el("span", {}, keys.slice(0, -1).map((key) => el("kbd", {}, key)), ` ${keys.at(-1)}`))));
  list.scrollTop = at;
  const current = list.querySelector("[aria-current]");
  if (kept) current?.focus();
  current?.scrollIntoView({ block: "nearest" });
}

function open(doc, value = null) {
  state.doc = doc; state.value = value;
  render();
  pairs.scrollTo(0, 0);
  if (value !== null) choose(value);
}

// ---- the text
function ranges(doc, layer) {
  const made = [];
  for (const value of doc.values) {
    if (!wanted(value)) continue;
    const style = STYLES[value.verdict];
    if (layer !== "gold" || value.verdict === RIGHT) for (const [start, end] of value.spans) made.push({ start, end, value, style: `found ${style}` });
    if (layer !== "found" && value.place) made.push({ start: value.place[0], end: value.place[1], value, style: `gold ${style}` });
  }
  if (state.query) made.push(...hits(doc));
  return made.sort((a, b) => a.start - b.start || b.end - a.end);
}

function hits(doc) {
  const made = [], text = doc.letters.map((letter) => fold(letter)[0] ?? " ").join(""), query = fold(state.query);
  for (let at = text.indexOf(query); query && at >= 0 && made.length < 500; at = text.indexOf(query, at + query.length)) made.push({ start: at, end: at + query.length, value: null, style: "hit" });
  return made;
}

function pieces(letters, from, to, all) { // a line, cut where marks begin and end
  const inside = all.filter((range) => range.start < to && range.end > from);
  const cuts = [...new Set([from, to, ...inside.flatMap((range) => [Math.max(from, range.start), Math.min(to, range.end)])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, i) => {
    const end = cuts[i + 1], text = letters.slice(start, end).join(""), over = inside.filter((range) => range.start <= start && range.end >= end);
    if (!over.length || !text.trim()) return text;
    const named = over.filter((range) => range.value), inner = named.sort((a, b) => a.end - a.start - (b.end - b.start))[0];
    return el("mark", { class: over.map((range) => range.style).join(" "), "data-value": inner && inner.value.index, "data-values": named.length ? ` ${named.map((range) => range.value.index).join(" ")} ` : null, title: inner && titleOf(inner.value) }, text);
  });
}
const titleOf = (value) => `${CLASS_NAMES[value.kind]}: ${VERDICTS[value.verdict]}`;

function body(doc) {
  const split = state.layer === "split" && !narrow.matches;
  const layers = (split ? ["gold", "found"] : ["both"]).map((layer) => ranges(doc, layer));
  const lines = [];
  let at = 0, page = 1;
  for (const line of doc.text.split(/(?<=[\n\f])/)) {
    const letters = Array.from(line), end = at + letters.length, last = letters.at(-1), to = last === "\n" || last === "\f" ? end - 1 : end;
    lines.push(el("div", { class: "line" }, layers.map((all) => el("div", { class: "cell", dir: "auto" }, to > at ? pieces(doc.letters, at, to, all) : "\u00a0"))));
    if (last === "\f") lines.push(el("div", { class: "break" }, el("span", {}, `page ${++page}`)));
    at = end;
  }
  return el("div", { class: `text ${split ? "split" : ""}` }, split && el("div", { class: "line head" }, el("div", { class: "cell" }, "Gold"), el("div", { class: "cell" }, "Found")), lines);
}

let drawn = ""; // the document and class that the text was last drawn for
function drawPaper() {
  const doc = state.doc;
  if (!doc) { put(paper, el("p", { class: "empty" }, "No document fits.")); return; }
  doc.letters ??= Array.from(doc.text);
  const counts = countsOf(doc.values.filter((value) => !state.kind || CLASS_KEYS[value.kind] === state.kind)), steps = errors(doc);
  const chips = VERDICTS.map((name, verdict) => el("button", { class: `chip ${STYLES[verdict]}`, "aria-pressed": String(state.show.has(verdict)), "data-verdict": verdict, onclick: () => toggle(verdict) },
    el("i", { "aria-hidden": "true" }, ICONS[verdict]), name, el("b", {}, counts[verdict])));
  const where = steps.findIndex((value) => value.index === state.value);
  const fresh = drawn !== `${doc.number} ${state.kind}`, at = fresh ? 0 : paper.querySelector(".scroll")?.scrollTop ?? 0, text = el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Text with marks" }, doc.problem ? el("p", { class: "empty" }, "The document could not be read: ", said(doc.problem)) : body(doc));
  text.addEventListener("click", (event) => { const mark = event.target.closest("mark[data-value]"); if (mark) choose(Number(mark.dataset.value), { from: "text" }); });
  put(paper, 
    el("div", { class: "bar" }, el("button", { class: "tool back", "aria-label": "Back to the list", onclick: () => { state.doc = null; render(); } }, "‹"),
      el("h2", { tabindex: "-1" }, said(doc.person), el("small", {}, said(doc.variant))), el("p", { class: "note" }, `names ${percent(doc.scores[0])} · records ${percent(doc.scores[1])}`),
      el("div", { class: "steps" }, el("button", { class: "tool", "aria-label": "Previous error", title: "Previous error (p)", onclick: () => step(-1) }, "↑"), el("span", { class: "count" }, `${where < 0 ? "–" : where + 1} of ${steps.length}`), el("button", { class: "tool", "aria-label": "Next error", title: "Next error (n)", onclick: () => step(1) }, "↓")),
      el("div", { class: "layers" }, pick([["both", "One text"], ["split", "Side by side"]], state.layer, "Text", layer))),
    el("div", { class: "chips", role: "group", "aria-label": "Show" }, chips, el("span", { class: "legend" }, el("mark", { class: "gold missed" }, "dashed"), " in the gold ", el("mark", { class: "found alarm" }, "filled"), " found")), text);
  text.scrollTop = at;
  drawTicks(text);
  drawn = `${doc.number} ${state.kind}`;
  if (fresh && state.kind) (text.querySelector("mark:not(.correct)[data-value]") ?? text.querySelector("mark"))?.scrollIntoView({ block: "center" });
  mark();
}

function drawTicks(text) { // where the errors stand, along the edge
  const height = text.scrollHeight, top = text.getBoundingClientRect().top - text.scrollTop, ticks = new Map();
  for (const node of text.querySelectorAll("mark[data-value]")) {
    const value = state.doc.values[Number(node.dataset.value)];
    if (value.verdict !== RIGHT) ticks.set(Math.round((400 * (node.getBoundingClientRect().top - top)) / height), value);
  }
  paper.append(el("div", { class: "ticks", "aria-hidden": "true" }, [...ticks].map(([at, value]) => el("i", { class: STYLES[value.verdict], "--y": `${at / 4}%`, onclick: () => choose(value.index) }))));
}

function toggle(verdict) {
  state.show.has(verdict) ? state.show.delete(verdict) : state.show.add(verdict);
  render();
  paper.querySelector(`[data-verdict="${verdict}"]`)?.focus();
}
function layer(key) { state.layer = key; drawPaper(); save(); paper.querySelector(`[data-choice="${key}"]`)?.focus(); }

// ---- gold and found side by side
function groups(doc) {
  const made = new Map();
  for (const value of doc.values) made.set(value.group, [...(made.get(value.group) ?? []), value]);
  return [...made].map(([key, values]) => ({ key, kind: key.split(".")[0], values, shown: values.filter(wanted) })).filter((group) => group.shown.length);
}

function drawPairs() {
  const doc = state.doc;
  if (!doc) { put(pairs); return; }
  const all = groups(doc), open = all.filter((group) => group.shown.some(isError)), calm = all.filter((group) => !group.shown.some(isError));
  put(pairs, 
    el("div", { class: "pair head", "aria-hidden": "true" }, el("span"), el("span", {}, "Gold"), el("span", {}, "Found")),
    open.map(card),
    !open.length && el("p", { class: "empty" }, doc.problem ? "Nothing was found." : "No error here."),
    calm.length > 0 && el("section", { class: "calm" }, el("h3", {}, `Right: ${calm.length}`), el("ul", {}, calm.map((group) => el("li", {}, el("i", { class: "correct", "aria-hidden": "true" }, ICONS[RIGHT]), el("button", { onclick: () => choose(group.shown[0].index) }, `${NOUNS[group.kind]}: `, said(summary(group))))))));
  mark();
}
const summary = (group) => (["work", "education", "publications"].includes(group.kind) ? group.values[0].gold || group.values[0].found : group.values.map((value) => value.gold || value.found).join(", "));

function card(group) {
  const single = ["skills", "awards", "projects"].includes(group.kind) || group.values.length > 14;
  const quiet = group.shown.filter((value) => value.verdict === RIGHT && single && value.kind === group.shown.at(-1).kind), rows = group.shown.filter((value) => !quiet.includes(value));
  const title = single && !["work", "education", "publications"].includes(group.kind) ? "" : group.values[0].gold || group.values[0].found;
  return el("section", { class: "record" }, el("h3", {}, el("span", {}, NOUNS[group.kind]), title && said(title)), rows.map(pair),
    quiet.length > 0 && el("p", { class: "quiet" }, el("i", { class: "correct", "aria-hidden": "true" }, ICONS[RIGHT]), ` ${quiet.length} right: `, quiet.map((value, i) => [i ? ", " : "", el("button", { "data-value": value.index, onclick: () => choose(value.index) }, said(value.found))])));
}

function pair(value) {
  const [gold, found] = differing(value), nothing = el("span", { class: "none" }, "nothing"), confidence = value.found && value.confidence !== null && sure(value.confidence);
  const what = el("button", { class: "what", "aria-label": titleOf(value) }, el("i", { "aria-hidden": "true" }, ICONS[value.verdict]), CLASS_NAMES[value.kind]);
  const sides = value.verdict === RIGHT && fold(value.gold) === fold(value.found) ? el("span", { class: "side both" }, said(value.found), confidence) : [
    el("span", { class: "side" }, value.gold ? el("bdi", {}, gold) : nothing), el("span", { class: "side" }, value.found ? [el("bdi", {}, found), confidence] : nothing)];
  return el("div", { class: `pair ${STYLES[value.verdict]}`, "data-value": value.index, onclick: () => choose(value.index) }, what, sides);
}

function differing(value) { // the part in which two values differ stands out
  const { gold, found } = value;
  if (value.verdict !== WRONG) return [[gold], [found]];
  const one = Array.from(gold), other = Array.from(found);
  let head = 0, tail = 0;
  while (head < Math.min(one.length, other.length) && one[head] === other[head]) head++;
  while (tail < Math.min(one.length, other.length) - head && one.at(-1 - tail) === other.at(-1 - tail)) tail++;
  if (head + tail < 3) return [[gold], [found]];
  return [one, other].map((letters) => [letters.slice(0, head).join(""), letters.length > head + tail ? el("b", {}, letters.slice(head, letters.length - tail).join("")) : "", letters.slice(letters.length - tail).join("")]);
}

function sure(confidence) {
  const [name] = BANDS.find(([, low]) => confidence >= low) ?? BANDS.at(-1);
  return el("small", { class: "sure", title: `confidence ${Math.round(100 * confidence)} %` }, `${name}, ${Math.round(100 * confidence)} %`);
}

// ---- choosing a value
function choose(index, { from = "" } = {}) {
  state.value = index;
  const value = state.doc.values[index];
  mark();
  const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
  if (from !== "text") paper.querySelector(`mark[data-values*=" ${index} "]`)?.scrollIntoView({ block: "center", behavior });
  pairs.querySelector(`[data-value="${index}"]`)?.scrollIntoView({ block: "center", behavior });
  const steps = errors(state.doc), where = steps.indexOf(value), count = paper.querySelector(".count");
  if (count) count.textContent = `${where < 0 ? "–" : where + 1} of ${steps.length}`;
  live.textContent = `${titleOf(value)}. Gold: ${value.gold || "nothing"}. Found: ${value.found || "nothing"}.`;
  save();
}
function mark() {
  for (const node of document.querySelectorAll(".on")) node.classList.remove("on");
  if (state.value === null) return;
  for (const node of paper.querySelectorAll(`mark[data-values*=" ${state.value} "]`)) node.classList.add("on");
  for (const node of pairs.querySelectorAll(`[data-value="${state.value}"]`)) node.classList.add("on");
}

function step(by) {
  if (!state.doc) return;
  const all = errors(state.doc).map((value) => value.index), at = all.indexOf(state.value);
  const next = at < 0 ? (by > 0 ? all[0] : all.at(-1)) : all[at + by];
  if (next !== undefined) { choose(next); return; }
  const docs = listed(), place = docs.indexOf(state.doc) + by;
  for (let i = place; docs[i]; i += by) { const some = errors(docs[i]); if (some.length) { open(docs[i], (by > 0 ? some[0] : some.at(-1)).index); return; } }
  live.textContent = "No more errors";
}
function turn(by) { const docs = listed(), next = docs[docs.indexOf(state.doc) + by]; if (next) open(next); }

// ---- overview
function drawOverview() {
  const all = data.figures.all, calibration = data.calibration[""];
  put(overview, 
    el("div", { class: "cards" }, figure("Names", all.ENTITY_F1, all.ENTITY_F1_90, "mean F1 of persons, employers, schools, venues and technologies"),
      figure("Records", all.RECORD_F1, all.RECORD_F1_90, "mean F1 of jobs, degrees and papers with everything right"),
      el("div", { class: "card" }, el("h2", {}, "Confidence"), el("p", { class: "big" }, calibration ? percent(calibration.error) : "–"), el("p", { class: "note" }, "points off on average (expected calibration error)")),
      el("div", { class: "card" }, el("h2", {}, "Documents"), el("p", { class: "big" }, all.documents.toLocaleString("en")), el("p", { class: "note" }, many(Object.keys(data.figures.variants).length, "layout")))),
    layouts(), el("div", { class: "two" }, errorsByClass(), reliability()), byClass());
}

function figure(name, rate, span, note) {
  return el("div", { class: "card" }, el("h2", {}, name), el("p", { class: "big" }, percent(rate)),
    span && el("div", { class: "span", role: "img", "aria-label": `90 % interval ${percent(span[0])} to ${percent(span[1])}` }, el("i", { "--a": `${100 * span[0]}%`, "--b": `${100 * span[1]}%` }), el("u", { "--a": `${100 * rate}%` })),
    el("p", { class: "note" }, span && `${percent(span[0])} to ${percent(span[1])} · `, note));
}

const COLUMNS = [
  ["Names", (f) => f.ENTITY_F1, ""], ["Records", (f) => f.RECORD_F1, ""],
  ...[["person", "Person", "basics.name"], ["employers", "Employers", "work.name"], ["institutions", "Schools", "education.institution"], ["venues", "Venues", "publications.publisher"], ["technologies", "Techno\u00adlogies", "skills.keywords"], ["titles", "Papers", "publications.name"], ["coauthors", "Co-authors", "publications.authors"], ["awards", "Awards", "awards.title"], ["projects", "Projects", "projects.name"]].map(([key, name, kind]) => [name, (f) => f.entities[key].f1, kind]),
  ...[["employment", "Jobs whole", "work.position"], ["education", "Studies whole", "education.studyType"], ["publication", "Papers whole", "publications.publisher"]].map(([key, name, kind]) => [name, (f) => f.records[key].f1, kind]),
];

function layouts() {
  const rows = [...Object.entries(data.figures.variants).sort(([, a], [, b]) => (mean([a.ENTITY_F1, a.RECORD_F1]) ?? 1) - (mean([b.ENTITY_F1, b.RECORD_F1]) ?? 1)), ["all", data.figures.all]];
  return el("section", {}, el("h2", {}, "By layout"), el("p", { class: "note" }, "F1 in percent; a figure opens its documents."), el("div", { class: "wide", tabindex: "0", role: "region", "aria-label": "F1 by layout" }, el("table", { class: "heat" },
    el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "Layout"), el("th", { scope: "col" }, "Doc\u00aduments"), COLUMNS.map(([name]) => el("th", { scope: "col" }, name)))),
    el("tbody", {}, rows.map(([name, figures]) => el("tr", { class: name === "all" ? "sum" : null }, el("th", { scope: "row" }, said(name)), el("td", {}, figures.documents),
      COLUMNS.map(([column, get, kind]) => { const rate = get(figures); return el("td", {}, rate === null ? "–" : el("button", { class: rate < 0.5 ? "low" : null, "--loss": `${Math.round(200 * (rate < 0.5 ? 0.5 - rate : 1 - rate))}%`, "aria-label": `${column}, ${name}: ${percent(rate)}`, onclick: () => { state.variant = name === "all" ? "" : name; state.kind = kind; state.view = "documents"; state.doc = null; reset(); } }, percent(rate))); })))))));
}

function errorsByClass() {
  const values = documents.flatMap((doc) => doc.values);
  const rows = data.classes.map(([key, name], kind) => [key, name, countsOf(values.filter((value) => value.kind === kind))]).filter(([, , counts]) => counts.some(Boolean));
  const wrong = ([, b, c, d]) => b + c + d;
  return el("section", {}, el("h2", {}, "Where the errors are"), el("p", { class: "note key" }, VERDICTS.map((name, verdict) => el("span", {}, el("i", { class: `dot ${STYLES[verdict]}` }), name))), el("ul", { class: "kinds" }, rows.sort(([, , a], [, , b]) => wrong(b) - wrong(a)).map(([key, name, counts]) =>
    el("li", {}, el("button", { onclick: () => { state.kind = key; state.variant = ""; state.view = "documents"; state.doc = null; reset(); } }, el("span", {}, name), bar(counts, inWords(counts)), el("b", {}, wrong(counts).toLocaleString("en")))))));
}

let plotted = "";
function reliability() {
  const keys = Object.keys(data.calibration);
  if (!keys.length) return el("section", {}, el("h2", {}, "Confidence and correctness"), el("p", { class: "empty" }, "No value has a confidence."));
  const choice = select("plotted", "Class of the plot", keys.map((key) => [key, key ? CLASS_NAMES[CLASS_KEYS.indexOf(key)] : "All classes"]), (key) => { plotted = key; drawOverview(); document.getElementById("plotted").focus(); });
  choice.value = plotted;
  const chosen = data.calibration[plotted];
  return el("section", {}, el("h2", {}, "Confidence and correctness"), el("div", { class: "line-of" }, choice, el("p", { class: "note" }, `calibration error ${percent(chosen.error)} points on ${many(chosen.size, "value")}`)), plot(chosen),
    el("table", { class: "plain" }, el("thead", {}, el("tr", {}, ["Band", "Values", "Confidence", "Right"].map((name) => el("th", { scope: "col" }, name)))),
      el("tbody", {}, chosen.bands.map(([name, low, , size, confidence, correct]) => el("tr", {}, el("th", { scope: "row" }, name, el("small", {}, ` from ${low.toFixed(1)}`)), el("td", {}, size.toLocaleString("en")), el("td", {}, percent(confidence)), el("td", {}, percent(correct)))))));
}

function plot(chosen) { // a point below the line: surer than right
  const W = 420, H = 300, L = 44, B = 40, T = 12, R = 12, x = (v) => L + v * (W - L - R), y = (v) => H - B - v * (H - B - T);
  const largest = Math.max(...chosen.bins.map(([, , size]) => size)), ticks = [0, 0.25, 0.5, 0.75, 1];
  const label = chosen.bins.map(([, , size, confidence, correct]) => `confidence ${percent(confidence)}: ${percent(correct)} right of ${size}`).join("; ");
  return svg("svg", { class: "plot", viewBox: `0 0 ${W} ${H}`, role: "img", "aria-label": `Reliability plot. ${label}` },
    ticks.map((tick) => [svg("line", { class: "grid", x1: x(tick), x2: x(tick), y1: y(0), y2: y(1) }), svg("line", { class: "grid", x1: x(0), x2: x(1), y1: y(tick), y2: y(tick) }),
      svg("text", { x: x(tick), y: H - B + 16, "text-anchor": "middle" }, `${100 * tick}`), svg("text", { x: L - 8, y: y(tick) + 4, "text-anchor": "end" }, `${100 * tick}`)]),
    svg("text", { x: x(0.5), y: H - 6, "text-anchor": "middle" }, "confidence, percent"), svg("text", { x: -y(0.5), y: 12, transform: "rotate(-90)", "text-anchor": "middle" }, "right, percent"),
    chosen.bins.map(([low, high, size]) => svg("rect", { class: "share", x: x(low) + 1, width: x(high) - x(low) - 2, y: y(0.22 * (size / largest)), height: y(0) - y(0.22 * (size / largest)) })),
    svg("line", { class: "ideal", x1: x(0), y1: y(0), x2: x(1), y2: y(1) }),
    svg("polyline", { class: "curve", points: chosen.bins.map(([, , , confidence, correct]) => `${x(confidence)},${y(correct)}`).join(" ") }),
    chosen.bins.map(([, , size, confidence, correct]) => svg("circle", { class: "point", cx: x(confidence), cy: y(correct), r: 4 + 5 * Math.sqrt(size / largest) }, svg("title", {}, `confidence ${percent(confidence)}, right ${percent(correct)}, ${many(size, "value")}`))));
}

function byClass() {
  const all = data.figures.all;
  const rows = [...Object.entries(all.entities), ...Object.entries(all.records).map(([name, score]) => [`${name}, whole`, score])].filter(([, score]) => score.asked + score.found);
  const facts = Object.entries(all.facts).filter(([, fact]) => fact.of);
  const table = (heads, body) => el("table", { class: "plain" }, el("thead", {}, el("tr", {}, heads.map((name) => el("th", { scope: "col" }, name)))), el("tbody", {}, body));
  return el("div", { class: "two" },
    el("section", {}, el("h2", {}, "By class"), el("div", { class: "wide", tabindex: "0", role: "region", "aria-label": "Scores by class" }, table(["Class", "Precision", "Recall", "F1", "Right", "Found", "Asked for"], rows.map(([name, s]) => el("tr", {}, el("th", { scope: "row" }, name), [percent(s.precision), percent(s.recall), percent(s.f1), s.right, s.found, s.asked].map((cell) => el("td", {}, typeof cell === "number" ? cell.toLocaleString("en") : cell))))))),
    el("section", {}, el("h2", {}, "Facts of the records that were found"), table(["Fact", "Right", "Of"], facts.map(([name, f]) => el("tr", {}, el("th", { scope: "row" }, name), el("td", {}, percent(f.accuracy)), el("td", {}, f.of.toLocaleString("en")))))));
}

// ---- the address keeps what is shown
function save() {
  const parts = new URLSearchParams();
  if (state.view === "documents") parts.set("doc", state.doc ? `${state.doc.person}/${state.doc.variant}` : "");
  if (state.value !== null && state.view === "documents") parts.set("value", state.value);
  for (const key of ["kind", "variant"]) if (state[key]) parts.set(key, state[key]);
  if (state.query) parts.set("find", state.query);
  if (state.layer !== "both") parts.set("text", state.layer);
  if (state.show.size < 4) parts.set("show", [...state.show].sort().map((verdict) => STYLES[verdict]).join(","));
  history.replaceState(null, "", `#${parts}`);
}
function load() {
  const parts = new URLSearchParams(location.hash.slice(1));
  state.view = parts.has("doc") ? "documents" : "overview";
  state.kind = CLASS_KEYS.includes(parts.get("kind")) ? parts.get("kind") : "";
  state.variant = variants.includes(parts.get("variant")) ? parts.get("variant") : "";
  state.query = search.value = parts.get("find") ?? "";
  state.layer = parts.get("text") === "split" ? "split" : "both";
  if (parts.has("show")) state.show = new Set(parts.get("show").split(",").map((style) => STYLES.indexOf(style)).filter((verdict) => verdict >= 0));
  const wantedName = parts.get("doc"), doc = documents.find((each) => `${each.person}/${each.variant}` === wantedName);
  state.doc = doc ?? (narrow.matches || state.view === "overview" ? null : listed()[0] ?? null);
  const value = parts.has("value") ? Number(parts.get("value")) : NaN;
  state.value = null;
  render();
  if (doc && doc.values[value]) choose(value);
}

const KEYS = { n: () => step(1), p: () => step(-1), j: () => turn(1), k: () => turn(-1), s: () => layer(state.layer === "split" ? "both" : "split"), o: () => { state.view = "overview"; render(); }, "/": () => search.focus() };
addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && event.target === search) { search.value = state.query = ""; search.blur(); render(); return; }
  if (/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) || !KEYS[event.key]) return;
  if (state.view !== "documents" && event.key !== "/" && event.key !== "o") return;
  event.preventDefault();
  KEYS[event.key]();
});
night.addEventListener("change", paint);
narrow.addEventListener("change", () => render());
addEventListener("hashchange", load);
paint();
load();
root.dataset.ready = "";
