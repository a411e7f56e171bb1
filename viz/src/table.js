// Lists: all that the picture shows, to sort and to filter.
import { el, said } from "./dom.js";
import { career, fold, ins, KINDS, outs, place, role, since, years } from "./graph.js";
import { csv, save } from "./save.js";

const size = (rows) => new Set(rows).size;
const people = (node, ...types) => size(types.flatMap((type) => ins(node, type).map((e) => e.source)));
const venue = (paper) => outs(paper, "PUBLISHED_IN")[0]?.target;
const authors = (paper) => ins(paper, "AUTHORED").slice().sort((a, b) => (a.facts.position ?? 99) - (b.facts.position ?? 99)).map((e) => e.source.name).join(", ");
const now = (person) => career(person).find((stint) => stint.kind === "Position");
const latest = (node) => Math.max(0, ...ins(node, "SKILLED_IN").map((e) => Number(String(e.facts.lastUsed ?? 0).slice(0, 4)))) || "";

const COLUMNS = {
  Person: [["Latest role", (n) => now(n) ? role(now(n)) : ""], ["Organisation", (n) => now(n) ? place(now(n))?.name ?? "" : ""], ["When", (n) => now(n) ? years(now(n).facts) : "", (n) => now(n) ? since(now(n)) : ""], ["Papers", (n) => outs(n, "AUTHORED").length], ["Technologies", (n) => size([...outs(n, "SKILLED_IN"), ...outs(n, "LISTS")].map((e) => e.target))], ["Links", (n) => n.degree]],
  Organization: [["Kind", (n) => n.labels[1] ?? n.facts.type ?? ""], ["Country", (n) => n.facts.countryCode ?? ""], ["Worked here", (n) => people(n, "WORKED_AT")], ["Studied here", (n) => people(n, "STUDIED_AT")]],
  Publication: [["Year", (n) => n.facts.year ?? ""], ["Venue", (n) => venue(n)?.name ?? ""], ["Authors", authors], ["Status", (n) => n.facts.status ?? ""]],
  Venue: [["Acronym", (n) => n.facts.acronym ?? ""], ["Type", (n) => n.facts.type ?? ""], ["Papers", (n) => ins(n, "PUBLISHED_IN").length], ["Authors", (n) => size(ins(n, "PUBLISHED_IN").flatMap((e) => ins(e.source, "AUTHORED").map((a) => a.source)))]],
  Technology: [["Kind", (n) => n.facts.kind ?? ""], ["People", (n) => people(n, "SKILLED_IN", "LISTS")], ["Last used", latest]],
  Community: [["Nodes", (n) => n.facts.members], ["People", (n) => n.facts.kinds.Person ?? 0], ["Organisations", (n) => n.facts.kinds.Organization ?? 0], ["Publications", (n) => n.facts.kinds.Publication ?? 0], ["Links", (n) => [...outs(n, "LINKED"), ...ins(n, "LINKED")].reduce((sum, e) => sum + e.facts.count, 0)]],
  Project: [["When", (n) => years(n.facts), since], ["People", (n) => people(n, "WORKED_ON")]],
};

const MARK = "\ufeff"; // tells Excel that a file is UTF-8

