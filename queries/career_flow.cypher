// title: Where people move from and to
//
// Moves between organizations: positions of a person at different organizations, one after the other by the dates of
// their starts. Cells of few people are not named: one row says how many moves stand in them. Positions without a start
// have no place in the order; one row says how many they are.
//
// $level: text = "organization" (example: "whole") whole: a part counts as the whole that it belongs to
// $since: integer = 0 (example: 2015) only moves of this year and later
// $min_people: integer = 3 (example: 5) cells of fewer people are suppressed
//
// columns: kind, origin, origin_id, destination, destination_id, moves, people
//   kind: move, suppressed or undated; moves: of undated positions, how many
MATCH (o:Organization)
OPTIONAL MATCH (o)-[:PART_OF*1..3]->(w:Organization)
OPTIONAL MATCH (w)-[:PART_OF]->(x:Organization)
WITH o, w, count(x) AS above
WITH o, min(CASE WHEN $level = 'whole' AND above = 0 THEN w.id END) AS whole
WITH o, coalesce(whole, o.id) AS place
MATCH (o)<-[:AT]-(j:Position)
MATCH (j)<-[:HELD]-(p:Person)
WITH p.id AS person, j.startDate AS start, j.id AS position, place
WITH person,
     collect(DISTINCT CASE WHEN start IS NOT NULL THEN [start + '\n' + position + '\n' + place, place] END) AS steps,
     count(DISTINCT CASE WHEN start IS NULL THEN position END) AS undated
WITH person, undated,
     [one IN steps |
      [one[1], reduce(next = null, other IN steps |
                      CASE WHEN other[0] > one[0] AND (next IS NULL OR other[0] < next[0]) THEN other ELSE next END)]
     ] AS pairs
UNWIND [pair IN pairs WHERE pair[0] <> pair[1][1] AND toInteger(substring(pair[1][0], 0, 4)) >= $since |
        ['move', pair[0], pair[1][1], 1]]
       + CASE WHEN undated > 0 THEN [['undated', null, null, undated]] ELSE [] END AS found
WITH person, found[0] AS kind, found[1] AS origin, found[2] AS destination, found[3] AS moves
WITH kind, origin, destination, sum(moves) AS moves, count(DISTINCT person) AS people
WITH CASE WHEN kind = 'move' AND people < $min_people THEN 'suppressed' ELSE kind END AS kind,
     origin, destination, moves, people
WITH kind, CASE kind WHEN 'move' THEN origin END AS origin, CASE kind WHEN 'move' THEN destination END AS destination,
     moves, CASE WHEN kind <> 'suppressed' THEN people END AS people
WITH kind, origin, destination, sum(moves) AS moves, max(people) AS people
OPTIONAL MATCH (a:Organization {id: origin})
OPTIONAL MATCH (b:Organization {id: destination})
RETURN kind, a.name AS origin, a.id AS origin_id, b.name AS destination, b.id AS destination_id, moves, people
ORDER BY CASE kind WHEN 'move' THEN 0 WHEN 'suppressed' THEN 1 ELSE 2 END,
         moves DESC, origin, destination, origin_id, destination_id
