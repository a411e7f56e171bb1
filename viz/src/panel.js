// The side panel: what is known of one node, each fact with the sentence that says it.
import { dot, el, plural, said } from "./dom.js";
import { moves } from "./flow.js";
import { both, career, files, ins, KINDS, outs, period, place, role, since, years } from "./graph.js";
import { advisors, generations, lineage, students } from "./lineage.js";
import { because } from "./path.js";

export function describe(node, { go, colour, graph, open, part }) {
  if (node.kind === "Community") return community(node, { go, colour, open });
  const link = (other, note = "", rows = []) => el("li", {}, el("button", { class: "link", colour: colour(other.kind), onclick: () => go(other) }, dot(other.kind), said(other.name)), note && el("span", { class: "note" }, said(note)), quotes(rows));
  const body = { Person: person, Organization: organisation, Publication: publication, Venue: venue, Technology: technology, Project: project }[node.kind]?.(node, link, go, colour, graph) ?? [];
  const twins = both(node, "SAME_AS").map(([e, other]) => el("li", {}, el("button", { class: "link", colour: colour(other.kind), onclick: () => go(other) }, dot(other.kind), said(other.name)), el("span", { class: "note" }, `${Math.round(100 * (e.facts.probability ?? 0))} %`), e.facts.reason && el("span", { class: "note why" }, said(e.facts.reason))));
  return [head(node, colour), part, section("May be the same as", twins), ...body, sources(node)].flat(Infinity).filter(Boolean);
}

function head(node, colour) {
  const kind = node.labels[1] ? words(node.labels[1]) : KINDS[node.kind]?.[0] ?? node.kind;
  const line = [node.facts.headline, node.facts.acronym, node.facts.kind].find((text) => text && text !== node.name);
  return el("header", { class: "who", colour: colour(node.kind) },
    el("p", { class: "kind" }, dot(node.kind), kind[0].toUpperCase() + kind.slice(1)),
    el("h2", { tabindex: "-1" }, said(node.name)),
    line && el("p", { class: "lead" }, said(line)),
    node.aliases.length > 0 && el("p", { class: "note" }, "also ", listed(node.aliases.slice(0, 6))),
    node.aliases.length > 6 && el("details", { class: "note" }, el("summary", {}, `${plural(node.aliases.length - 6, "more name", "more names")}`), listed(node.aliases.slice(6))),
    node.facts.orcid && el("p", { class: "note" }, "ORCID ", said(node.facts.orcid)));
}

const listed = (names) => names.map((name, i) => [i ? ", " : "", said(name)]);
const words = (name) => name.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();

export function section(title, items, { list = "plain", fold = 12 } = {}) {
  if (!items.length) return null;
  const rest = items.slice(fold);
  return el("section", {}, el("h3", {}, title, " ", el("span", { class: "count" }, String(items.length))),
    el("ul", { class: list }, items.slice(0, fold)),
    rest.length > 0 && el("details", {}, el("summary", {}, `${rest.length} more`), el("ul", { class: list }, rest)));
}

// ---- the sentence behind a fact
export function quotes(rows, label = "Source") {
  if (!rows.length) return null;
  const rest = rows.slice(8);
  return el("details", { class: "source" }, el("summary", {}, rows.length > 1 ? `${label} (${rows.length})` : label), rows.slice(0, 8).map(quote),
    rest.length > 0 && el("details", { class: "source" }, el("summary", {}, `${rest.length} more`), rest.map(quote)));
}

function quote(row) {
  const where = [row.file, row.page && `page ${row.page}`, row.section].filter(Boolean);
  return el("figure", {}, el("blockquote", { dir: "auto" }, marked(row.quote ?? "", row.marks ?? [])),
    el("figcaption", {}, where.map((part, i) => [i ? " · " : "", said(part)]), band(row.confidence)));
}

function marked(text, marks) {
  const letters = Array.from(text); // offsets count characters, not halves of them
  const parts = [];
  let at = 0;
  for (let i = 0; i + 1 < marks.length; i += 2) {
    const [from, to] = [Math.max(at, marks[i]), Math.min(letters.length, marks[i + 1])];
    if (to <= from) continue;
    parts.push(letters.slice(at, from).join(""), el("mark", {}, letters.slice(from, to).join("")));
    at = to;
  }
  return [...parts, letters.slice(at).join("")];
}

