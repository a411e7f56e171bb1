// The shortest way from one node to another, over people who know each other; and why each step holds.
import { both, career, outs, period, years } from "./graph.js";

const KNOWS = { WORKED_WITH: "worked together", STUDIED_WITH: "studied together", COAUTHORED_WITH: "wrote together", ADVISED: "advised" };
const ENDS = { WORKED_AT: "worked at", STUDIED_AT: "studied at", AUTHORED: "wrote", SKILLED_IN: "knows", LISTS: "knows", WORKED_ON: "worked on", PUBLISHED_IN: "appeared in", PART_OF: "is part of" };

// Steps [{ from, to, edges }], or null. Organisations, venues and technologies are ends of a way and never on it: to have been
// at one place is no acquaintance.
export function route(start, end) {
  if (start === end) return null;
  const before = new Map([[start, null]]);
  let ring = [start];
  while (ring.length && !before.has(end)) {
    const next = [];
    for (const node of ring) for (const [edge, other] of steps(node, start, end)) if (!before.has(other)) { before.set(other, { node, edge }); next.push(other); }
    ring = next.sort((a, b) => (a.id < b.id ? -1 : 1));
  }
  if (!before.has(end)) return null;
  const found = [];
  for (let at = end; before.get(at); at = before.get(at).node) found.unshift({ from: before.get(at).node, to: at });
  return found.map((step) => ({ ...step, edges: [...steps(step.from, start, end)].filter(([, other]) => other === step.to).map(([edge]) => edge) }));
}

function* steps(node, start, end) {
  const passable = (other) => other.kind === "Person" || other === end;
  for (const type of Object.keys(KNOWS)) for (const [edge, other] of both(node, type)) if (passable(other)) yield [edge, other];
  for (const type of Object.keys(ENDS)) for (const [edge, other] of both(node, type)) if ((node === start && other.kind === "Person") || other === end) yield [edge, other];
}

// What a step rests on, in words, and the sentences that say it.
export function because(edge) {
  const { source, target, type, facts } = edge;
  const words = KNOWS[type] ?? ENDS[type] ?? type.toLowerCase().replaceAll("_", " ");
  if (type === "WORKED_WITH" || type === "STUDIED_WITH") {
    const sides = [source, target].map((person) => career(person).filter((stint) => outs(stint, "AT").some((e) => e.target.id === facts.organization || outs(e.target, "PART_OF").some((up) => up.target.id === facts.organization))));
    const months = facts.overlapMonths ? `${facts.overlapMonths} ${facts.overlapMonths === 1 ? "month" : "months"}` : "";
    return { words, place: facts.organization, note: [overlap(...sides), months].filter(Boolean).join(", "), rows: sides.flat().flatMap((stint) => stint.evidence) };
  }
  if (type === "COAUTHORED_WITH") {
    const mine = new Set(outs(source, "AUTHORED").map((e) => e.target)), papers = outs(target, "AUTHORED").map((e) => e.target).filter((paper) => mine.has(paper));
    return { words, note: papers.map((paper) => paper.name).join("; ") || years(facts), rows: papers.flatMap((paper) => paper.evidence) };
  }
  if (type === "WORKED_AT" || type === "STUDIED_AT") return { words, note: years(facts), rows: career(source).filter((stint) => outs(stint, "AT").some((e) => e.target === target || outs(e.target, "PART_OF").some((up) => up.target === target))).flatMap((stint) => stint.evidence) };
  const shared = source.evidence.filter((row) => row.for.includes(target.i));
  const files = new Set(career(target.kind === "Person" ? target : source).flatMap((stint) => stint.evidence.map((row) => row.in)));
  const near = type === "ADVISED" ? source.evidence.filter((row) => files.has(row.in)) : target.evidence.filter((row) => files.has(row.in) || target.kind === "Publication");
  return { words, note: years(facts), rows: shared.length ? shared : near };
}

// The years in which both were there, as text; nothing where dates are missing.
function overlap(mine, theirs) {
  const spans = mine.flatMap((a) => theirs.map((b) => [period(a), period(b)])).filter(([a, b]) => a && b && a[0] <= b[1] && b[0] <= a[1]);
  if (!spans.length) return "";
  const from = Math.min(...spans.map(([a, b]) => Math.max(a[0], b[0]))), to = Math.max(...spans.map(([a, b]) => Math.min(a[1], b[1])));
  return from === to ? String(from) : `${from} – ${to}`;
}
