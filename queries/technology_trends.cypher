// title: In which years how many people used a technology
//
// People who used a technology in a position that ran in the year or in a paper of the year. Of a position of which only
// one year is known, that year alone counts; what is current runs up to the date of its document. People whose use has
// no year at all stand in a row without one. With an organization, positions there (or at a part of it) alone count.
//
// $technologies: [Technology] = [] (example: ["CUDA", "vLLM"]) names, ids or aliases; empty for all
// $organization: Organization = "" (example: "NVIDIA") a name, id or alias; empty for all
// $since: integer = 0 (example: 2015) leave out earlier years
// $until: integer = 9999 (example: 2025) leave out later years
// $min_people: integer = 1 (example: 1) leave out years with fewer people
// $top: integer = 20 (example: 5) of how many technologies, at most: of those with the most uses
//
// columns: technology, technology_id, year, people
CALL () {
  MATCH (o:Organization)
  WHERE $organization <> ''
    AND toLower($organization) IN
        [toLower(o.id), toLower(o.name)] + [alias IN coalesce(o.aliases, []) | toLower(alias)]
  MATCH (o)<-[:PART_OF*0..3]-(:Organization)<-[:AT]-(f:Position)
  MATCH (f)-[:USED]->(t:Technology)
  RETURN f, t
  UNION ALL
  MATCH (t:Technology)
  WHERE $organization = ''
    AND (size($technologies) = 0
         OR any(term IN $technologies
                WHERE toLower(term) IN
                      [toLower(t.id), toLower(t.name)] + [alias IN coalesce(t.aliases, []) | toLower(alias)]))
  MATCH (t)<-[:USED]-(f:Position|Publication)
  RETURN f, t
}
WITH f, t
WHERE size($technologies) = 0
   OR any(term IN $technologies
          WHERE toLower(term) IN [toLower(t.id), toLower(t.name)] + [alias IN coalesce(t.aliases, []) | toLower(alias)])
WITH t, collect(DISTINCT f) AS uses
ORDER BY size(uses) DESC, t.id
LIMIT $top
UNWIND uses AS f
MATCH (f)<-[:HELD|AUTHORED]-(p:Person)
WITH t, p, coalesce(f.year, f.startYear) AS first,
     coalesce(f.year, f.endYear, CASE WHEN f.isCurrent THEN toInteger(left(f.currentAsOf, 4)) END) AS last
WITH t, first, last, collect(DISTINCT p) AS users
UNWIND CASE
         WHEN first <= last THEN range(first, last)
         WHEN first IS NULL AND last IS NULL THEN [null]
         ELSE [year IN [first, last] WHERE year IS NOT NULL]
       END AS year
WITH t, year, users
WHERE year IS NULL OR ($since <= year AND year <= $until)
UNWIND users AS p
WITH t, year, count(DISTINCT p) AS people
WHERE people >= $min_people
RETURN t.name AS technology, t.id AS technology_id, year, people
ORDER BY technology, technology_id, coalesce(year, 10000)
