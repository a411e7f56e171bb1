import { SHAPES } from "./graph.js";

// Elements. Every text becomes a text node: nothing in this page parses HTML.
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "colour") node.style.setProperty("--c", value);
    else if (name === "share" || name === "start" || name === "wide") node.style.setProperty(`--${name}`, value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false && child !== ""));
  return node;
}

// Text of a document, kept apart from the direction of the text around it.
export const said = (text) => el("bdi", {}, String(text));

// The mark of a kind, as the picture has it.
export const dot = (kind) => el("i", { class: `dot ${SHAPES[kind] ?? ""}`, "aria-hidden": "true" });

export const plural = (count, one, many) => `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
