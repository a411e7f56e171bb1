// title: How many people have what is asked for
//
// Of the people with a document of their own, those who have all that is asked for. What is empty or 0 asks nothing.
//
// $technologies: [Technology] = [] (example: ["Java"]) all of which the person lists or has used at work
// $organizations: [Organization] = [] (example: ["NVIDIA"]) at all of which (or parts of which) the person has held positions
// $degree: text = "" (example: "doctor") the level of a degree, as bachelor, master or doctor
// $min_universities: integer = 0 (example: 2) at how many places the person has studied, at least
// $min_employers: integer = 0 (example: 3) at how many places the person has held positions, at least
//
// columns: people, everyone
//   people: how many have all of it; everyone: how many people have a document
CALL () {
  MATCH (p:Person)
  WHERE p.hasProfile
  RETURN p, 'everyone' AS asked
  UNION
  UNWIND range(0, size($technologies) - 1) AS i
  MATCH (t:Technology)
  WHERE toLower($technologies[i]) IN
        [toLower(t.id), toLower(t.name)] + [alias IN coalesce(t.aliases, []) | toLower(alias)]
  MATCH (t)<-[:SKILLED_IN]-(p:Person)
  RETURN p, 'technology ' + toString(i) AS asked
  UNION
  UNWIND range(0, size($organizations) - 1) AS i
  MATCH (o:Organization)
  WHERE toLower($organizations[i]) IN
        [toLower(o.id), toLower(o.name)] + [alias IN coalesce(o.aliases, []) | toLower(alias)]
  MATCH (o)<-[:PART_OF*0..3]-(:Organization)<-[:AT]-(:Position)<-[:HELD]-(p:Person)
  RETURN p, 'organization ' + toString(i) AS asked
  UNION
  MATCH (e:Education)
  WHERE e.degreeLevel = toLower($degree)
  MATCH (e)<-[:STUDIED]-(p:Person)
  RETURN p, 'degree' AS asked
  UNION
  MATCH (p:Person)
  WHERE $min_universities > 0
  MATCH (p)-[:STUDIED]->(:Education)-[:AT]->(u:Organization)
  WITH p, count(DISTINCT u) AS universities
  WHERE universities >= $min_universities
  RETURN p, 'universities' AS asked
  UNION
  MATCH (p:Person)
  WHERE $min_employers > 0
  MATCH (p)-[:HELD]->(:Position)-[:AT]->(o:Organization)
  WITH p, count(DISTINCT o) AS employers
  WHERE employers >= $min_employers
  RETURN p, 'employers' AS asked
}
WITH p, collect(asked) AS met,
     1 + size($technologies) + size($organizations) + CASE WHEN $degree = '' THEN 0 ELSE 1 END
     + CASE WHEN $min_universities > 0 THEN 1 ELSE 0 END + CASE WHEN $min_employers > 0 THEN 1 ELSE 0 END AS asked
WITH size(met) = asked AS all_met, 'everyone' IN met AS counted
RETURN sum(CASE WHEN all_met THEN 1 ELSE 0 END) AS people, sum(CASE WHEN counted THEN 1 ELSE 0 END) AS everyone
