// title: Which academic ancestors two people have in common
//
// The people from whom both descend by advising, the nearest first, with the generations to each of the two. A person
// counts as an ancestor of generation 0: where the one advised the other, the advisor is the nearest.
//
// $person: Person (example: "Hana Kovářová") the one person: a name, id or alias
// $other: Person (example: "Tomás Echeverría") the other person
// $k: integer = 5 (example: 1) the most ancestors
//
// columns: person, other, ancestor, ancestor_id, generations, other_generations
//   generations, other_generations: the fewest steps up from the one and from the other, at most 8
MATCH (p:Person)
WHERE toLower($person) IN [toLower(p.id), toLower(p.name)] + [alias IN coalesce(p.aliases, []) | toLower(alias)]
MATCH up = (a:Person)-[:ADVISED*0..8]->(p)
WITH p, a, min(length(up)) AS steps
WITH p, collect({id: a.id, steps: steps}) AS ancestors
MATCH (q:Person)
WHERE toLower($other) IN [toLower(q.id), toLower(q.name)] + [alias IN coalesce(q.aliases, []) | toLower(alias)]
WITH p, ancestors, q
WHERE p.id <> q.id
MATCH up = (a:Person)-[:ADVISED*0..8]->(q)
WITH p, ancestors, q, a, min(length(up)) AS other_generations
UNWIND ancestors AS ancestor
WITH p, q, a, ancestor.id AS id, ancestor.steps AS generations, other_generations
WHERE id = a.id
WITH p, q, a, generations, other_generations
ORDER BY generations + other_generations, generations, a.name, a.id, p.id, q.id
LIMIT $k
RETURN p.name AS person, q.name AS other, a.name AS ancestor, a.id AS ancestor_id, generations, other_generations
ORDER BY generations + other_generations, generations, ancestor, ancestor_id, p.id, q.id
