// Bundles src/ and its libraries into vendor/, with their licences and checksums. Usage: npm install && npm run build
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const out = new URL("vendor/", import.meta.url);
const options = { bundle: true, minify: true, write: false, charset: "utf8", legalComments: "none", logLevel: "warning" };

async function bundle(entry) {
  const result = await build({ ...options, entryPoints: [new URL(entry, import.meta.url).pathname], target: ["es2022"], format: "esm" });
  return result.outputFiles[0].text;
}

function licences() {
  const names = ["sigma", "graphology-utils", "events", "@sigma/edge-curve", "@sigma/node-border", "@sigma/node-square"];
  return names.map((name) => {
    const home = new URL(`node_modules/${name}/`, import.meta.url);
    const { version, license } = JSON.parse(readFileSync(new URL("package.json", home), "utf8"));
    const text = ["LICENSE.txt", "LICENSE"].map((file) => read(new URL(file, home))).find(Boolean) ?? read(new URL("../../sigma/LICENSE.txt", home));
    return `${name} ${version} (${license})\n\n${text.trim()}\n`;
  }).join(`\n${"-".repeat(72)}\n\n`);
}

function read(url) {
  try { return readFileSync(url, "utf8"); } catch { return ""; }
}

const files = {
  "explorer.js": await bundle("src/main.js"),
  "explorer.css": await bundle("src/style.css"),
  "page.html": readFileSync(new URL("page.html", import.meta.url), "utf8"),
  "LICENSES.txt": licences(),
};
if (/<\/script|<!--/i.test(files["explorer.js"])) throw new Error("the bundle holds a sequence that would end its script element");
if (/\.innerHTML|insertAdjacentHTML|document\.write/.test(files["explorer.js"])) throw new Error("the bundle writes HTML");
for (const [name, text] of Object.entries(files)) writeFileSync(new URL(name, out), text);
const sum = (text) => createHash("sha256").update(text).digest("hex");
writeFileSync(new URL("SHA256SUMS", out), Object.entries(files).map(([name, text]) => `${sum(text)}  ${name}\n`).join(""));
for (const [name, text] of Object.entries(files)) console.log(name, text.length);
