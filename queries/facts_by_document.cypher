// title: What a document says, and what would go if it were erased
//
// The people, organizations, stints, papers and other facts that quotes of a document speak of. What no other document
// speaks of would go with it. Contact details are left out.
//
// $document: Document (example: "hana-kovarova.md") its name, path or id
//
// columns: document, kind, fact, fact_id, quotes, elsewhere
//   quotes: of the document; elsewhere: how many other documents say it too: what has 0 would go
MATCH (d:Document)
WHERE toLower($document) IN [toLower(d.id), toLower(d.name), toLower(d.path)]
MATCH (d)<-[:FROM_DOCUMENT]-(e:Evidence)
MATCH (e)-[:SUPPORTS]->
      (f:Person|Organization|Position|Education|Publication|Venue|Technology|Project|Award|Certificate|Location)
WITH d, f, count(DISTINCT e) AS quotes
OPTIONAL MATCH (f)<-[:SUPPORTS]-(:Evidence)-[:FROM_DOCUMENT]->(x:Document)
WITH d, f, quotes, count(DISTINCT x) - 1 AS elsewhere,
     head([label IN labels(f)
           WHERE label IN ['Person', 'Organization', 'Position', 'Education', 'Publication', 'Venue', 'Technology',
                           'Project', 'Award', 'Certificate', 'Location']]) AS kind
RETURN d.path AS document, kind, f.name AS fact, f.id AS fact_id, quotes, elsewhere
ORDER BY document, d.id, kind, fact, fact_id