function band(confidence) {
  if (typeof confidence !== "number") return null;
  const [name, level] = confidence >= 0.9 ? ["sure", "high"] : confidence >= 0.7 ? ["likely", "middle"] : confidence >= 0.4 ? ["unsure", "low"] : ["doubtful", "least"];
  return el("span", { class: `band ${level}`, title: `confidence ${Math.round(confidence * 100)} %` }, `${name}, ${Math.round(confidence * 100)} %`);
}

const sources = (node) => node.evidence.length > 0 && node.kind !== "Technology" && el("section", { class: "where" }, el("h3", {}, "Where it is said"), quotes(node.evidence, "Sentences"));

// ---- one kind of node each
function person(node, link, go, colour, graph) {
  const together = (edge) => { const { place, note } = because(edge); return [graph.byId.get(place)?.name ?? place, note].filter(Boolean).join(", "); };
  const wrote = ({ facts }) => [facts.count && plural(facts.count, "paper", "papers"), years(facts)].filter(Boolean).join(", ");
  const ties = (type, note) => [...grouped(both(node, type))].map(([other, edges]) => link(other, edges.map(note).filter(Boolean).join("; "), [...new Set(edges.flatMap((edge) => because(edge).rows))]));
  const mine = files(node);
  const here = (rows) => rows.filter((row) => mine.has(row.in));
  const skills = new Map();
  for (const edge of [...outs(node, "SKILLED_IN"), ...outs(node, "LISTS")]) if (!skills.has(edge.target)) skills.set(edge.target, edge.facts);
  const farther = (next) => generations(node, next).flatMap((ring, i) => i ? ring.map((other) => [other, i + 1]) : []);
  const used = (facts) => [facts.months && span(facts.months), facts.lastUsed && `last ${facts.lastUsed}`].filter(Boolean).join(", ");
  const tech = [...skills].sort((a, b) => (b[1].months ?? 0) - (a[1].months ?? 0) || a[0].name.localeCompare(b[0].name));
  const said_ = tech.flatMap(([other]) => here(other.evidence));
  return [
    lifeline(node, colour),
    section("Career", career(node).map((stint) => stintItem(stint, go, colour)), { list: "timeline", fold: 30 }),
    section("Publications", papers(outs(node, "AUTHORED").map((e) => e.target), link), { list: "papers" }),
    tech.length > 0 && el("section", {}, el("h3", {}, "Technologies ", el("span", { class: "count" }, String(tech.length))), el("ul", { class: "chips" }, tech.map(([other, facts]) => link(other, used(facts)))), quotes(said_)),
    lineage(node, colour),
    section("Advised by", ins(node, "ADVISED").map((e) => link(e.source, years(e.facts), because(e).rows))),
    section("Advisors before them", farther(advisors).map(([other, depth]) => link(other, `${depth} generations up`))),
    section("Advised", outs(node, "ADVISED").map((e) => link(e.target, years(e.facts), because(e).rows))),
    section("Students after them", farther(students).map(([other, depth]) => link(other, `${depth} generations down`))),
    section("Co-authors", ties("COAUTHORED_WITH", wrote)),
    section("Worked with", ties("WORKED_WITH", together)),
    section("Studied with", ties("STUDIED_WITH", together)),
    section("Projects", outs(node, "WORKED_ON").map((e) => link(e.target, years(e.target.facts), e.target.evidence))),
    section("Awards and certificates", outs(node, "RECEIVED").map(({ target }) => el("li", {}, said(target.name), el("span", { class: "note" }, [target.facts.awarder ?? target.facts.issuer, target.facts.date].filter(Boolean).map((part, i) => [i ? ", " : "", said(part)])), quotes(target.evidence)))),
  ];
}

function grouped(pairs) {
  const found = new Map();
  for (const [edge, other] of pairs) (found.get(other) ?? found.set(other, []).get(other)).push(edge);
  return found;
}

const span = (months) => months < 12 ? `${months} mo` : `${Math.round(months / 12 * 10) / 10} y`;
function unique(pairs) {
  const seen = new Set();
  return pairs.filter(([, other]) => !seen.has(other) && seen.add(other));
}

function stintItem(stint, go, colour) {
  const at = place(stint);
  const used = outs(stint, "USED").map((e) => e.target);
  const town = outs(stint, "LOCATED_IN")[0]?.target;
  const more = [stint.facts.team, town?.name, stint.facts.honours, stint.facts.gpa && `GPA ${stint.facts.gpa}`].filter(Boolean);
  return el("li", { class: stint.kind === "Education" ? "study" : "work", colour: colour(stint.kind === "Education" ? "Organization" : "Person") },
    el("p", { class: "years" }, years(stint.facts) || "no date"),
    el("p", { class: "role" }, said(role(stint))),
    at && el("p", {}, el("button", { class: "link plain", colour: colour("Organization"), onclick: () => go(at) }, said(at.name))),
    more.length > 0 && el("p", { class: "note" }, more.map((part, i) => [i ? " · " : "", said(part)])),
    used.length > 0 && el("p", { class: "used" }, used.map((other) => el("button", { class: "chip", onclick: () => go(other) }, said(other.name)))),
    quotes(stint.evidence));
}

