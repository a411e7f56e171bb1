// title: Which people, organizations, venues or technologies are probably the same
//
// Pairs that are alike but were not joined, the most probable first, with what speaks for it.
//
// $label: text = "" (example: "Person") Person, Organization, Venue or Technology; empty for all
// $min_percent: integer = 0 (example: 80) leave out what is less probable, in percent
// $k: integer = 100 (example: 20) the most pairs
//
// columns: kind, name, id, other, other_id, probability, reason
MATCH (x:Person|Organization|Venue|Technology)-[same:SAME_AS]->(y:Person|Organization|Venue|Technology)
WITH x, y, same,
     CASE WHEN x:Person THEN 'Person' WHEN x:Organization THEN 'Organization' WHEN x:Venue THEN 'Venue'
          ELSE 'Technology' END AS kind
WHERE ($label = '' OR toLower(kind) = toLower($label)) AND coalesce(same.probability, 0.0) >= $min_percent / 100.0
RETURN kind, x.name AS name, x.id AS id, y.name AS other, y.id AS other_id, same.probability AS probability,
       same.reason AS reason
ORDER BY coalesce(probability, 0.0) DESC, id, other_id, coalesce(reason, '')
LIMIT $k
