// title: Which universities feed which employers
//
// For each pair of a place of study and an employer elsewhere: how many people came from the one to the other. The
// employer is that of the first position that began when the study had ended, and of several studies before it the last
// counts. Internships and student jobs are passed over.
//
// $min_people: integer = 2 (example: 1) leave out pairs with fewer people
// $since: integer = 0 (example: 2015) leave out work that began before this year
//
// columns: university, university_id, employer, employer_id, people, undated
//   undated: how many people studied at the university who are not there now, and no date says until when
MATCH (s:Education)-[:FOLLOWED_BY]->(j:Position)
WHERE coalesce(j.startYear, 0) >= $since
MATCH (s)-[:AT]->(u:Organization)
MATCH (j)-[:AT]->(e:Organization)
WITH u, e, s
WHERE u.id <> e.id
WITH u.id + '\n' + e.id AS cell, collect(s) AS studies
WHERE size(studies) >= $min_people
UNWIND studies AS s
MATCH (s)<-[:STUDIED]-(p:Person)
WITH cell, count(DISTINCT p) AS people
WHERE people >= $min_people AND people > 0
WITH split(cell, '\n') AS ends, people
WITH ends[0] AS university, collect([ends[1], people]) AS cells
MATCH (u:Organization {id: university})
OPTIONAL MATCH (u)<-[:AT]-(s:Education)
WHERE s.endDate IS NULL AND NOT coalesce(s.isCurrent, false)
OPTIONAL MATCH (s)<-[:STUDIED]-(p:Person)
WITH u, cells, count(DISTINCT p) AS undated
UNWIND cells AS cell
MATCH (e:Organization {id: cell[0]})
RETURN u.name AS university, u.id AS university_id, e.name AS employer, e.id AS employer_id, cell[1] AS people, undated
ORDER BY people DESC, university, employer, university_id, employer_id
