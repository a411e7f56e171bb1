// title: Whom a person advised, and whom the students advised
//
// The academic descendants of a person, the nearest generation first: one row for each time that someone of the
// generation above advised a descendant. Who is a descendant on several ways stands in the nearest generation.
//
// $person: Person (example: "Ruth Abernathy") a name, id or alias
// $max_generations: integer = 8 (example: 2) how far to go down, at most 8
//
// columns: person, generation, student, student_id, advisor, advisor_id, start_year, end_year
//   generation: 1 for the person's own students; start_year, end_year: of the advising, where known
MATCH (p:Person)
WHERE toLower($person) IN [toLower(p.id), toLower(p.name)] + [alias IN coalesce(p.aliases, []) | toLower(alias)]
MATCH way = (p)-[:ADVISED*1..8]->(s:Person)
WITH p, s, length(way) AS steps, last(relationships(way)) AS r
WHERE s.id <> p.id AND steps <= $max_generations
WITH p, s, min(steps) AS generation, collect(DISTINCT {steps: steps, edge: r.id}) AS edges
UNWIND [found IN edges WHERE found.steps = generation | found.edge] AS edge
MATCH (a:Person)-[r:ADVISED {id: edge}]->(s)
RETURN p.name AS person, generation, s.name AS student, s.id AS student_id, a.name AS advisor, a.id AS advisor_id,
       r.startYear AS start_year, r.endYear AS end_year
ORDER BY generation, student, student_id, advisor, advisor_id, p.id, r.id
