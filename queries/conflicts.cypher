// title: Which reviewers are too close to which people
//
// For each of the people and each of the reviewers: what they had to do with each other in the last years. Stays at one
// organization count when they ran at the same time, papers when both wrote them, advising whenever it was. What may
// have been in these years, but has no dates that say so, stands without a year.
//
// $people: [Person] (example: ["Hana Kovářová"]) names, ids or aliases
// $reviewers: [Person] (example: ["Aanya Krishnamurthy", "Chukwuemeka Obi"]) names, ids or aliases
// $year: integer (example: 2026) the year to look back from
// $years: integer = 5 (example: 3) how many years before it count
//
// columns: person, person_id, reviewer, reviewer_id, kind, what, what_id, last_year
//   kind: same person, advisor, coauthor or colleague
//   what: the advisor, the paper or the organization; last_year: when it was last known to be, empty for undated
WITH [term IN $people | toLower(term)] AS terms, [term IN $reviewers | toLower(term)] AS other_terms
MATCH (p:Person)
WITH p, terms, other_terms, [toLower(p.id), toLower(p.name)] + [alias IN coalesce(p.aliases, []) | toLower(alias)] AS names
WHERE any(name IN names WHERE name IN terms OR name IN other_terms)
WITH collect(CASE WHEN any(name IN names WHERE name IN terms) THEN p END) AS people,
     collect(CASE WHEN any(name IN names WHERE name IN other_terms) THEN p END) AS reviewers
UNWIND reviewers AS r
UNWIND people AS p
CALL (p, r) {
  WITH p, r
  WHERE p.id = r.id
  RETURN 'same person' AS kind, p.name AS what, p.id AS what_id, null AS last_year
  UNION
  MATCH (p)-[a:ADVISED]-(r:Person)
  WITH startNode(a) AS advisor, max(a.endYear) AS last_year
  RETURN 'advisor' AS kind, advisor.name AS what, advisor.id AS what_id, last_year
  UNION
  MATCH (p)-[:AUTHORED]->(w:Publication)<-[:AUTHORED]-(r)
  WITH p, r, w
  WHERE p.id <> r.id AND (w.year IS NULL OR w.year >= $year - $years)
  RETURN DISTINCT 'coauthor' AS kind, w.name AS what, w.id AS what_id, w.year AS last_year
  UNION
  MATCH (p)-[:HELD|STUDIED]->(x:Position|Education)-[:AT]->(:Organization)-[:PART_OF*0..3]->(o:Organization)
  MATCH (o)<-[:PART_OF*0..3]-(:Organization)<-[:AT]-(y:Position|Education)<-[:HELD|STUDIED]-(r)
  WITH p, r, o, x.startYear AS x_first, x.endYear AS x_end, y.startYear AS y_first, y.endYear AS y_end,
       coalesce(x.endYear, CASE WHEN x.isCurrent THEN toInteger(left(x.currentAsOf, 4)) END) AS x_last,
       coalesce(y.endYear, CASE WHEN y.isCurrent THEN toInteger(left(y.currentAsOf, 4)) END) AS y_last
  WHERE p.id <> r.id
    AND coalesce(x_end >= y_first, true) AND coalesce(y_end >= x_first, true)
    AND coalesce(x_end >= $year - $years, true) AND coalesce(y_end >= $year - $years, true)
  WITH o, CASE WHEN x_first <= y_last AND y_first <= x_last
               THEN CASE WHEN x_last < y_last THEN x_last ELSE y_last END
          END AS last
  WITH o, max(CASE WHEN last >= $year - $years THEN last END) AS last_year
  RETURN 'colleague' AS kind, o.name AS what, o.id AS what_id, last_year
}
RETURN p.name AS person, p.id AS person_id, r.name AS reviewer, r.id AS reviewer_id, kind, what, what_id, last_year
ORDER BY person, person_id, reviewer, reviewer_id, kind, coalesce(last_year, 0) DESC, what, what_id
