// title: Who has been where a person has, knows the same and publishes at the same venues
//
// People by how much of what the two have is common to both: organizations, technologies and venues, each counting one.
// The score is the common ones as a share of all that either has. Compared are the 200 who have the most in common.
//
// $person: Person (example: "Hana Kovářová") a name, id or alias
// $k: integer = 10 (example: 3) the most people
//
// columns: person, other, other_id, score, organizations, technologies, venues
//   score: from 0.0 to 1.0; organizations, technologies, venues: what both have
MATCH (p:Person)
WHERE toLower($person) IN [toLower(p.id), toLower(p.name)] + [alias IN coalesce(p.aliases, []) | toLower(alias)]
CALL (p) {
  MATCH (p)-[:WORKED_AT|STUDIED_AT|SKILLED_IN]->(f:Organization|Technology)
  RETURN f
  UNION
  MATCH (p)-[:AUTHORED]->(:Publication)-[:PUBLISHED_IN]->(f:Venue)
  RETURN f
}
WITH p, collect(f) AS own
UNWIND own AS f
CALL (f) {
  MATCH (f)<-[:WORKED_AT|STUDIED_AT|SKILLED_IN]-(q:Person)
  RETURN q
  UNION
  MATCH (f)<-[:PUBLISHED_IN]-(:Publication)<-[:AUTHORED]-(q:Person)
  RETURN q
}
WITH p, own, q, f
WHERE q.id <> p.id
WITH p, size(own) AS count_of_own, q, collect(f) AS common
ORDER BY size(common) DESC, q.id, p.id
LIMIT 200
CALL (q) {
  MATCH (q)-[:WORKED_AT|STUDIED_AT|SKILLED_IN]->(g:Organization|Technology)
  RETURN g
  UNION
  MATCH (q)-[:AUTHORED]->(:Publication)-[:PUBLISHED_IN]->(g:Venue)
  RETURN g
}
WITH p, count_of_own, q, common, count(g) AS count_of_others
WITH p, q, common, size(common) AS shared, count_of_own + count_of_others - size(common) AS total
WITH p, q, common, (2000 * shared + total) / (2 * total) / 1000.0 AS score
ORDER BY score DESC, q.name, q.id, p.id
LIMIT $k
UNWIND common AS f
WITH p, q, score, f
ORDER BY f.name
WITH p, q, score, collect(CASE WHEN f:Organization THEN f.name END) AS organizations,
     collect(CASE WHEN f:Technology THEN f.name END) AS technologies, collect(CASE WHEN f:Venue THEN f.name END) AS venues
RETURN p.name AS person, q.name AS other, q.id AS other_id, score, organizations, technologies, venues
ORDER BY score DESC, other, other_id, p.id
