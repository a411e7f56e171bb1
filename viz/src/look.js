// How dots and lines look: their colours, and which stand back.
export const QUIET = new Set(["SKILLED_IN", "LISTS", "USED", "WORKED_WITH", "STUDIED_WITH"]); // drawn around a chosen node only
export const LANDMARK = new Set(["Organization", "Venue"]);
const WEIGHT = { ADVISED: 0.75, COAUTHORED_WITH: 0.4, WORKED_AT: 0.42, STUDIED_AT: 0.34, AUTHORED: 0.42, PUBLISHED_IN: 0.34, PART_OF: 0.5, WORKED_ON: 0.4, SAME_AS: 0.6 };
const BASE = { Person: 5.5, Organization: 4, Venue: 4, Publication: 3.2, Technology: 2.6, Project: 4, Community: 3 };

const rgb = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));
const hex = (parts) => `#${parts.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;
const mixed = new Map(); // few colours, asked for at every dot and line
export function mix(a, b, share) {
  const key = `${a}${b}${share}`;
  let found = mixed.get(key);
  if (!found) {
    const [x, y] = [rgb(a), rgb(b)];
    mixed.set(key, found = hex(x.map((part, i) => part * share + y[i] * (1 - share))));
  }
  return found;
}

// The colours of a kind of dot and of a kind of line, in a graph of so many dots.
export const dotColour = (kind, look) => mix(look.colour(kind), look.ground, kind === "Technology" ? 0.42 : 1);
export const rimColour = (kind, look) => mix(look.ground, look.colour(kind), 0.85);
// Of a large graph the lines that lead from one community to another stand back, since they lie over everything.
export const lineColour = (type, look, count, across) => mix(look.line, look.ground, (WEIGHT[type] ?? 0.3) * (count > 5000 ? 0.3 : count > 500 ? 0.55 : 1) * (count > 500 && across ? 0.5 : 1));
export const lineSize = (type, count) => type === "ADVISED" ? 1.6 : count > 1500 ? 0.6 : 1.1;

// The radius of a dot, before the picture is scaled: by its links, of which those to technologies do not count.
export function radius(node, links) {
  const heft = node.kind === "Community" ? Math.sqrt(node.facts.members) / 3 : node.kind === "Technology" ? Math.sqrt(node.degree) * 0.5 : Math.sqrt(links);
  return BASE[node.kind] + heft * (LANDMARK.has(node.kind) ? 1.15 : 1.4);
}

// How early the name of a dot finds room.
export const prominence = (node, size) => size * (node.kind === "Technology" ? 0.45 : node.kind === "Publication" ? 0.5 : node.kind === "Person" ? 1.15 : 1);

// Whether two lines of one pair say the same: to list a technology and to use it are one line.
const KNOWN = new Set(["SKILLED_IN", "LISTS"]);
export const alike = (a, b) => (KNOWN.has(a.type) && KNOWN.has(b.type)) || (a.type === b.type && a.source === b.source && a.facts.organization === b.facts.organization);

// How far a line bends that stands so many places beside the straight one; to the same side, whichever of the two it comes from.
export const bend = ({ source, target }, place) => (source.i < target.i ? 1 : -1) * place * 0.35;
export const pairOf = ({ source, target }) => Math.min(source.i, target.i) * 0x4000000 + Math.max(source.i, target.i);
