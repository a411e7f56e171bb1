// title: How long people stay at an organization
//
// The months that are certain from the dates of positions at the organization or at its parts; months in which a
// person held two positions count once. Positions whose dates say no range are counted apart; where there are no others
// the months are not known, and empty.
//
// $organization: Organization (example: "Larkspur Systems") its name, id or alias
//
// columns: person, person_id, organization, organization_id, months, away, stints, undated, current
//   away: how many months lie between the positions there; undated: how many of the stints have no range of dates
MATCH (w:Organization)
WHERE toLower($organization) IN [toLower(w.id), toLower(w.name)] + [alias IN coalesce(w.aliases, []) | toLower(alias)]
MATCH (w)<-[:PART_OF*0..3]-(o:Organization)
WITH DISTINCT w, o
MATCH (o)<-[:AT]-(j:Position)
WITH DISTINCT w, j
MATCH (j)<-[:HELD]-(p:Person)
WITH DISTINCT w, p, j, j.startDate AS start,
     coalesce(j.endDate, CASE WHEN j.isCurrent THEN j.currentAsOf END) AS end
WITH w, p, j, start IS NOT NULL AND end IS NOT NULL AS dated,
     toInteger(substring(start, 0, 4)) * 12
     + CASE WHEN size(start) >= 7 THEN toInteger(substring(start, 5, 2)) - 1 ELSE 11 END AS first,
     toInteger(substring(end, 0, 4)) * 12
     + CASE WHEN size(end) >= 7 THEN toInteger(substring(end, 5, 2)) - 1 ELSE 0 END AS last
WITH w, p, count(j) AS stints, sum(CASE WHEN dated THEN 0 ELSE 1 END) AS undated,
     max(CASE WHEN j.isCurrent THEN 1 ELSE 0 END) = 1 AS current,
     collect(CASE WHEN dated THEN range(first, last) END) AS ranges
UNWIND CASE WHEN size(ranges) = 0 THEN [[]] ELSE ranges END AS run
UNWIND CASE WHEN size(run) = 0 THEN [null] ELSE run END AS month
WITH w, p, stints, undated, current, count(DISTINCT month) AS months, max(month) - min(month) + 1 AS span
RETURN p.name AS person, p.id AS person_id, w.name AS organization, w.id AS organization_id,
       CASE WHEN undated < stints THEN months END AS months,
       CASE WHEN undated < stints THEN coalesce(span - months, 0) END AS away, stints, undated, current
ORDER BY coalesce(months, 0) DESC, person, person_id, organization_id