export function table(graph, { go, changed }) {
  const home = el("section", { class: "table", "aria-label": "Lists", hidden: true });
  const sorts = {};
  let tab = Object.keys(KINDS).find((kind) => graph.drawn.some((n) => n.kind === kind)) ?? "Person";
  let shown = 200, text = "", selected = null, kept = null;
  const filter = el("input", { type: "search", placeholder: "Filter this list", "aria-label": "Filter this list", oninput: () => { text = filter.value; shown = 200; fill(); changed(); } });
  const tabs = el("div", { class: "tabs", role: "group", "aria-label": "Kind" });
  const status = el("p", { class: "note", role: "status" });
  const filters = el("div", { class: "beside" });
  const box = el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Rows" });
  const copy = el("button", { class: "chip", onclick: async () => { try { await navigator.clipboard.writeText(content()); status.textContent = "Copied"; } catch { status.textContent = "This browser lets no page copy; save instead"; } } }, "Copy");
  const keep = el("button", { class: "chip", onclick: () => { save(MARK + content(), "text/csv;charset=utf-8", `${KINDS[tab][1]}.csv`); status.textContent = "Saved"; } }, "Save CSV");
  home.append(el("div", { class: "bar" }, tabs, filter, copy, keep, status), filters, box);
  const content = () => { const { columns, found } = rows(); return csv([columns.map(([name]) => name), ...found.map((row) => row.cells)]); };

  function rows() {
    const columns = [["Name", (n) => n.name], ...COLUMNS[tab]];
    const needle = fold(text);
    const list = graph.drawn.filter((n) => n.kind === tab && (!kept || kept.has(n))).map((node) => ({ node, cells: columns.map(([, get]) => get(node)), keys: columns.map(([, get, key]) => (key ?? get)(node)) }));
    const found = needle ? list.filter((row) => fold(`${row.cells.join(" ")} ${row.node.aliases.join(" ")}`).includes(needle)) : list;
    const [column, way] = sorts[tab] ?? [0, 1];
    found.sort((a, b) => way * order(a.keys[column], b.keys[column]) || order(a.node.name, b.node.name));
    return { columns, found };
  }

  function fill() {
    tabs.replaceChildren(...Object.entries(KINDS).map(([kind, [, , title]]) => {
      const count = graph.drawn.filter((n) => n.kind === kind && (!kept || kept.has(n))).length;
      return (count > 0 || kind === tab) && el("button", { "aria-pressed": String(kind === tab), "data-kind": kind, onclick: () => { tab = kind; shown = 200; fill(); changed(); tabs.querySelector("[aria-pressed=true]").focus(); } }, title, " ", el("span", { class: "count" }, String(count)));
    }).filter(Boolean));
    const { columns, found } = rows();
    const [column, way] = sorts[tab] ?? [0, 1];
    const header = columns.map(([name], i) => el("th", { scope: "col", "aria-sort": i === column ? (way > 0 ? "ascending" : "descending") : "none" },
      el("button", { onclick: () => { sorts[tab] = [i, i === column ? -way : numeric(found, i) ? -1 : 1]; fill(); changed(); box.querySelectorAll("th button")[i].focus(); } }, name, el("span", { "aria-hidden": "true" }, i === column ? (way > 0 ? " ↑" : " ↓") : ""))));
    const body = found.slice(0, shown).map(({ node, cells }) => el("tr", { class: node === selected ? "on" : undefined }, cells.map((cell, i) => i === 0
      ? el("th", { scope: "row" }, el("button", { class: "link plain", onclick: () => go(node, { focus: true }) }, said(cell)))
      : el("td", { class: typeof cell === "number" ? "number" : undefined }, said(cell)))));
    const more = found.length > shown && el("button", { class: "more", onclick: () => { const row = shown; shown += 500; fill(); rowButtons()[row].focus(); } }, `Show more (${found.length - shown} left)`);
    box.replaceChildren(el("table", {}, el("caption", { class: "hidden" }, KINDS[tab][2]), el("thead", {}, el("tr", {}, header)), el("tbody", {}, body)), ...(more ? [more] : []));
    status.textContent = found.length ? `${Math.min(shown, found.length)} of ${found.length}` : "Nothing matches.";
  }

  // What the address says of the lists: which one, the column that it is sorted by (counted from 1, negative where it falls), and the filter.
  function state() {
    const [column, way] = sorts[tab] ?? [0, 1];
    return { list: tab, sort: column || way < 0 ? String((column + 1) * way) : "", find: text };
  }
  function restore({ list, sort, find }) {
    if (list && Object.hasOwn(COLUMNS, list)) tab = list;
    const column = Math.abs(Number(sort ?? 0));
    if (list) sorts[tab] = Number.isInteger(column) && column > 0 && column <= COLUMNS[tab].length + 1 ? [column - 1, Math.sign(sort)] : [0, 1];
    text = filter.value = find ?? "";
  }

  const rowButtons = () => box.querySelectorAll("tbody th button");
  const row = (node) => rowButtons()[rows().found.findIndex((one) => one.node === node)] ?? box;
  const order = (a, b) => typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), "en", { numeric: true });
  const numeric = (found, i) => typeof found[0]?.cells[i] === "number";
  return { element: home, filters, fill, row, get state() { return state(); }, set state(to) { restore(to); }, select(node) { selected = node; if (!home.hidden) fill(); }, only(nodes) { if (kept !== nodes) { kept = nodes; if (!home.hidden) fill(); } } };
}
