// title: How long it takes to the first senior title
//
// For each person who has worked at the organization or at a part of it: the first position anywhere, the first one of
// a senior level, and the time between. Positions without a start cannot be placed and are counted apart.
//
// $organization: Organization (example: "Larkspur Systems") its name, id or alias
// $levels: list = ["senior", "lead", "staff", "principal", "manager", "director", "vp", "chief", "professor", "associate professor", "full professor"] (example: ["senior", "lead"]) the levels of positions that count as senior
//
// columns: person, person_id, first, senior, senior_id, reached, years, months, undated
//   first, reached: the dates of the first position and of the senior one; months: where both dates say the month
MATCH (w:Organization)
WHERE toLower($organization) IN [toLower(w.id), toLower(w.name)] + [alias IN coalesce(w.aliases, []) | toLower(alias)]
MATCH (w)<-[:PART_OF*0..3]-(o:Organization)
WITH DISTINCT o
MATCH (o)<-[:AT]-(:Position)<-[:HELD]-(p:Person)
WITH DISTINCT p
MATCH (p)-[:HELD]->(j:Position)
WITH DISTINCT p, j
ORDER BY p.id, j.startDate, j.id
WITH p, collect(CASE WHEN j.startDate IS NOT NULL THEN j END) AS dated, count(j) AS held
WITH p, dated, held - size(dated) AS undated, [j IN dated WHERE j.level IN $levels] AS high
WITH p, undated, head(dated).startDate AS first, head(high) AS s
WITH p, undated, first, s, s.startDate AS reached
RETURN p.name AS person, p.id AS person_id, first, s.name AS senior, s.id AS senior_id, reached,
       toInteger(substring(reached, 0, 4)) - toInteger(substring(first, 0, 4)) AS years,
       CASE WHEN size(first) >= 7 AND size(reached) >= 7
            THEN (toInteger(substring(reached, 0, 4)) - toInteger(substring(first, 0, 4))) * 12
                 + toInteger(substring(reached, 5, 2)) - toInteger(substring(first, 5, 2)) END AS months,
       undated
ORDER BY years IS NULL, coalesce(years, 0), person, person_id
