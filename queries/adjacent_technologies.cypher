// title: What people who know a technology know more often than others
//
// The technologies that people who know this one list or have used at work more often than people who do not, those with
// the greatest difference of the shares first.
//
// $technology: Technology (example: "CUDA") its name, id or alias
// $min_people: integer = 2 (example: 1) leave out what fewer of its people know
// $k: integer = 20 (example: 5) the most technologies
//
// columns: technology, adjacent, adjacent_id, people, share, share_of_others
//   people: how many know both; share: in percent of those who know the technology
//   share_of_others: how many percent of the people with other technologies alone know the adjacent one
MATCH (p:Person)-[:SKILLED_IN]->(:Technology)
WITH count(DISTINCT p) AS everyone
MATCH (t:Technology)
WHERE toLower($technology) IN [toLower(t.id), toLower(t.name)] + [alias IN coalesce(t.aliases, []) | toLower(alias)]
MATCH (t)<-[:SKILLED_IN]-(p:Person)
WITH everyone, t, collect(DISTINCT p) AS knowers
UNWIND knowers AS p
MATCH (p)-[:SKILLED_IN]->(a:Technology)
WITH everyone, t, size(knowers) AS known, a, count(DISTINCT p) AS people
WHERE a.id <> t.id AND people >= $min_people
MATCH (a)<-[:SKILLED_IN]-(q:Person)
WITH t, a, people, known, count(DISTINCT q) - people AS of_others, everyone - known AS others
WHERE people * others > of_others * known
WITH t, a, people, (200 * people + known) / (2 * known) AS share, (200 * of_others + others) / (2 * others) AS share_of_others
ORDER BY share - share_of_others DESC, people DESC, a.name, a.id, t.id
LIMIT $k
RETURN t.name AS technology, a.name AS adjacent, a.id AS adjacent_id, people, share, share_of_others
ORDER BY share - share_of_others DESC, people DESC, adjacent, adjacent_id, t.id
