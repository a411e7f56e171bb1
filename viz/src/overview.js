// Nothing is chosen: what the graph holds, and where to begin.
import { el, plural, said } from "./dom.js";
import { flow, moves } from "./flow.js";
import { both, ins, KINDS } from "./graph.js";
import { section } from "./panel.js";

const KNOWS = ["ADVISED", "COAUTHORED_WITH", "WORKED_WITH", "STUDIED_WITH"];
const known = (person) => new Set(KNOWS.flatMap((type) => both(person, type).map(([, other]) => other)));
const users = (technology) => new Set([...ins(technology, "SKILLED_IN"), ...ins(technology, "LISTS")].map((e) => e.source));
const best = (list, score) => list.reduce(([top, most], one) => { const n = score(one); return n > most ? [one, n] : [top, most]; }, [null, 0])[0];

// Two people who are well connected and do not know each other, but know somebody who knows the other.
function strangers(graph) {
  const people = graph.drawn.filter((node) => node.kind === "Person").sort((a, b) => b.degree - a.degree || (a.id < b.id ? -1 : 1));
  for (const from of people.slice(0, 20)) {
    const near = known(from), seen = new Set([from, ...near]);
    const to = best([...new Set([...near].flatMap((one) => [...known(one)]))].filter((one) => !seen.has(one)), (one) => one.degree);
    if (to) return [from, to];
  }
  return null;
}

// Questions that this graph answers; each shows its answer when it is chosen.
function hints(graph, { go, walk }) {
  const pair = strangers(graph), of = (kind) => graph.drawn.filter((node) => node.kind === kind);
  const technology = best(of("Technology"), (node) => users(node).size), left = new Map();
  for (const [from, , n] of moves(graph)) left.set(from, (left.get(from) ?? 0) + n);
  const origin = best([...left.keys()], (place) => left.get(place)), place = origin ?? best(of("Organization"), (node) => ins(node, "WORKED_AT").length + ins(node, "STUDIED_AT").length);
  const ask = (act, ...words) => el("li", {}, el("button", { class: "ask", onclick: act }, el("span", {}, words)));
  const rows = [
    pair && ask(() => walk(pair), "How is ", said(pair[0].name), " connected with ", said(pair[1].name), "?"),
    technology && ask(() => go(technology), "Who knows ", said(technology.name), "?"),
    place && ask(() => go(place), origin ? "Where do people of " : "Who was at ", said(place.name), origin ? " go?" : "?"),
  ].filter(Boolean);
  return rows.length > 0 && el("section", { class: "try" }, el("h3", {}, "Try"), el("ul", {}, rows), el("p", { class: "note" }, "Or choose a dot: every fact shows the sentence that says it."));
}

function leftOut({ left, whole }, open) {
  if (!left) return null;
  const count = (n, one, many) => n > 0 && plural(n, one, many);
  const says = left.whole
    ? [`${left.whole.toLocaleString("en")} nodes are too many for one picture, so each dot is a community; open one to see it.`, [count(left.nodes, "node in no community", "nodes in no community"), count(left.shared, "technology, which comes with each community", "technologies, which come with each community")].filter(Boolean).join(" and ")]
    : [`A part of ${whole}.`, count(left.links, "link to another community", "links to other communities")];
  return el("section", { class: "left-out" }, el("p", { class: "hint" }, said(says[0]), says[1] && ` Left out here: ${says[1]}.`), left.whole ? null : el("button", { class: "chip", onclick: () => open(0) }, "All communities"));
}

export function overview(graph, { go, colour, pick, open, walk }) {
  const count = (kind) => graph.drawn.filter((node) => node.kind === kind).length;
  const parts = Object.entries(KINDS).map(([kind, [one, many]]) => [count(kind), one, many]).filter(([n]) => n).map(([n, one, many]) => plural(n, one, many));
  const score = { Person: (n) => n.degree, Organization: (n) => new Set([...ins(n, "WORKED_AT"), ...ins(n, "STUDIED_AT")].map((e) => e.source)).size, Venue: (n) => ins(n, "PUBLISHED_IN").length, Technology: (n) => new Set([...ins(n, "SKILLED_IN"), ...ins(n, "LISTS")].map((e) => e.source)).size };
  const unit = { Person: ["link", "links"], Organization: ["person", "people"], Venue: ["paper", "papers"], Technology: ["person", "people"] };
  const top = (kind, title) => {
    const rows = graph.drawn.filter((n) => n.kind === kind).map((n) => [n, score[kind](n)]).filter(([, n]) => n).sort((a, b) => b[1] - a[1] || a[0].i - b[0].i).slice(0, 5);
    return rows.length > 0 && el("section", {}, el("h3", {}, title), el("ul", { class: "bars" }, rows.map(([node, n]) => el("li", { share: `${Math.round(100 * n / rows[0][1])}%`, colour: colour(kind) },
      el("button", { class: "link plain", onclick: () => go(node) }, said(node.name)), el("span", { class: "note" }, plural(n, ...unit[kind])), el("i", { class: "bar", "aria-hidden": "true" })))));
  };
  return [
    el("header", { class: "who" }, el("p", { class: "kind" }, "What is here"), el("h2", { tabindex: "-1" }, said(graph.title)),
      el("p", { class: "lead" }, parts.length ? `${parts.slice(0, -1).join(", ")}${parts.length > 1 ? " and " : ""}${parts.at(-1)}${graph.documents.length ? `, read from ${plural(graph.documents.length, "document", "documents")}` : ""}.` : "The graph is empty. Build it from a folder of CVs.")),
    leftOut(graph, open),
    hints(graph, { go, walk }),
    graph.left?.whole && el("section", {}, el("h3", {}, "Largest communities ", graph.drawn.length > 12 && el("span", { class: "count" }, `12 of ${graph.drawn.length}`)), el("ul", { class: "bars" }, graph.drawn.slice(0, 12).map((node) => el("li", { share: `${Math.round(100 * node.facts.members / graph.drawn[0].facts.members)}%`, colour: colour("Community") }, el("button", { class: "link plain", onclick: () => go(node) }, said(node.name)), el("span", { class: "note" }, plural(node.facts.members, "node", "nodes")), el("i", { class: "bar", "aria-hidden": "true" }))))),
    graph.communities.length > 1 && section("Communities", graph.communities.map((group) => el("li", {}, el("button", { class: "link", onclick: () => pick({ community: group }) }, said(group.name)), el("span", { class: "note" }, String(group.members.length)))), { list: "chips", fold: 8 }),
    top("Organization", graph.drawn.some((n) => n.kind === "Organization" && score.Organization(n) > 1) ? "Where careers cross" : "Where they worked and studied"), flow(graph, { go, colour }), top("Person", "Best connected people"), top("Venue", "Where they publish"), top("Technology", "What they share"),
  ].filter(Boolean);
}
