// title: Which facts are weak or have nothing that says so
//
// Positions, studies, publications, projects, awards and certificates of which the best quote was read with less
// confidence than asked for, or which have no quote, the weakest first. What a structured file says has no confidence
// and counts as certain.
//
// $person: Person = "" (example: "Hana Kovářová") a name, id or alias; empty for all people with a document
// $below: integer = 50 (example: 80) the confidence in percent that is enough
// $k: integer = 100 (example: 10) the most facts
//
// columns: person, person_id, kind, fact, fact_id, confidence, quote, document
//   kind: the relationship from the person to the fact; confidence, quote, document: of the best quote, if there is one
CALL () {
  MATCH (p:Person)
  WHERE toLower($person) IN [toLower(p.id), toLower(p.name)] + [alias IN coalesce(p.aliases, []) | toLower(alias)]
  MATCH (p)-[:HELD|STUDIED|AUTHORED|WORKED_ON|RECEIVED]->
        (f:Position|Education|Publication|Project|Award|Certificate)
  RETURN DISTINCT f
  UNION ALL
  MATCH (f:Position|Education|Publication|Project|Award|Certificate)
  WHERE $person = ''
  WITH f
  WHERE NOT (f)<-[:SUPPORTS]-(:Evidence)
  RETURN f
  UNION ALL
  MATCH (e:Evidence)
  WHERE $person = '' AND coalesce(e.confidence, 1.0) < $below / 100.0
  MATCH (e)-[:SUPPORTS]->(f:Position|Education|Publication|Project|Award|Certificate)
  RETURN DISTINCT f
}
OPTIONAL MATCH (f)<-[:SUPPORTS]-(e:Evidence)
WITH f, max(coalesce(e.confidence, CASE WHEN e.id IS NULL THEN -1.0 ELSE 1.0 END)) AS best
WHERE best < $below / 100.0
MATCH (p:Person)-[r:HELD|STUDIED|AUTHORED|WORKED_ON|RECEIVED]->(f)
WHERE ($person = '' AND coalesce(p.hasProfile, false))
   OR toLower($person) IN [toLower(p.id), toLower(p.name)] + [alias IN coalesce(p.aliases, []) | toLower(alias)]
WITH DISTINCT p, type(r) AS kind, f, best
ORDER BY best, p.name, p.id, kind, f.name, f.id
LIMIT $k
OPTIONAL MATCH (f)<-[:SUPPORTS]-(e:Evidence {confidence: best})
OPTIONAL MATCH (e)-[:FROM_DOCUMENT]->(d:Document)
WITH p, kind, f, best, e, d
ORDER BY e.id, d.id
WITH p, kind, f, best, head(collect(CASE WHEN e.id IS NOT NULL THEN {quote: e.quote, document: d.path} END)) AS said
RETURN p.name AS person, p.id AS person_id, kind, f.name AS fact, f.id AS fact_id,
       CASE WHEN best >= 0 THEN best END AS confidence, said.quote AS quote, said.document AS document
ORDER BY best, person, person_id, kind, fact, fact_id
