// title: Where people move from and to
//
// Moves between organizations: from one position of a person to the one that began next, where it is elsewhere.
// Internships and student jobs are passed over. Cells of few people are not named: one row says how many moves stand in
// them. Positions without a start have no place in the order; one row says how many they are.
//
// $level: text = "organization" (example: "whole") whole: a part counts as the whole that it belongs to
// $since: integer = 0 (example: 2015) only moves of this year and later
// $min_people: integer = 3 (example: 1) cells of fewer people are suppressed
//
// columns: kind, origin, origin_id, destination, destination_id, moves, people
//   kind: move, suppressed or undated; moves: of undated positions, how many
CALL () {
  MATCH (n:Organization)
  CALL (n) {
    OPTIONAL MATCH (n)-[:PART_OF*1..3]->(w:Organization)
    WHERE $level = 'whole' AND NOT (w)-[:PART_OF]->(:Organization)
    RETURN min(w.id) AS whole
  }
  WITH n, coalesce(whole, n.id) AS destination
  MATCH (n)<-[:AT]-(after:Position)
  WHERE coalesce(after.startYear, 0) >= $since
  MATCH (after)<-[:FOLLOWED_BY]-(before:Position)
  MATCH (before)-[:AT]->(o:Organization)
  WITH o, collect([before.id, destination]) AS steps
  CALL (o) {
    OPTIONAL MATCH (o)-[:PART_OF*1..3]->(w:Organization)
    WHERE $level = 'whole' AND NOT (w)-[:PART_OF]->(:Organization)
    RETURN min(w.id) AS whole
  }
  WITH coalesce(whole, o.id) AS origin, steps
  UNWIND [step IN steps WHERE step[1] <> origin] AS step
  WITH origin + '\n' + step[1] AS cell, collect(step[0]) AS positions
  WITH CASE WHEN size(positions) >= $min_people THEN cell ELSE '' END AS cell, sum(size(positions)) AS moves,
       collect(CASE WHEN size(positions) >= $min_people THEN positions END) AS named
  UNWIND CASE size(named) WHEN 0 THEN [null] ELSE named[0] END AS position
  OPTIONAL MATCH (:Position {id: position})<-[:HELD]-(p:Person)
  WITH cell, moves, count(DISTINCT p) AS people
  RETURN CASE WHEN cell <> '' AND people >= $min_people THEN split(cell, '\n') ELSE [] END AS ends, moves, people
  UNION ALL
  MATCH (j:Position)
  WHERE j.startDate IS NULL
  MATCH (j)<-[:HELD]-(p:Person)
  RETURN null AS ends, count(DISTINCT j) AS moves, count(DISTINCT p) AS people
}
WITH ends, sum(moves) AS moves, CASE WHEN size(ends) = 0 THEN null ELSE max(people) END AS people
WHERE moves > 0
OPTIONAL MATCH (a:Organization {id: ends[0]})
OPTIONAL MATCH (b:Organization {id: ends[1]})
WITH CASE size(ends) WHEN 2 THEN 'move' WHEN 0 THEN 'suppressed' ELSE 'undated' END AS kind, a, b, moves, people
RETURN kind, a.name AS origin, a.id AS origin_id, b.name AS destination, b.id AS destination_id, moves, people
ORDER BY CASE kind WHEN 'move' THEN 0 WHEN 'suppressed' THEN 1 ELSE 2 END,
         moves DESC, origin, destination, origin_id, destination_id
