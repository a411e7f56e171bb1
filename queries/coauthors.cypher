// title: With whom a person writes papers
//
// The co-authors of a person, those with the most papers together first.
//
// $person: Person (example: "Hana Kovářová") a name, id or alias
// $min_papers: integer = 1 (example: 1) leave out with whom there are fewer
//
// columns: person, coauthor, coauthor_id, papers, undated, first_year, last_year, venues
//   papers: how many they wrote together; undated: of how many of them the year is not known
//   first_year, last_year: of the papers with a year; venues: where they appeared
MATCH (p:Person)
WHERE toLower($person) IN [toLower(p.id), toLower(p.name)] + [alias IN coalesce(p.aliases, []) | toLower(alias)]
MATCH (p)-[:AUTHORED]->(w:Publication)<-[:AUTHORED]-(c:Person)
WITH DISTINCT p, c, w
WHERE c.id <> p.id
WITH p, c, collect(w) AS works, count(w) AS papers, count(w.year) AS dated, min(w.year) AS first_year,
     max(w.year) AS last_year
WHERE papers >= $min_papers
UNWIND works AS w
OPTIONAL MATCH (w)-[:PUBLISHED_IN]->(v:Venue)
WITH p, c, papers, dated, first_year, last_year, v.name AS venue
ORDER BY venue
WITH p, c, papers, dated, first_year, last_year, collect(DISTINCT venue) AS venues
RETURN p.name AS person, c.name AS coauthor, c.id AS coauthor_id, papers, papers - dated AS undated, first_year,
       last_year, venues
ORDER BY papers DESC, coauthor, coauthor_id, p.id
