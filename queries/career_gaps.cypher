// title: What lies between the stints of a person
//
// The months between positions and studies in which none is known to have run. A year without a month counts for as
// much as it can, so that a gap is certain; stints whose start or end is unknown may fill one, and are counted.
//
// $person: Person (example: "Hana Kovářová") a name, id or alias
// $min_months: integer = 3 (example: 1) leave out shorter gaps
//
// columns: person, person_id, after, after_id, before, before_id, months, undated
//   after, before: the stints on both sides; undated: how many of the person's stints have no range of dates
MATCH (p:Person)
WHERE toLower($person) IN [toLower(p.id), toLower(p.name)] + [alias IN coalesce(p.aliases, []) | toLower(alias)]
MATCH (p)-[:HELD|STUDIED]->(s:Position|Education)
WITH DISTINCT p, s, s.startDate AS start, coalesce(s.endDate, CASE WHEN s.isCurrent THEN s.currentAsOf END) AS end
ORDER BY s.id
WITH p, count(s) AS stints,
     collect(CASE WHEN start IS NOT NULL AND end IS NOT NULL THEN {
       id: s.id, name: s.name,
       first: toInteger(substring(start, 0, 4)) * 12
              + CASE WHEN size(start) >= 7 THEN toInteger(substring(start, 5, 2)) - 1 ELSE 0 END,
       last: toInteger(substring(end, 0, 4)) * 12
             + CASE WHEN size(end) >= 7 THEN toInteger(substring(end, 5, 2)) - 1 ELSE 11 END
     } END) AS runs
UNWIND runs AS run
WITH DISTINCT p, stints, runs, run.last AS last
WITH p, stints, runs, last, [run IN runs WHERE run.first > last + 1 | run.first] AS later
WHERE size(later) > 0 AND none(run IN runs WHERE run.first <= last + 1 AND run.last > last)
UNWIND later AS next
WITH p, stints, runs, last, min(next) AS next
WITH p, stints - size(runs) AS undated, last, next,
     head([run IN runs WHERE run.last = last]) AS after, head([run IN runs WHERE run.first = next]) AS before
WHERE next - last - 1 >= $min_months
RETURN p.name AS person, p.id AS person_id, after.name AS after, after.id AS after_id,
       before.name AS before, before.id AS before_id, next - last - 1 AS months, undated
ORDER BY person_id, last
