// Reads {"labels": […], "types": […], "statements": {NAME: {"text": …, "parameters": {…}}}} from stdin and prints
// {NAME: [what Neo4j's own language support finds wrong, …]}. Argument: a folder with node_modules.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const { lintCypherQuery } = createRequire(join(process.argv[2], "package.json"))("@neo4j-cypher/language-support");
const { labels, types, statements } = JSON.parse(readFileSync(0, "utf8"));
const found = Object.entries(statements).map(([name, { text, parameters }]) => [
  name,
  lintCypherQuery(text, { labels, relationshipTypes: types, parameters }).diagnostics.map((one) => one.message),
]);
console.log(JSON.stringify(Object.fromEntries(found)));
