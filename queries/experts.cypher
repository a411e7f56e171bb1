// title: Who knows a technology best
//
// People who list a technology or have used it at work, those with the most months first. Months are whole months
// that are certain from the dates of positions; they are absent where no dates say anything.
//
// $technology: Technology (example: "CUDA") its name, id or alias
// $min_months: integer = 0 (example: 12) leave out who has fewer months
// $k: integer = 100 (example: 10) the most people
//
// columns: technology, person, person_id, months, last_used, stated, venues
//   last_used: the year; stated: whether the person's own list of skills names it; venues: where the person published
MATCH (t:Technology)
WHERE toLower($technology) IN [toLower(t.id), toLower(t.name)] + [alias IN coalesce(t.aliases, []) | toLower(alias)]
MATCH (p:Person)-[s:SKILLED_IN]->(t)
WITH p, s, t
WHERE coalesce(s.months, 0) >= $min_months
ORDER BY coalesce(s.months, 0) DESC, coalesce(s.lastUsed, 0) DESC, p.name, p.id, t.id
LIMIT $k
OPTIONAL MATCH (p)-[:AUTHORED]->(:Publication)-[:PUBLISHED_IN]->(v:Venue)
WITH t, p, s, v.name AS venue
ORDER BY venue
WITH t, p, s, collect(DISTINCT venue) AS venues
RETURN t.name AS technology, p.name AS person, p.id AS person_id, s.months AS months, s.lastUsed AS last_used,
       coalesce(s.stated, false) AS stated, venues
ORDER BY coalesce(months, 0) DESC, coalesce(last_used, 0) DESC, person, person_id, t.id
