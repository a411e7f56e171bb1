// title: Who was at the same place at the same time
//
// People who worked or studied at an organization while the person did. Only dates that are known count: without
// them nobody is taken for a colleague.
//
// $person: Person (example: "Hana Kovářová") a name, id or alias
// $min_months: integer = 1 (example: 12) leave out shorter overlaps
// $organization: Organization = "" (example: "Larkspur Systems") only there, or at a part of it: a name, id or alias
//
// columns: person, colleague, colleague_id, organization, together, months
//   together: worked or studied; months: how many months both were there
MATCH (p:Person)
WHERE toLower($person) IN [toLower(p.id), toLower(p.name)] + [alias IN coalesce(p.aliases, []) | toLower(alias)]
MATCH (p)-[r:WORKED_WITH|STUDIED_WITH]-(c:Person)
WITH p, c, r
WHERE r.overlapMonths >= $min_months
OPTIONAL MATCH (o:Organization {id: r.organization})
OPTIONAL MATCH (o)-[:PART_OF*0..3]->(w:Organization)
WITH p, c, r, coalesce(o.name, r.organization) AS organization, collect(DISTINCT w) AS wholes
WHERE $organization = ''
   OR any(w IN wholes WHERE toLower($organization) IN
          [toLower(w.id), toLower(w.name)] + [alias IN coalesce(w.aliases, []) | toLower(alias)])
RETURN p.name AS person, c.name AS colleague, c.id AS colleague_id, organization,
       CASE type(r) WHEN 'WORKED_WITH' THEN 'worked' ELSE 'studied' END AS together, r.overlapMonths AS months
ORDER BY months DESC, colleague, colleague_id, organization, together, p.id, r.id
