// title: Who connects two fields or two organizations
//
// People who have worked, studied or published with, or advised or been advised by, people of the one side and of the
// other. Of a side is who knows the technology, or has worked or studied at the organization; who is of both sides
// counts for neither. A broker may be of a side, of both or of none.
//
// $a: Technology|Organization (example: "CUDA") the one side: a technology or organization by name, id or alias
// $b: Technology|Organization (example: "Haskell") the other side
// $k: integer = 20 (example: 5) the most people
//
// columns: person, person_id, a_people, b_people, pairs
//   a_people, b_people: how many people of each side the person is tied to; pairs: how many pairs that makes
CALL () {
  MATCH (n:Technology|Organization)
  WHERE toLower($a) IN [toLower(n.id), toLower(n.name)] + [alias IN coalesce(n.aliases, []) | toLower(alias)]
  MATCH (n)<-[:SKILLED_IN|WORKED_AT|STUDIED_AT]-(x:Person)
  RETURN x, 1 AS side
  UNION
  MATCH (n:Technology|Organization)
  WHERE toLower($b) IN [toLower(n.id), toLower(n.name)] + [alias IN coalesce(n.aliases, []) | toLower(alias)]
  MATCH (n)<-[:SKILLED_IN|WORKED_AT|STUDIED_AT]-(x:Person)
  RETURN x, 2 AS side
}
WITH x, sum(side) AS side
WHERE side < 3
MATCH (x)-[:WORKED_WITH|STUDIED_WITH|COAUTHORED_WITH|ADVISED]-(p:Person)
WITH DISTINCT p, x, side
WITH p, sum(CASE WHEN side = 1 THEN 1 ELSE 0 END) AS a_people, sum(CASE WHEN side = 2 THEN 1 ELSE 0 END) AS b_people
WHERE a_people > 0 AND b_people > 0
RETURN p.name AS person, p.id AS person_id, a_people, b_people, a_people * b_people AS pairs
ORDER BY pairs DESC, person, person_id
LIMIT $k
