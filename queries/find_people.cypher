// title: Who has these technologies, worked at these organizations and published at these venues
//
// A person is found who lists or has used every one of the technologies, has held a position at no fewer than
// min_organizations of the organizations (or at a part of one), and has published at every one of the venues.
// An empty list asks for nothing. All lists take names, ids or aliases, in capitals or not.
//
// $technologies: list = [] (example: ["vLLM", "CUDA"]) all of which the person lists or has used
// $organizations: list = [] (example: ["NVIDIA", "Tencent"]) where the person has held positions
// $min_organizations: integer = 1 (example: 2) at how many of the organizations, at least
// $venues: list = [] (example: ["EuroSys"]) at all of which the person has published
//
// columns: person, person_id, technologies, organizations, publications
//   technologies, organizations: those of the lists that hold for the person, as they were given
//   publications: how many of the person's publications appeared at the venues
MATCH (p:Person)
OPTIONAL MATCH (p)-[:LISTS|SKILLED_IN]->(t:Technology)
WITH p, collect(DISTINCT t) AS listed
OPTIONAL MATCH (p)-[:HELD|WORKED_ON|AUTHORED]->(:Position|Project|Publication)-[:USED]->(t:Technology)
WITH p, listed, collect(DISTINCT t) AS used
WITH p, listed + used AS technologies
OPTIONAL MATCH (p)-[:HELD]->(:Position)-[:AT]->(:Organization)-[:PART_OF*0..3]->(o:Organization)
WITH p, technologies, collect(DISTINCT o) AS organizations
OPTIONAL MATCH (p)-[:AUTHORED]->(w:Publication)-[:PUBLISHED_IN]->(v:Venue)
WITH p, technologies, organizations, w.id AS work, v
WITH p, technologies, organizations, work,
     [venue IN $venues
      WHERE toLower(venue) IN [toLower(v.id), toLower(v.name)] + [alias IN coalesce(v.aliases, []) | toLower(alias)]
     ] AS named
WITH p, technologies, organizations,
     collect(DISTINCT CASE WHEN size(named) > 0 THEN work END) AS works,
     collect(named) AS lists
WITH p,
     size(works) AS publications,
     [venue IN $venues WHERE any(list IN lists WHERE venue IN list)] AS venues,
     [technology IN $technologies
      WHERE any(t IN technologies
                WHERE toLower(technology) IN
                      [toLower(t.id), toLower(t.name)] + [alias IN coalesce(t.aliases, []) | toLower(alias)])
     ] AS technologies,
     [organization IN $organizations
      WHERE any(o IN organizations
                WHERE toLower(organization) IN
                      [toLower(o.id), toLower(o.name)] + [alias IN coalesce(o.aliases, []) | toLower(alias)])
     ] AS organizations
WHERE size(technologies) = size($technologies)
  AND size(venues) = size($venues)
  AND (size($organizations) = 0 OR size(organizations) >= $min_organizations)
RETURN p.name AS person, p.id AS person_id, technologies, organizations, publications
ORDER BY person, person_id
