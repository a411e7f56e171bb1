// title: Who was at an organization in a year
//
// People who worked or studied at the organization, or at a part of it, in the year. Where a date is unknown, a person
// who may have been there is listed as well, and known says false; "present" is known up to the date of its document.
//
// $organization: Organization (example: "NVIDIA") its name, id or alias
// $year: integer (example: 2022) the year
//
// columns: person, person_id, organization, organization_id, together, stint, stint_id, start, end, known
//   organization: the part, where it is one; together: worked or studied
MATCH (w:Organization)
WHERE toLower($organization) IN [toLower(w.id), toLower(w.name)] + [alias IN coalesce(w.aliases, []) | toLower(alias)]
MATCH (w)<-[:PART_OF*0..3]-(o:Organization)
WITH DISTINCT o
MATCH (o)<-[:AT]-(s:Position|Education)
WITH DISTINCT o, s, s.startYear AS first,
     coalesce(s.endYear, CASE WHEN s.isCurrent THEN toInteger(substring(s.currentAsOf, 0, 4)) END) AS last
WHERE (first IS NULL OR first <= $year) AND (s.endYear IS NULL OR s.endYear >= $year)
MATCH (s)<-[r:HELD|STUDIED]-(p:Person)
WITH DISTINCT p, o, s, type(r) AS kind, coalesce(first = $year, false) OR coalesce(last = $year, false)
              OR coalesce(first <= $year AND last >= $year, false) AS known
RETURN p.name AS person, p.id AS person_id, o.name AS organization, o.id AS organization_id,
       CASE kind WHEN 'HELD' THEN 'worked' ELSE 'studied' END AS together,
       s.name AS stint, s.id AS stint_id, s.startDate AS start, s.endDate AS end, known
ORDER BY known DESC, person, person_id, stint_id, organization_id, together
