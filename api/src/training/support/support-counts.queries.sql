-- Accompagnements par circonscription · plan-manager · GET /api/v1/support-requests/counts
-- index: circonscription_pkey, support_request_by_asking
SELECT q.id AS "circonscriptionId", q.name AS "circonscriptionName", count(*)::int AS "asked", count(*) filter (
  where "t"."state" = 'reported')::int AS "honoured", count(*) filter (
  where "t"."state" in ('asked', 'dated'))::int AS "live"
FROM "support_request" "t"
INNER JOIN "circonscription" "q" ON q.id = "t"."circonscription_id"
WHERE true
AND "t"."asked_at" >= $1
and "t"."asked_at" < $2
GROUP BY q.id, q.name
ORDER BY q.name ASC, q.id ASC
LIMIT 1000;