function papers(list, link) {
  return list.sort((a, b) => (b.facts.year ?? 0) - (a.facts.year ?? 0) || a.name.localeCompare(b.name))
    .map((paper) => link(paper, [outs(paper, "PUBLISHED_IN")[0]?.target.facts.acronym ?? outs(paper, "PUBLISHED_IN")[0]?.target.name, paper.facts.year].filter(Boolean).join(" "), paper.evidence));
}

// Stints as bars over the years.
function lifeline(node, colour) {
  const rows = career(node).map((stint) => [stint, period(stint)]).filter(([, span]) => span).reverse();
  if (rows.length < 2) return null;
  const first = Math.min(...rows.map(([, [from]]) => from)), last = Math.max(...rows.map(([, [, to]]) => to)) + 1, wide = last - first;
  const share = (years) => `${(100 * years / wide).toFixed(2)}%`;
  return el("figure", { class: "lifeline", "aria-hidden": "true" }, rows.map(([stint, [from, to]]) => el("i", { class: stint.kind === "Education" ? "study" : "work", start: share(from - first), share: share(to + 1 - from), colour: colour(stint.kind === "Education" ? "Organization" : "Person"), title: `${place(stint)?.name ?? ""} ${years(stint.facts)}` })),
    el("figcaption", {}, el("span", {}, String(first)), el("span", {}, String(last - 1))));
}

// How many things run in each year, as bars.
function byYear(title, spans, colour, unit) {
  const known = spans.filter(Boolean);
  if (new Set(known.flat()).size < 2) return null;
  const first = Math.min(...known.map(([from]) => from)), last = Math.max(...known.map(([, to]) => to));
  const bars = Array.from({ length: last - first + 1 }, (_, i) => known.filter(([from, to]) => from <= first + i && to >= first + i).length), most = Math.max(...bars);
  return el("section", {}, el("h3", {}, title), el("figure", { class: `columns ${most < 3 ? "low" : ""}`, wide: `${36 * bars.length}px`, role: "img", "aria-label": `${title}: at most ${plural(most, ...unit)}, ${first + bars.indexOf(most)}`, colour }, bars.map((n, i) => el("i", { share: `${Math.round(100 * n / most)}%`, title: `${first + i}: ${plural(n, ...unit)}` }))),
    el("p", { class: "axis note", wide: `${36 * bars.length}px` }, el("span", {}, String(first)), el("span", {}, String(last))));
}

function organisation(node, link, go, colour, graph) {
  const stints = ins(node, "AT").map((e) => e.source);
  const rows = stints.map((stint) => [stint, (ins(stint, "HELD")[0] ?? ins(stint, "STUDIED")[0])?.source]).filter(([, who]) => who);
  rows.sort((a, b) => since(b[0]).localeCompare(since(a[0])));
  const covered = new Set(rows.map(([, who]) => who));
  const item = ([stint, who]) => el("li", { class: stint.kind === "Education" ? "study" : "work", colour: colour("Person") }, el("p", { class: "years" }, years(stint.facts) || "no date"),
    el("p", {}, el("button", { class: "link plain", colour: colour("Person"), onclick: () => go(who) }, said(who.name))),
    el("p", { class: "note" }, said(role(stint))), quotes(stint.evidence));
  const other = (type) => unique(ins(node, type).map((e) => [e, e.source])).filter(([, who]) => !covered.has(who)).map(([e, who]) => link(who, years(e.facts), because(e).rows));
  return [
    facts([["Country", node.facts.countryCode], ["ROR", node.facts.rorId], ["Wikidata", node.facts.wikidataId], ["Place", outs(node, "LOCATED_IN")[0]?.target.name]]),
    byYear("People by year", stints.map(period), colour("Organization"), ["person", "people"]),
    section("Came from", moves(graph).filter(([, to]) => to === node).map(([from, , n]) => link(from, plural(n, "person", "people"))), { fold: 6 }),
    section("Went to", moves(graph).filter(([from]) => from === node).map(([, to, n]) => link(to, plural(n, "person", "people"))), { fold: 6 }),
    section("Worked here", rows.filter(([stint]) => stint.kind === "Position").map(item), { list: "timeline", fold: 20 }),
    section("Studied here", rows.filter(([stint]) => stint.kind === "Education").map(item), { list: "timeline", fold: 20 }),
    section("Also worked here", other("WORKED_AT")), section("Also studied here", other("STUDIED_AT")),
    section("Part of", outs(node, "PART_OF").map((e) => link(e.target))),
    section("Parts", ins(node, "PART_OF").map((e) => link(e.source))),
  ];
}

