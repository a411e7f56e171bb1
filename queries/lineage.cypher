// title: Who advised a person, and who advised the advisors
//
// The academic ancestors of a person, the nearest generation first: one row for each time that an ancestor advised
// someone of the generation below. Who is an ancestor on several ways stands in the nearest generation.
//
// $person: Person (example: "Hana Kovářová") a name, id or alias
// $max_generations: integer = 8 (example: 2) how far to go up, at most 8
//
// columns: person, generation, advisor, advisor_id, student, student_id, start_year, end_year
//   generation: 1 for the person's own advisors; start_year, end_year: of the advising, where known
MATCH (p:Person)
WHERE toLower($person) IN [toLower(p.id), toLower(p.name)] + [alias IN coalesce(p.aliases, []) | toLower(alias)]
MATCH way = (a:Person)-[:ADVISED*1..8]->(p)
WITH p, a, length(way) AS steps, head(relationships(way)) AS r
WHERE a.id <> p.id AND steps <= $max_generations
WITH p, a, min(steps) AS generation, collect(DISTINCT {steps: steps, edge: r.id}) AS edges
UNWIND [found IN edges WHERE found.steps = generation | found.edge] AS edge
MATCH (a)-[r:ADVISED {id: edge}]->(s:Person)
RETURN p.name AS person, generation, a.name AS advisor, a.id AS advisor_id, s.name AS student, s.id AS student_id,
       r.startYear AS start_year, r.endYear AS end_year
ORDER BY generation, advisor, advisor_id, student, student_id, p.id, r.id
