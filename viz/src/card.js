// What a dot is, beside the dot that is pointed at.
import { dot, el, plural, said } from "./dom.js";
import { career, ins, KINDS, outs, place, role, years } from "./graph.js";

const people = (node, ...types) => new Set(types.flatMap((type) => ins(node, type).map((e) => e.source))).size;

// The one line that tells most about a node.
function gist(node) {
  if (node.kind === "Person") {
    const now = career(node).find((stint) => stint.kind === "Position") ?? career(node)[0], at = now && place(now);
    return now ? [role(now), at && ` at ${at.name}`, years(now.facts) && `, ${years(now.facts)}`] : [node.facts.headline];
  }
  if (node.kind === "Organization") return [plural(people(node, "WORKED_AT", "STUDIED_AT"), "person", "people"), " of this graph"];
  if (node.kind === "Publication") return [[outs(node, "PUBLISHED_IN")[0]?.target.name, node.facts.year].filter(Boolean).join(" ")];
  if (node.kind === "Venue") return [plural(ins(node, "PUBLISHED_IN").length, "paper", "papers")];
  if (node.kind === "Technology") return [`known by ${plural(people(node, "SKILLED_IN", "LISTS"), "person", "people")}`];
  if (node.kind === "Community") return [plural(node.facts.members, "node", "nodes")];
  return [years(node.facts)];
}

export function card(box, { colour }) {
  const element = el("div", { class: "card", "aria-hidden": "true", hidden: true });
  let shown = null;
  const fill = (node) => {
    const told = gist(node).filter(Boolean).join("");
    element.style.setProperty("--c", colour(node.kind));
    element.replaceChildren(el("strong", {}, said(node.name)), ...(told ? [el("p", {}, said(told))] : []), el("p", { class: "note" }, dot(node.kind), ` ${KINDS[node.kind][0]}, ${plural(node.degree, "link", "links")}`));
  };
  function show(node, at) {
    element.hidden = !node;
    if (node && node !== shown) fill(node);
    shown = node;
    if (!node) return;
    const { offsetWidth: wide, offsetHeight: tall } = element, gap = at.size * 1.25 + 10;
    const x = at.x + gap + wide < box.clientWidth - 8 ? at.x + gap : Math.max(8, at.x - gap - wide), y = Math.min(Math.max(8, at.y - 20), box.clientHeight - tall - 8);
    element.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
  }
  return { element, show };
}
