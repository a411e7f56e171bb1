// title: Where people of a university or an organization went next
//
// Everyone who studied or worked at an organization (or at a part of it), and the first position elsewhere that began
// in the year in which they left, or later. Where the years do not say what came next, the next is empty: also for
// those who are still there.
//
// $organization: Organization (example: "ETH Zurich") a name, id or alias
//
// columns: organization, person, person_id, left_year, next, next_id, title, start_year
//   left_year: the last year there, where known; next: the organization of the next position
MATCH (o:Organization)
WHERE toLower($organization) IN [toLower(o.id), toLower(o.name)] + [alias IN coalesce(o.aliases, []) | toLower(alias)]
MATCH (o)<-[:PART_OF*0..3]-(part:Organization)
WITH o, collect(DISTINCT part.id) AS inside
MATCH (o)<-[stay:STUDIED_AT|WORKED_AT]-(p:Person)
WITH o, inside, p, CASE WHEN count(stay) = count(stay.lastYear) THEN max(stay.lastYear) END AS left_year
OPTIONAL MATCH (p)-[:HELD]->(h:Position)-[:AT]->(n:Organization)
WITH o, p, left_year, h, n, h.startYear >= left_year AND NOT n.id IN inside AS later
ORDER BY h.startYear, coalesce(h.startDate, ''), n.name, n.id, h.id
WITH o, p, left_year,
     head(collect(CASE WHEN later THEN {name: n.name, id: n.id, title: h.title, year: h.startYear} END)) AS step
RETURN o.name AS organization, p.name AS person, p.id AS person_id, left_year, step.name AS next, step.id AS next_id,
       step.title AS title, step.year AS start_year
ORDER BY organization, o.id, coalesce(left_year, 10000), person, person_id
