// title: Who can introduce one person to another
//
// The shortest chains of people from one person to another, each knowing the next: as colleagues or fellow students
// (at the same time), as co-authors, or as advisor and student. An organization that both passed through is no
// introduction. One row a step of a chain; of chains as short as each other those come first whose ids sort first.
//
// $person: text (example: "Ada Example") where the chain begins: a name, id or alias
// $other: text (example: "Grace Example") where it ends
// $max_hops: integer = 4 (example: 3) the most steps, up to 8
// $k: integer = 5 (example: 1) the most chains
//
// columns: path, hop, person, person_id, other, other_id, kinds, organizations
//   path, hop: the number of the chain and of the step in it, from 1; kinds: how the two know each other
MATCH (a:Person)
WHERE toLower($person) IN [toLower(a.id), toLower(a.name)] + [alias IN coalesce(a.aliases, []) | toLower(alias)]
MATCH (b:Person)
WHERE toLower($other) IN [toLower(b.id), toLower(b.name)] + [alias IN coalesce(b.aliases, []) | toLower(alias)]
WITH a, b
WHERE a.id <> b.id
MATCH chain = allShortestPaths((a)-[:WORKED_WITH|STUDIED_WITH|COAUTHORED_WITH|ADVISED*..8]-(b))
WITH DISTINCT [n IN nodes(chain) | n.id] AS ids
WHERE size(ids) <= $max_hops + 1
WITH ids, reduce(text = '', id IN ids | text + id + ' ') AS text
ORDER BY size(ids), text
LIMIT $k
WITH collect(ids) AS chains
UNWIND range(0, size(chains) - 1) AS i
UNWIND range(0, size(chains[i]) - 2) AS j
WITH i + 1 AS path, j + 1 AS hop, chains[i][j] AS near, chains[i][j + 1] AS far
MATCH (x:Person {id: near})
MATCH (y:Person {id: far})
MATCH (x)-[r:WORKED_WITH|STUDIED_WITH|COAUTHORED_WITH|ADVISED]-(y)
OPTIONAL MATCH (o:Organization {id: r.organization})
WITH path, hop, x, y, type(r) AS kind, coalesce(o.name, r.organization) AS organization
ORDER BY organization
WITH path, hop, x, y, collect(DISTINCT kind) AS kinds, collect(DISTINCT organization) AS organizations
UNWIND kinds AS kind
WITH path, hop, x, y, kind, organizations
ORDER BY kind
WITH path, hop, x, y, collect(kind) AS kinds, organizations
RETURN path, hop, x.name AS person, x.id AS person_id, y.name AS other, y.id AS other_id, kinds, organizations
ORDER BY path, hop
