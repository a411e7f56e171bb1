// title: Who goes from academia to industry and back
//
// Academia is universities and research institutes, industry is companies; positions elsewhere are passed over, and
// studies are no positions. A move is from one position to the next by the dates of their starts; both at once are two
// positions whose months are certain to overlap, counted in the year in which the overlap begins.
//
// $since: integer = 0 (example: 2015) only this year and later
//
// columns: kind, year, people, moves
//   kind: academia to industry, industry to academia, both at once, or undated: positions without a start
MATCH (o:Organization)
WITH o, CASE WHEN o:University OR o:ResearchInstitute THEN 'academia' WHEN o:Company THEN 'industry' END AS sector
WHERE sector IS NOT NULL
MATCH (o)<-[:AT]-(j:Position)
MATCH (j)<-[:HELD]-(p:Person)
WITH DISTINCT p.id AS person, j.id AS position, sector, j.startDate AS start,
     coalesce(j.endDate, CASE WHEN j.isCurrent THEN j.currentAsOf END) AS end
WITH person, sector, start, start + '\n' + position + '\n' + sector AS step,
     toInteger(substring(start, 0, 4)) * 12
     + CASE WHEN size(start) >= 7 THEN toInteger(substring(start, 5, 2)) - 1 ELSE 11 END AS first,
     toInteger(substring(end, 0, 4)) * 12
     + CASE WHEN size(end) >= 7 THEN toInteger(substring(end, 5, 2)) - 1 ELSE 0 END AS last
WITH person, collect(step) AS steps, sum(CASE WHEN start IS NULL THEN 1 ELSE 0 END) AS undated,
     collect(CASE WHEN sector = 'academia' AND last >= first THEN [first, last] END) AS academia,
     collect(CASE WHEN sector = 'industry' AND last >= first THEN [first, last] END) AS industry
WITH person, undated,
     [step IN steps |
      [step, reduce(found = null, other IN steps |
                    CASE WHEN other > step AND (found IS NULL OR other < found) THEN other ELSE found END)]] AS pairs,
     reduce(all = [], a IN academia |
            all + [i IN industry WHERE i[0] <= a[1] AND a[0] <= i[1] |
                   CASE WHEN i[0] > a[0] THEN i[0] ELSE a[0] END / 12]) AS both
WITH person,
     [pair IN pairs WHERE split(pair[0], '\n')[2] <> split(pair[1], '\n')[2] |
      {kind: split(pair[0], '\n')[2] + ' to ' + split(pair[1], '\n')[2],
       year: toInteger(substring(pair[1], 0, 4)), moves: 1}]
     + [year IN both | {kind: 'both at once', year: year, moves: 1}]
     + CASE WHEN undated > 0 THEN [{kind: 'undated', year: null, moves: undated}] ELSE [] END AS found
UNWIND found AS one
WITH person, one.kind AS kind, one.year AS year, one.moves AS moves
WHERE year IS NULL OR year >= $since
WITH kind, year, count(DISTINCT person) AS people, sum(moves) AS moves
RETURN kind, year, people, moves
ORDER BY kind, year
