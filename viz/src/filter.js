// Which nodes are shown: people by years, technology, organisation, community; the others because of the people.
import { career, dated, outs, period } from "./graph.js";

const meets = (span, [from, to]) => !!span && span[0] <= to && span[1] >= from;
const knows = (person, technology) => [...outs(person, "SKILLED_IN"), ...outs(person, "LISTS")].some((e) => e.target === technology);
const been = (person, place) => [...outs(person, "WORKED_AT"), ...outs(person, "STUDIED_AT")].some((e) => e.target === place) || career(person).some((stint) => outs(stint, "AT").some((e) => e.target === place));

// The shown nodes, or null for all; and how many people have no date that could tell.
export function shown(graph, { years, technology, organisation, community, centre, steps }) {
  if (!years && !technology && !organisation && !community && !(centre && steps)) return { nodes: null, undated: 0 };
  let undated = 0;
  const people = graph.drawn.filter((node) => {
    if (node.kind !== "Person") return false;
    if (technology && !knows(node, technology)) return false;
    if (organisation && !been(node, organisation)) return false;
    if (!years) return true;
    const spans = dated(node).map(period);
    if (!spans.some(Boolean)) undated++;
    return spans.some((span) => meets(span, years));
  });
  let nodes = years || technology || organisation ? withTheirs(people, years) : new Set(graph.drawn);
  for (const one of [technology, organisation]) if (one) nodes.add(one);
  if (community) nodes = cut(nodes, new Set(community.members));
  if (centre && steps) nodes = cut(nodes, around(graph, centre, steps));
  return { nodes, undated };
}

const cut = (nodes, others) => new Set([...nodes].filter((node) => others.has(node)));

// The people and what belongs to them in these years.
function withTheirs(people, years) {
  const found = new Set(people);
  const when = (thing) => !years || meets(period(thing), years);
  for (const person of people) {
    for (const stint of career(person)) if (when(stint)) for (const type of ["AT", "USED"]) for (const e of outs(stint, type)) found.add(e.target);
    for (const { target } of outs(person, "AUTHORED")) if (when(target)) for (const node of [target, ...outs(target, "PUBLISHED_IN").map((e) => e.target), ...outs(target, "USED").map((e) => e.target)]) found.add(node);
    for (const { target } of outs(person, "WORKED_ON")) if (!years || !period(target) || when(target)) found.add(target);
    if (!years) for (const type of ["WORKED_AT", "STUDIED_AT", "SKILLED_IN", "LISTS"]) for (const e of outs(person, type)) found.add(e.target);
    else for (const { target, facts } of outs(person, "SKILLED_IN")) if (facts.lastUsed && facts.lastUsed >= years[0] && facts.lastUsed <= years[1]) found.add(target);
  }
  for (const node of [...found]) for (const e of node.kind === "Organization" || node.kind === "Venue" ? outs(node, "PART_OF") : []) found.add(e.target);
  return found;
}

// What lies within some steps; a technology is reached and never passed, since it joins nearly everyone.
function around(graph, centre, steps) {
  const seen = new Set([centre]);
  let ring = [centre];
  for (let i = 0; i < steps; i++) {
    const next = [];
    for (const node of ring) if (node === centre || node.kind !== "Technology") for (const other of beside(node)) if (!seen.has(other)) { seen.add(other); next.push(other); }
    ring = next;
  }
  return seen;
}

function* beside(node) {
  for (const list of Object.values(node.out)) for (const e of list) if (e.target.at) yield e.target;
  for (const list of Object.values(node.in)) for (const e of list) if (e.source.at) yield e.source;
}

// Year → how many stints and papers run in it; null where nothing is dated.
export function histogram(graph) {
  const count = new Map();
  for (const node of graph.nodes) {
    if (!["Position", "Education", "Publication"].includes(node.kind)) continue;
    const span = period(node);
    if (!span || span[0] < 1900 || span[1] > 2100) continue;
    for (let year = span[0]; year <= span[1]; year++) count.set(year, (count.get(year) ?? 0) + 1);
  }
  if (!count.size) return null;
  const years = [...count.keys()], first = Math.min(...years), last = Math.max(...years);
  return { first, last, bars: Array.from({ length: last - first + 1 }, (_, i) => count.get(first + i) ?? 0) };
}
