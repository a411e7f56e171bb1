// The rows of the page as a graph: neighbours by kind of edge, evidence by node.
export const KINDS = {
  Person: ["person", "people", "People"],
  Organization: ["organisation", "organisations", "Organisations"],
  Publication: ["publication", "publications", "Publications"],
  Venue: ["venue", "venues", "Venues"],
  Technology: ["technology", "technologies", "Technologies"],
  Project: ["project", "projects", "Projects"],
  Community: ["community", "communities", "Communities"],
};

// What stands out by its shape; the others are round.
export const SHAPES = { Organization: "square", Venue: "diamond" };

// An edge. Its facts lie in the columns of its kind and are put together when they are asked for: most never are.
class Edge {
  constructor(type, source, target, columns, row) {
    this.type = type;
    this.source = source;
    this.target = target;
    this.columns = columns;
    this.row = row;
    this.bend = 0;
    this.key = null; // of the line in the picture
    this.shape = null;
    this.drawn = false;
  }

  get facts() {
    const facts = {};
    for (const [name, column] of this.columns) if (column[this.row] !== null) facts[name] = column[this.row];
    return facts;
  }
}

function* unfold(columns, nodes) {
  for (const [type, { from, to, facts }] of Object.entries(columns)) {
    const named = Object.entries(facts);
    for (let row = 0; row < from.length; row++) yield new Edge(type, nodes[from[row]], nodes[to[row]], named, row);
  }
}

export function load(data) {
  const nodes = data.nodes.map(({ id, labels, name, aliases, facts, at }, i) => ({ i, id, labels, name, aliases, facts, at, kind: labels[0], out: {}, in: {}, evidence: [], degree: 0, rank: 0, key: null, dot: null, community: undefined, words: null }));
  const edges = [...unfold(data.edges, nodes)];
  for (const edge of edges) {
    (edge.source.out[edge.type] ??= []).push(edge);
    (edge.target.in[edge.type] ??= []).push(edge);
  }
  for (const row of data.evidence) {
    row.file = data.documents[row.in] ?? "";
    for (const i of row.for) nodes[i].evidence.push(row);
  }
  const drawn = nodes.filter((node) => node.at);
  drawn.forEach((node, i) => { node.key = String(i); }); // numbers, which sigma finds faster than ids
  const lines = edges.filter((edge) => edge.source.at && edge.target.at && edge.source !== edge.target);
  for (const { source, target } of lines) { source.degree++; target.degree++; }
  const communities = (data.communities ?? []).map(({ name, members }, i) => ({ i, name, members: members.map((at) => nodes[at]) }));
  for (const group of communities) for (const node of group.members) node.community = group;
  return { title: data.title, types: data.types, documents: data.documents, whole: data.whole, left: data.left, nodes, edges, drawn, lines, communities, byId: new Map(nodes.map((n) => [n.id, n])) };
}

export const outs = (node, type) => node.out[type] ?? [];
export const ins = (node, type) => node.in[type] ?? [];
export const both = (node, type) => [...outs(node, type).map((e) => [e, e.target]), ...ins(node, type).map((e) => [e, e.source])];

// "Jiří Novák" is found by "jiri novak".
export const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/ł/g, "l").replace(/Ł/g, "L").replace(/ø/gi, "o").replace(/đ/gi, "d").replace(/ß/g, "ss").replace(/æ/gi, "ae").replace(/œ/gi, "oe").replace(/ı/g, "i").toLowerCase();

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const day = (text) => text === undefined ? text : String(text).replace(/^(\d{4})-(\d\d)(-\d\d)?$/, (all, year, month) => MONTHS[month - 1] ? `${MONTHS[month - 1]} ${year}` : all);

export function years(facts) {
  const from = day(facts.startDate ?? facts.startYear ?? facts.firstYear);
  const to = facts.isCurrent ? "today" : day(facts.endDate ?? facts.endYear ?? facts.lastYear);
  if (!from && !to) return "";
  if (String(from) === String(to)) return String(from);
  if (!from) return to === "today" ? "today" : `until ${to}`;
  return to ? `${from} – ${to}` : `from ${from}`;
}

export const since = (node) => String(node.facts.startDate ?? node.facts.startYear ?? node.facts.endDate ?? node.facts.endYear ?? "");

// Positions and courses of study of a person, the latest first; undated ones last.
export function career(person) {
  const stints = [...outs(person, "HELD"), ...outs(person, "STUDIED")].map((edge) => edge.target);
  return stints.sort((a, b) => Number(!!b.facts.isCurrent) - Number(!!a.facts.isCurrent) || since(b).localeCompare(since(a)) || a.id.localeCompare(b.id));
}

export const place = (stint) => outs(stint, "AT")[0]?.target;

export function role(stint) {
  if (stint.kind === "Education") return [stint.facts.degree, stint.facts.field].filter(Boolean).join(", ") || stint.name;
  return stint.facts.title ?? stint.name;
}

// The documents that are about a person: those that speak of the person's own stints, else of the person.
export function files(person) {
  const own = career(person).flatMap((stint) => stint.evidence.map((row) => row.in));
  return new Set(own.length ? own : person.evidence.map((row) => row.in));
}

// The first and the last year of a dated thing; nothing where no year is known. An open end is the year it is known to last to.
export function period({ facts }) {
  const year = (value) => Number(/^\d{4}/.exec(String(value ?? ""))?.[0]) || undefined;
  const from = year(facts.startDate ?? facts.startYear ?? facts.firstYear ?? facts.year), to = facts.isCurrent ? year(facts.currentAsOf) ?? from : year(facts.endDate ?? facts.endYear ?? facts.lastYear ?? facts.year);
  if (from === undefined && to === undefined) return null;
  return [from ?? to, Math.max(to ?? from, from ?? to)];
}

// The dated things of a person: stints and papers.
export const dated = (person) => [...career(person), ...outs(person, "AUTHORED").map((e) => e.target)];
