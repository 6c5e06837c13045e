-- Convention · plan-manager · GET /api/v1/conventions/:convention
-- index: convention_pkey
SELECT "c"."id" AS "c_id", "c"."number" AS "c_number", "c"."title" AS "c_title", "c"."kind" AS "c_kind", "c"."commune_id" AS "c_commune_id", "c"."managing_body_id" AS "c_managing_body_id", "c"."state" AS "c_state", "c"."from_day" AS "c_from_day", "c"."to_day" AS "c_to_day", "c"."sent_on" AS "c_sent_on", "c"."approved_on" AS "c_approved_on", "c"."signed_on" AS "c_signed_on", "c"."ended_on" AS "c_ended_on", "c"."notice_on" AS "c_notice_on", "c"."ended_reason" AS "c_ended_reason", "c"."promises" AS "c_promises", "c"."legal_basis" AS "c_legal_basis", "c"."running_costs" AS "c_running_costs", "c"."renews_id" AS "c_renews_id", "c"."evaluation_adopted_on" AS "c_evaluation_adopted_on", "c"."evaluation_told_on" AS "c_evaluation_told_on", "c"."version" AS "c_version"
FROM "convention" "c"
WHERE "c"."id" = $1
AND true;
-- index: convention_site_convention_id_school_id_from_day_key, convention_site_school, convention_state, school_pkey
SELECT s.id AS "schoolId", s.name AS "schoolName", s.uai AS "uai", cs.from_day::text AS "fromDay", cs.to_day::text AS "toDay", exists (
  select
  from convention_site gs
  join convention gc on gc.id = gs.convention_id
  where gs.school_id = s.id
  and gc.state = 'in-force'
  and gc.kind <> 'framework'
  and $1::date between gs.from_day and gs.to_day
  and $1::date between gc.from_day and gc.to_day) AS "covered"
FROM "convention_site" "cs"
INNER JOIN "school" "s" ON s.id = cs.school_id
WHERE cs.convention_id = $2
AND true
ORDER BY plain_text(s.name) ASC, s.id ASC, cs.from_day ASC;
-- index: commune_pkey, convention_pkey, convention_renewed_once, managing_body_pkey
select coalesce(m.name, b.name, 'Éducation nationale') as "partyName", (
  select json_build_object('id', o.id, 'number', o.number, 'state', o.state)
  from convention o
  where o.id = c.renews_id) as renews, (
  select json_build_object('id', o.id, 'number', o.number, 'state', o.state)
  from convention o
  where o.renews_id = c.id) as "renewedBy"
from convention c
left join commune m on m.id = c.commune_id
left join managing_body b on b.id = c.managing_body_id
where c.id = $1;
-- index: deliberation_convention_id_key
select council, council_on::text as "councilOn", number, members_in_office as "membersInOffice", present, proxies, votes_for as "votesFor", votes_against as "votesAgainst", abstentions, unanimous, convened_on::text as "convenedOn", certified_on::text as "certifiedOn", transmitted_on::text as "transmittedOn", published_on::text as "publishedOn", executory_from::text as "executoryFrom", visas, signatory
from deliberation
where convention_id = $1;
-- index: setting_name_from_day_key
select distinct on (name) name, value
from setting
where from_day <= $1
order by name, from_day desc;
-- index: convention_move_convention
select id, action, from_state as "from", to_state as "to", role, happened_on::text as "happenedOn", at, reason
from convention_move
where convention_id = $1
order by at desc, id desc
limit 500;
-- index: convention_signature_convention_id_party_key
select party, signed_on::text as "signedOn", signatory
from convention_signature
where convention_id = $1
order by signed_on, id;
