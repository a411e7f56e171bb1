// title: Who can introduce one person to another
//
// The shortest chains of people from one person to another, each knowing the next: as colleagues or fellow students
// (at the same time), as co-authors, or as advisor and student. An organization that both passed through is no
// introduction. One row a step of a chain, with what says so.
// Of chains as short as each other the stronger come first: the strength of a step is the months together, plus twelve
// for each joint paper, plus 24 for advice; that of a chain is its weakest step's. No more than 200 chains of a length
// are weighed, those whose ids sort first.
//
// $person: Person (example: "Hana Kovářová") where the chain begins: a name, id or alias
// $other: Person (example: "Yuki Hasegawa") where it ends
// $max_hops: integer = 4 (example: 3) the most steps, up to 8
// $k: integer = 5 (example: 1) the most chains
//
// columns: path, hop, person, person_id, other, other_id, kinds, organizations, because, quotes, confidence
//   path, hop: the number of the chain and of the step in it, from 1; kinds: how the two know each other
//   because: the same in words, with months or years; quotes: what documents say of it, four at most
//   confidence: the lowest of all that say it
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
LIMIT 200
UNWIND range(0, size(ids) - 2) AS j
MATCH (x:Person {id: ids[j]})
MATCH (y:Person {id: ids[j + 1]})
MATCH (x)-[r:WORKED_WITH|STUDIED_WITH|COAUTHORED_WITH|ADVISED]-(y)
WITH ids, text, j, sum(CASE type(r) WHEN 'ADVISED' THEN 24 WHEN 'COAUTHORED_WITH' THEN 12 * coalesce(r.count, 1)
                       ELSE coalesce(r.overlapMonths, 0) END) AS strength
WITH ids, text, min(strength) AS weakest
ORDER BY size(ids), weakest DESC, text
LIMIT $k
WITH collect(ids) AS chains
UNWIND range(0, size(chains) - 1) AS i
UNWIND range(0, size(chains[i]) - 2) AS j
WITH i + 1 AS path, j + 1 AS hop, chains[i][j] AS near, chains[i][j + 1] AS far
MATCH (x:Person {id: near})
MATCH (y:Person {id: far})
MATCH (x)-[r:WORKED_WITH|STUDIED_WITH|COAUTHORED_WITH|ADVISED]-(y)
OPTIONAL MATCH (o:Organization {id: r.organization})
WITH path, hop, x, y, r, type(r) AS kind, coalesce(o.name, r.organization) AS organization,
     coalesce(r.firstYear, r.startYear) AS first, coalesce(r.lastYear, r.endYear) AS last
WITH path, hop, x, y, r, kind, organization,
     CASE WHEN first IS NULL AND last IS NULL THEN ''
          WHEN first IS NULL OR last IS NULL OR first = last THEN ', ' + toString(coalesce(first, last))
          ELSE ', ' + toString(first) + ' to ' + toString(last) END AS years
WITH path, hop, x, y, r, kind, organization,
     CASE kind WHEN 'ADVISED' THEN startNode(r).name + ' advised ' + endNode(r).name + years
               WHEN 'COAUTHORED_WITH' THEN 'joint papers: ' + toString(coalesce(r.count, 1)) + years
               ELSE CASE kind WHEN 'WORKED_WITH' THEN 'worked' ELSE 'studied' END + ' together at ' + organization
                    + ', months: ' + toString(r.overlapMonths) END AS reason
ORDER BY reason
WITH path, hop, x, y, collect(DISTINCT kind) AS kinds, collect(DISTINCT organization) AS organizations,
     collect(DISTINCT reason) AS because,
     collect(CASE kind WHEN 'WORKED_WITH' THEN 'HELD ' WHEN 'STUDIED_WITH' THEN 'STUDIED ' END + r.organization) AS places
UNWIND kinds AS kind
WITH path, hop, x, y, kind, organizations, because, places
ORDER BY kind
WITH path, hop, x, y, collect(kind) AS kinds, organizations, because, places
UNWIND CASE size(organizations) WHEN 0 THEN [null] ELSE organizations END AS organization
WITH path, hop, x, y, kinds, organization, because, places
ORDER BY organization
WITH path, hop, x, y, kinds, collect(organization) AS organizations, because, places
UNWIND [x.id, y.id] AS id
MATCH (one:Person {id: id})
OPTIONAL MATCH (one)-[h:HELD|STUDIED]->(s:Position|Education)-[:AT]->(:Organization)-[:PART_OF*0..3]->(o:Organization)
WITH path, hop, x, y, kinds, organizations, because, CASE WHEN type(h) + ' ' + o.id IN places THEN s END AS s
OPTIONAL MATCH (s)<-[:SUPPORTS]-(e:Evidence)
WITH path, hop, x, y, kinds, organizations, because, collect(DISTINCT e.id) AS of_stints
OPTIONAL MATCH (x)-[:AUTHORED]->(w:Publication)<-[:AUTHORED]-(y)
OPTIONAL MATCH (w)<-[:SUPPORTS]-(e:Evidence)
WITH path, hop, x, y, kinds, organizations, because, of_stints, collect(DISTINCT e.id) AS of_papers
OPTIONAL MATCH (x)<-[:SUPPORTS]-(e:Evidence)-[:SUPPORTS]->(:Education)<-[:STUDIED]-(y)
WITH path, hop, x, y, kinds, organizations, because, of_stints, of_papers, collect(DISTINCT e.id) AS of_advice
OPTIONAL MATCH (y)<-[:SUPPORTS]-(e:Evidence)-[:SUPPORTS]->(:Education)<-[:STUDIED]-(x)
WITH path, hop, x, y, kinds, organizations, because, of_stints, of_papers, of_advice,
     collect(DISTINCT e.id) AS of_learning
WITH path, hop, x, y, kinds, organizations, because,
     of_stints + CASE WHEN 'COAUTHORED_WITH' IN kinds THEN of_papers ELSE [] END
     + CASE WHEN 'ADVISED' IN kinds THEN of_advice + of_learning ELSE [] END AS said
UNWIND CASE size(said) WHEN 0 THEN [null] ELSE said END AS id
OPTIONAL MATCH (e:Evidence {id: id})
OPTIONAL MATCH (e)-[:FROM_DOCUMENT]->(d:Document)
WITH path, hop, x, y, kinds, organizations, because, e.confidence AS sure, d.path + ': ' + e.quote AS quote
ORDER BY quote
WITH path, hop, x, y, kinds, organizations, because, collect(DISTINCT quote)[0..4] AS quotes, min(sure) AS confidence
RETURN path, hop, x.name AS person, x.id AS person_id, y.name AS other, y.id AS other_id, kinds, organizations,
       because, quotes, confidence
ORDER BY path, hop
