// title: Who of ours is within two degrees of an organization, and through whom
//
// For each of our people the shortest way to someone who has held a position at the organization or at a part of it:
// the person (degree 0), someone whom the person knows (1), or someone whom such a one knows (2). They know each other
// as in intro_paths: at the same place at the same time, as co-authors, or as advisor and student.
//
// $organization: Organization (example: "NVIDIA") its name, id or alias
// $people: [Person] (example: ["Hana Kovářová", "Yuki Hasegawa"]) our people: names, ids or aliases
// $k: integer = 100 (example: 10) the most rows
//
// columns: person, person_id, degree, through, through_id, insider, insider_id, kinds, onward
//   kinds: how the person knows the next one; onward: how that one knows the insider, for degree 2
MATCH (w:Organization)
WHERE toLower($organization) IN [toLower(w.id), toLower(w.name)] + [alias IN coalesce(w.aliases, []) | toLower(alias)]
MATCH (w)<-[:PART_OF*0..3]-(o:Organization)
WITH DISTINCT o
MATCH (o)<-[:AT]-(:Position)<-[:HELD]-(i:Person)
WITH collect(DISTINCT i.id) AS insiders
MATCH (p:Person)
WHERE any(name IN $people WHERE toLower(name) IN
          [toLower(p.id), toLower(p.name)] + [alias IN coalesce(p.aliases, []) | toLower(alias)])
MATCH way = (p)-[:WORKED_WITH|STUDIED_WITH|COAUTHORED_WITH|ADVISED*0..2]-(i:Person)
WITH p, way, i.id AS insider, insiders
WHERE insider IN insiders
WITH p, length(way) AS hops, insider, nodes(way)[1].id AS next, [step IN relationships(way) | type(step)] AS types
WITH p, min(hops) AS degree, collect([hops, insider, next, types[0], types[1]]) AS ways
UNWIND [way IN ways WHERE way[0] = degree] AS way
WITH p, degree, way[1] AS insider, CASE degree WHEN 2 THEN way[2] END AS through, way[3] AS kind, way[4] AS last
ORDER BY kind
WITH p, degree, insider, through, collect(DISTINCT kind) AS kinds, collect(DISTINCT last) AS found
UNWIND CASE size(found) WHEN 0 THEN [null] ELSE found END AS last
WITH p, degree, insider, through, kinds, last
ORDER BY last
WITH p, degree, insider, through, kinds, collect(last) AS onward
MATCH (i:Person {id: insider})
OPTIONAL MATCH (d:Person {id: through})
RETURN p.name AS person, p.id AS person_id, degree,
       d.name AS through, d.id AS through_id,
       i.name AS insider, i.id AS insider_id, kinds, onward
ORDER BY degree, person, person_id, through, through_id, insider, insider_id
LIMIT $k
