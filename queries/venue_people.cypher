// title: Who published at a venue, and in which years
//
// The people who published at a venue, those with the most papers first. A paper of which the year is not known
// counts whatever years are asked for, and is counted apart.
//
// $venue: Venue (example: "EuroSys") a name, id or alias
// $since: integer = 0 (example: 2019) leave out papers before this year
// $until: integer = 9999 (example: 2025) leave out papers after this year
//
// columns: venue, person, person_id, papers, undated, years
//   undated: of how many of the papers the year is not known; years: those of the others, each once
MATCH (v:Venue)
WHERE toLower($venue) IN [toLower(v.id), toLower(v.name)] + [alias IN coalesce(v.aliases, []) | toLower(alias)]
MATCH (v)<-[:PUBLISHED_IN]-(w:Publication)
WHERE w.year IS NULL OR ($since <= w.year AND w.year <= $until)
MATCH (w)<-[:AUTHORED]-(p:Person)
WITH DISTINCT v, p, w
WITH v, p, w, w.year AS year
ORDER BY year
WITH v, p, count(w) AS papers, count(year) AS dated, collect(DISTINCT year) AS years
RETURN v.name AS venue, p.name AS person, p.id AS person_id, papers, papers - dated AS undated, years
ORDER BY papers DESC, person, person_id, v.id
