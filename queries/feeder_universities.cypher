// title: Which universities feed which employers
//
// For each pair of a place of study and an employer: how many people studied at the one and worked at the other, not
// before; every place of study counts, not the last alone. Where a year is missing nothing says what came first; those
// people count, and are counted apart.
//
// $min_people: integer = 2 (example: 1) leave out pairs with fewer people
// $since: integer = 0 (example: 2015) leave out work that began before this year
//
// columns: university, university_id, employer, employer_id, people, undated
//   undated: how many of the people have no years that say that study came first, or when work began
MATCH (p:Person)-[s:STUDIED_AT]->(u:Organization)
MATCH (p)-[w:WORKED_AT]->(e:Organization)
WITH p, u, e, coalesce(s.firstYear, s.lastYear) AS studied, coalesce(w.firstYear, w.lastYear) AS worked
WHERE u.id <> e.id
WITH p, u, e, max(CASE WHEN studied IS NULL OR worked IS NULL THEN 1 WHEN worked >= studied AND worked >= $since THEN 2 ELSE 0 END) AS rank
WITH u, e, sum(CASE WHEN rank > 0 THEN 1 ELSE 0 END) AS people, sum(CASE WHEN rank = 1 THEN 1 ELSE 0 END) AS undated
WHERE people >= $min_people AND people > 0
RETURN u.name AS university, u.id AS university_id, e.name AS employer, e.id AS employer_id, people, undated
ORDER BY people DESC, university, employer, university_id, employer_id
