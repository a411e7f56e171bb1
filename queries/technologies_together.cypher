// title: Which technologies the same people know
//
// Pairs of technologies that people list or have used at work, those with the most people first. The lift says how many
// times as many people know both as would if the one had nothing to do with the other: 1.0 for no relation. Pairs are
// made of the technologies that most people know, or of the given ones.
//
// $technologies: [Technology] = [] (example: ["CUDA", "vLLM"]) names, ids or aliases; empty for all
// $top: integer = 25 (example: 40) of how many technologies pairs are made, at most
// $min_people: integer = 2 (example: 1) leave out pairs with fewer people
//
// columns: technology, technology_id, other, other_id, people, technology_people, other_people, lift
//   people: how many know both; technology_people, other_people: how many know the one and the other
MATCH (p:Person)
WHERE (p)-[:SKILLED_IN]->(:Technology)
WITH count(p) AS everyone
MATCH (t:Technology)
WHERE size($technologies) = 0
   OR any(term IN $technologies
          WHERE toLower(term) IN [toLower(t.id), toLower(t.name)] + [alias IN coalesce(t.aliases, []) | toLower(alias)])
MATCH (t)<-[:SKILLED_IN]-(p:Person)
WITH everyone, t, count(DISTINCT p) AS known
ORDER BY known DESC, t.id
LIMIT $top
MATCH (t)<-[:SKILLED_IN]-(p:Person)
WITH everyone, t, known, p
ORDER BY t.id
WITH everyone, p, collect(DISTINCT [t.id, known]) AS skills
UNWIND range(0, size(skills) - 2) AS i
UNWIND skills[i + 1..] AS two
WITH everyone, skills[i] AS one, two, count(*) AS people
WHERE people >= $min_people
MATCH (a:Technology {id: one[0]})
MATCH (b:Technology {id: two[0]})
RETURN a.name AS technology, a.id AS technology_id, b.name AS other, b.id AS other_id, people,
       one[1] AS technology_people, two[1] AS other_people,
       (200 * people * everyone + one[1] * two[1]) / (2 * one[1] * two[1]) / 100.0 AS lift
ORDER BY people DESC, technology, other, technology_id, other_id
