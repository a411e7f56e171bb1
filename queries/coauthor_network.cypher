// title: Who writes papers with whom, among us or at an organization
//
// Pairs of people with papers together, those with the most first. Both have a document of their own or, where an
// organization is given, both worked or studied at it (or at a part of it), at whatever time.
//
// $organization: Organization = "" (example: "ETH Zurich") a name, id or alias; empty for all people with a document
// $venue: Venue = "" (example: "EuroSys") count papers at this venue alone; empty for all
// $since: integer = 0 (example: 2019) count papers from this year on, and those without a year
// $k: integer = 100 (example: 20) the most pairs
//
// columns: person, person_id, coauthor, coauthor_id, papers, undated, first_year, last_year
//   papers: how many they wrote together; undated: of how many of them the year is not known
CALL () {
  MATCH (o:Organization)
  WHERE $organization <> ''
    AND toLower($organization) IN
        [toLower(o.id), toLower(o.name)] + [alias IN coalesce(o.aliases, []) | toLower(alias)]
  MATCH (o)<-[:WORKED_AT|STUDIED_AT]-(p:Person)
  RETURN p
  UNION
  MATCH (p:Person)
  WHERE $organization = '' AND p.hasProfile
  RETURN p
}
MATCH (p)-[:AUTHORED]->(w:Publication)
WHERE w.year IS NULL OR w.year >= $since
WITH w, collect(DISTINCT p.id) AS authors
WHERE size(authors) > 1
WITH w, authors
WHERE $venue = '' OR EXISTS {
  MATCH (w)-[:PUBLISHED_IN]->(v:Venue)
  WHERE toLower($venue) IN [toLower(v.id), toLower(v.name)] + [alias IN coalesce(v.aliases, []) | toLower(alias)]
}
UNWIND authors AS person_id
UNWIND [author IN authors WHERE person_id < author] AS coauthor_id
WITH person_id, coauthor_id, collect(w) AS both
ORDER BY size(both) DESC, person_id, coauthor_id
LIMIT $k
UNWIND both AS w
WITH person_id, coauthor_id, count(w) AS papers, count(w.year) AS dated, min(w.year) AS first_year,
     max(w.year) AS last_year
MATCH (a:Person {id: person_id})
MATCH (b:Person {id: coauthor_id})
RETURN a.name AS person, person_id, b.name AS coauthor, coauthor_id, papers, papers - dated AS undated, first_year,
       last_year
ORDER BY papers DESC, person_id, coauthor_id