function facts(rows) {
  const known = rows.filter(([, value]) => value !== undefined && value !== "");
  return known.length > 0 && el("dl", {}, known.map(([name, value]) => [el("dt", {}, name), el("dd", {}, said(value))]));
}

function publication(node, link) {
  const authors = ins(node, "AUTHORED").slice().sort((a, b) => (a.facts.position ?? 99) - (b.facts.position ?? 99));
  return [
    facts([["Year", node.facts.year], ["Status", node.facts.status], ["Type", node.facts.type], ["DOI", node.facts.doi]]),
    section("Authors", authors.map((e) => link(e.source)), { fold: 20 }),
    section("Published in", outs(node, "PUBLISHED_IN").map((e) => link(e.target))),
    section("Technologies", outs(node, "USED").map((e) => link(e.target)), { list: "chips" }),
  ];
}

function venue(node, link, go, colour) {
  const list = ins(node, "PUBLISHED_IN").map((e) => e.source);
  const count = new Map();
  for (const paper of list) for (const e of ins(paper, "AUTHORED")) count.set(e.source, (count.get(e.source) ?? 0) + 1);
  return [
    facts([["Type", node.facts.type], ["Part of", outs(node, "PART_OF")[0]?.target.name]]),
    byYear("Papers by year", list.map(period), colour("Venue"), ["paper", "papers"]),
    section("Publications", papers(list, link), { list: "papers" }),
    section("Authors", [...count].sort((a, b) => b[1] - a[1]).map(([who, n]) => link(who, plural(n, "paper", "papers")))),
  ];
}

function technology(node, link, go, colour) {
  const people = new Map();
  for (const edge of [...ins(node, "SKILLED_IN"), ...ins(node, "LISTS")]) if (!people.has(edge.source)) people.set(edge.source, edge.facts);
  const note = (row) => [row.months && span(row.months), row.lastUsed && `last ${row.lastUsed}`].filter(Boolean).join(", ");
  const used = ins(node, "USED").map((e) => e.source);
  return [
    byYear("In use by year", used.map(period), colour("Technology"), ["time", "times"]),
    section("People", [...people].sort((a, b) => (b[1].months ?? 0) - (a[1].months ?? 0)).map(([who, row]) => link(who, note(row)))),
    section("Publications", papers(used.filter((n) => n.kind === "Publication"), link), { list: "papers" }),
    section("Projects", used.filter((n) => n.kind === "Project").map((n) => link(n))),
    quotes(node.evidence, "Sentences"),
  ];
}

function project(node, link) {
  return [
    node.facts.description && el("p", {}, said(node.facts.description)),
    facts([["When", years(node.facts)]]),
    section("People", ins(node, "WORKED_ON").map((e) => link(e.source))),
    section("Technologies", outs(node, "USED").map((e) => link(e.target)), { list: "chips" }),
  ];
}

// A community of a graph that comes in parts: what it holds, and the way into it.
function community(node, { go, colour, open }) {
  const { kinds, names, members, part } = node.facts;
  const beside = both(node, "LINKED").sort((a, b) => b[0].facts.count - a[0].facts.count);
  return [
    head(node, colour),
    el("p", { class: "lead" }, Object.entries(KINDS).filter(([kind]) => kinds[kind]).map(([kind, [one, many]], i) => (i ? ", " : "") + plural(kinds[kind], one, many)), "."),
    el("div", { class: "acts" }, el("button", { class: "chip", onclick: () => open(part) }, `Open these ${members.toLocaleString("en")} nodes`)),
    ...Object.entries(KINDS).filter(([kind]) => names[kind]?.length).map(([kind, [, , title]]) => section(`${title}: best connected`, names[kind].map((name) => el("li", {}, said(name))))),
    section("Most linked with", beside.map(([edge, other]) => el("li", {}, el("button", { class: "link", colour: colour("Community"), onclick: () => go(other) }, dot("Community"), said(other.name)), el("span", { class: "note" }, plural(edge.facts.count, "link", "links")))), { fold: 8 }),
  ].filter(Boolean);
}
