// title: Who has these technologies, worked at these organizations and published at these venues
//
// A person is found who is skilled in every one of the technologies or has published on it, has held a position at no
// fewer than min_organizations of the organizations (or at a part of one), and has published at every one of the venues.
// An empty list asks for nothing. All lists take names, ids or aliases, in capitals or not.
//
// $technologies: [Technology] = [] (example: ["vLLM"]) all of which the person lists or has used
// $organizations: [Organization] = [] (example: ["NVIDIA", "Larkspur Systems"]) where the person has held positions
// $min_organizations: integer = 1 (example: 1) at how many of the organizations, at least
// $venues: [Venue] = [] (example: ["EuroSys"]) at all of which the person has published
//
// columns: person, person_id, technologies, organizations, publications
//   technologies, organizations: those of the lists that hold for the person, as they were given
//   publications: how many of the person's publications appeared at the venues
CALL () {
  UNWIND range(0, size($technologies) - 1) AS i
  MATCH (t:Technology)
  WHERE toLower($technologies[i]) IN
        [toLower(t.id), toLower(t.name)] + [alias IN coalesce(t.aliases, []) | toLower(alias)]
  MATCH (t)<-[:SKILLED_IN]-(p:Person)
  RETURN p, 'technology' AS kind, i
  UNION
  UNWIND range(0, size($technologies) - 1) AS i
  MATCH (t:Technology)
  WHERE toLower($technologies[i]) IN
        [toLower(t.id), toLower(t.name)] + [alias IN coalesce(t.aliases, []) | toLower(alias)]
  MATCH (t)<-[:USED]-(:Publication)<-[:AUTHORED]-(p:Person)
  RETURN p, 'technology' AS kind, i
  UNION
  UNWIND range(0, size($organizations) - 1) AS i
  MATCH (o:Organization)
  WHERE toLower($organizations[i]) IN
        [toLower(o.id), toLower(o.name)] + [alias IN coalesce(o.aliases, []) | toLower(alias)]
  MATCH (o)<-[:PART_OF*0..3]-(:Organization)<-[:AT]-(:Position)<-[:HELD]-(p:Person)
  RETURN p, 'organization' AS kind, i
  UNION
  UNWIND range(0, size($venues) - 1) AS i
  MATCH (v:Venue)
  WHERE toLower($venues[i]) IN
        [toLower(v.id), toLower(v.name)] + [alias IN coalesce(v.aliases, []) | toLower(alias)]
  MATCH (v)<-[:PUBLISHED_IN]-(:Publication)<-[:AUTHORED]-(p:Person)
  RETURN p, 'venue' AS kind, i
  UNION
  MATCH (p:Person)
  WHERE size($technologies) + size($venues) = 0 AND (size($organizations) = 0 OR $min_organizations = 0)
  RETURN p, 'person' AS kind, 0 AS i
}
WITH p, count(CASE kind WHEN 'technology' THEN i END) AS known, count(CASE kind WHEN 'venue' THEN i END) AS reached,
     collect(CASE kind WHEN 'organization' THEN i END) AS employers
WHERE known = size($technologies) AND reached = size($venues)
  AND (size($organizations) = 0 OR size(employers) >= $min_organizations)
OPTIONAL MATCH (p)-[:AUTHORED]->(w:Publication)-[:PUBLISHED_IN]->(v:Venue)
WHERE any(venue IN $venues
          WHERE toLower(venue) IN [toLower(v.id), toLower(v.name)] + [alias IN coalesce(v.aliases, []) | toLower(alias)])
WITH p, employers, count(DISTINCT w) AS publications
RETURN p.name AS person, p.id AS person_id, $technologies AS technologies,
       [i IN range(0, size($organizations) - 1) WHERE i IN employers | $organizations[i]] AS organizations, publications
ORDER BY person, person_id
