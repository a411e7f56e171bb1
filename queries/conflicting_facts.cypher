// title: Which facts about one person cannot both be true
//
// Stints that end before they start; two titles for one position that began on the same date; two starts of what has
// the same title, or degree and field, at the same place and overlaps; and two full-time positions at once at
// organizations that are not of one whole. Where dates are missing nothing is in conflict.
//
// $person: Person = "" (example: "Hana Kovářová") a name, id or alias; empty for all people
// $k: integer = 100 (example: 10) the most conflicts
//
// columns: person, person_id, kind, fact, fact_id, other, other_id
//   kind: ends before it starts, two titles, two starts or two full-time positions; other: empty for the first kind
CALL () {
  MATCH (p:Person)
  WHERE $person = ''
     OR toLower($person) IN [toLower(p.id), toLower(p.name)] + [alias IN coalesce(p.aliases, []) | toLower(alias)]
  MATCH (p)-[:HELD|STUDIED]->(x:Position|Education)
  WITH DISTINCT p, x,
       CASE WHEN size(x.startDate) < size(x.endDate) THEN size(x.startDate) ELSE size(x.endDate) END AS known
  WHERE left(x.endDate, known) < left(x.startDate, known)
  RETURN p, x, 'ends before it starts' AS kind, null AS y
  UNION
  MATCH (p:Person)
  WHERE $person = ''
     OR toLower($person) IN [toLower(p.id), toLower(p.name)] + [alias IN coalesce(p.aliases, []) | toLower(alias)]
  MATCH (p)-[:HELD|STUDIED]->(x:Position|Education)
  WITH p, collect(DISTINCT x) AS stints
  UNWIND stints AS x
  UNWIND stints AS y
  WITH p, x, y
  WHERE x.id < y.id AND (x:Position) = (y:Position) AND (x.startDate = y.startDate OR x.startYear < y.endYear)
  WITH p, x, y, toLower(coalesce(x.title, x.degree)) AS x_title, toLower(coalesce(y.title, y.degree)) AS y_title,
       toLower(coalesce(x.field, y.field, '')) = toLower(coalesce(y.field, x.field, '')) AS one_field,
       x.startYear < y.endYear AND y.startYear < x.endYear AS at_once
  WITH p, x, y, CASE
                  WHEN x.startDate = y.startDate AND x_title <> y_title AND x:Position THEN 'two titles'
                  WHEN x.startDate <> y.startDate AND x_title = y_title AND one_field AND at_once THEN 'two starts'
                  WHEN at_once AND x.employmentType = 'full-time' AND y.employmentType = 'full-time'
                    THEN 'two full-time positions'
                END AS kind
  WHERE kind IS NOT NULL
  OPTIONAL MATCH (x)-[:AT]->(o:Organization)<-[:AT]-(y:Position|Education)
  WITH p, x, y, kind, count(o) AS places
  OPTIONAL MATCH (x)-[:AT]->(:Organization)-[:PART_OF*0..3]->(o:Organization)
  WITH p, x, y, kind, places, collect(o.id) AS wholes
  OPTIONAL MATCH (y)-[:AT]->(:Organization)-[:PART_OF*0..3]->(o:Organization)
  WITH p, x, y, kind, places, wholes, collect(o.id) AS other_wholes
  WHERE (kind <> 'two full-time positions' AND places > 0)
     OR (kind = 'two full-time positions' AND size(wholes) > 0 AND size(other_wholes) > 0
         AND none(whole IN wholes WHERE whole IN other_wholes))
  RETURN p, x, kind, y
}
RETURN p.name AS person, p.id AS person_id, kind, x.name AS fact, x.id AS fact_id, y.name AS other, y.id AS other_id
ORDER BY person, person_id, kind, fact_id, coalesce(other_id, '')
LIMIT $k
