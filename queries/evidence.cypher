// title: What the documents say about a person, word by word
//
// Every fact about a person with the words that say it: positions, studies, publications, projects, awards,
// certificates and listed technologies, and the person itself (IS). What a technology's own line says is taken only
// from documents that are about the person.
//
// $person: Person (example: "Hana Kovářová") a name, id or alias
//
// columns: person, kind, fact, fact_id, quote, document, page, section, confidence
//   kind: the relationship from the person to the fact
MATCH (p:Person)
WHERE toLower($person) IN [toLower(p.id), toLower(p.name)] + [alias IN coalesce(p.aliases, []) | toLower(alias)]
OPTIONAL MATCH (p)-[:HELD|STUDIED|WORKED_ON|RECEIVED]->(:Position|Education|Project|Award|Certificate)
               <-[:SUPPORTS]-(:Evidence)-[:FROM_DOCUMENT]->(d:Document)
WITH p, collect(DISTINCT d.id) AS of_stints
OPTIONAL MATCH (p)<-[:SUPPORTS]-(e:Evidence)
WHERE e.id CONTAINS '/basics/'
OPTIONAL MATCH (e)-[:FROM_DOCUMENT]->(d:Document)
WITH p, of_stints, collect(DISTINCT d.id) AS of_head
WITH p, of_stints + of_head AS theirs
MATCH (p)-[steps:HELD|STUDIED|AUTHORED|WORKED_ON|RECEIVED|LISTS*0..1]->
      (f:Person|Position|Education|Publication|Project|Award|Certificate|Technology)
MATCH (f)<-[:SUPPORTS]-(e:Evidence)
MATCH (e)-[:FROM_DOCUMENT]->(d:Document)
WITH DISTINCT p, theirs, f, e, d, coalesce(type(head(steps)), 'IS') AS kind
WHERE kind <> 'LISTS' OR d.id IN theirs
RETURN p.name AS person, kind, f.name AS fact, f.id AS fact_id, e.quote AS quote, d.path AS document,
       e.page AS page, e.section AS section, e.confidence AS confidence
ORDER BY coalesce(document, ''), coalesce(page, 0), coalesce(e.charStart, 0), e.id, kind, fact_id, p.id
