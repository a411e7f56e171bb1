// title: Which technologies the same people know
//
// Pairs of technologies that people list or have used at work, those with the most people first. The lift says how many
// times as many people know both as would if the one had nothing to do with the other: 1.0 for no relation. Pairs are
// made of the technologies that most people know, or of the given ones.
//
// $technologies: list = [] (example: ["CUDA", "vLLM"]) names, ids or aliases; empty for all
// $top: integer = 25 (example: 40) of how many technologies pairs are made, at most
// $min_people: integer = 2 (example: 5) leave out pairs with fewer people
//
// columns: technology, technology_id, other, other_id, people, technology_people, other_people, lift
//   people: how many know both; technology_people, other_people: how many know the one and the other
MATCH (p:Person)-[:SKILLED_IN]->(:Technology)
WITH count(DISTINCT p) AS everyone
MATCH (t:Technology)
WHERE size($technologies) = 0
   OR any(term IN $technologies
          WHERE toLower(term) IN [toLower(t.id), toLower(t.name)] + [alias IN coalesce(t.aliases, []) | toLower(alias)])
MATCH (t)<-[:SKILLED_IN]-(p:Person)
WITH everyone, t, collect(DISTINCT p.id) AS knowers
ORDER BY size(knowers) DESC, t.id
LIMIT $top
UNWIND knowers AS person
WITH everyone, person, collect({id: t.id, name: t.name, people: size(knowers)}) AS known
UNWIND known AS one
UNWIND known AS two
WITH everyone, one.name AS technology, one.id AS technology_id, two.name AS other, two.id AS other_id,
     one.people AS technology_people, two.people AS other_people
WHERE technology_id < other_id
WITH everyone, technology, technology_id, other, other_id, technology_people, other_people, count(*) AS people
WHERE people >= $min_people
RETURN technology, technology_id, other, other_id, people, technology_people, other_people,
       (200 * people * everyone + technology_people * other_people) / (2 * technology_people * other_people) / 100.0
       AS lift
ORDER BY people DESC, technology, other, technology_id, other_id
