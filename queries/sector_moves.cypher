// title: Who goes from academia to industry and back
//
// Academia is universities and research institutes, industry is companies; studies are no positions, and internships
// and student jobs are passed over. A move is from one position to the one that began next; where the first is certain
// to have run on then, the person was in both at once.
//
// $since: integer = 0 (example: 2010) only this year and later
//
// columns: kind, year, people, moves
//   kind: academia to industry, industry to academia, both at once, or undated: positions without a start
//   year: in which the second position began
CALL () {
  MATCH (:University|ResearchInstitute)<-[:AT]-(a:Position)
  MATCH (a)-[:FOLLOWED_BY]->(b:Position)
  MATCH (b)-[:AT]->(:Company)
  RETURN DISTINCT a, b, 'academia to industry' AS kind
  UNION ALL
  MATCH (:University|ResearchInstitute)<-[:AT]-(b:Position)
  MATCH (b)<-[:FOLLOWED_BY]-(a:Position)
  MATCH (a)-[:AT]->(:Company)
  RETURN DISTINCT a, b, 'industry to academia' AS kind
  UNION ALL
  MATCH (a:Position)
  WHERE a.startDate IS NULL
  MATCH (a)-[:AT]->(:Company|University|ResearchInstitute)
  RETURN DISTINCT a, null AS b, 'undated' AS kind
}
WITH a, kind, b.startYear AS year, b.startDate AS start,
     coalesce(a.endDate, CASE WHEN a.isCurrent THEN a.currentAsOf END) AS end
WHERE year IS NULL OR year >= $since
WITH a, kind, year,
     toInteger(substring(start, 0, 4)) * 12
     + CASE WHEN size(start) >= 7 THEN toInteger(substring(start, 5, 2)) - 1 ELSE 11 END AS first,
     toInteger(substring(end, 0, 4)) * 12
     + CASE WHEN size(end) >= 7 THEN toInteger(substring(end, 5, 2)) - 1 ELSE 0 END AS last
MATCH (a)<-[:HELD]-(p:Person)
WITH CASE WHEN first <= last THEN 'both at once' ELSE kind END AS kind, year, p
WITH kind, year, count(DISTINCT p) AS people, count(*) AS moves
RETURN kind, year, people, moves
ORDER BY kind, coalesce(year, 0)
