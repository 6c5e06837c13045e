import { CAUSES, kindsOf, REPAIRS, SYMPTOMS, visitAfter } from '@parc/domain';
import { identified } from './fleet-at-large.sql.js';

const quoted = (word: string): string => `'${word.replaceAll("'", "''")}'`;

/** The French word of a kind. */
const wordOf = (column: string, rows: Readonly<Record<string, { readonly word: string }>>, lower = false): string =>
  `case ${column} ${kindsOf(rows)
    .map((kind) => `when ${quoted(kind)} then ${quoted(lower ? rows[kind]!.word.toLowerCase() : rows[kind]!.word)}`)
    .join(' ')} end`;

/** As `repairWords` says it. */
const DEED = `${wordOf('x.repair', REPAIRS)} || case when x.cause in ('other', 'none') then '' else ' (' || ${wordOf('x.cause', CAUSES, true)} || ')' end`;

const CLOSED = quoted(visitAfter('close'));

/** What was done on the spot over the years: repairs that were not made from afar, and installations of the metropole's people. */
export const DEEDS = `create temporary table visit_deed on commit drop as
  select x.account_id, t.school_id, 'ticket' as kind, t.id as ticket_id, null::uuid as order_id, t.number,
      ${wordOf('t.symptom', SYMPTOMS)} as about, ${DEED} as deed, x.minutes, x.at, x.at - make_interval(mins => greatest(x.minutes, 5)) as came,
      t.equipment_id, x.device
    from ticket_resolution x join ticket t on t.id = x.ticket_id
   where x.repair <> 'remote' and t.subject <> 'service'
  union all
  select m.account_id, o.school_id, 'order', null, o.id, o.number, o.title, 'Travail rendu, à constater par l’école', null, m.at,
      m.at - interval '90 minutes', null, null
    from order_move m join installation_order o on o.id = m.order_id
   where m.action = 'report' and m.role = 'technician'`;

/** One visit a technician, a school and a day. A visit ends as it began, the same day. */
export const VISITS_OF_YEARS = `create temporary table visit_found on commit drop as
  select d.account_id, d.school_id, (d.at at time zone 'Europe/Paris')::date as day,
      greatest(min(d.came), min((d.at at time zone 'Europe/Paris')::date)::timestamp at time zone 'Europe/Paris') as begun,
      max(d.at) as left_at,
      row_number() over (order by min(d.came), d.account_id, d.school_id) as n,
      hashtext(d.account_id::text || d.school_id || min(d.at)) & 1023 as chance
    from visit_deed d group by d.account_id, d.school_id, (d.at at time zone 'Europe/Paris')::date`;

/** The head's code proves some; where there was no head that day, somebody else has signed. */
const HEAD = `left join lateral (select a.account_id from assignment a
    where a.school_id = f.school_id and a.role = 'school-head' and a.deputy_of_id is null and a.from_day <= f.day and (a.to_day is null or a.to_day > f.day)
    order by a.from_day desc limit 1) h on f.chance >= 860 and f.chance < 930`;
const BY_CODE = 'h.account_id is not null';
const NOBODY = 'f.chance >= 930';

export const VISITS = `insert into visit (id, number, school_id, begun_by, state, state_since, begun_at, left_at, ending, met, absence_reason,
    confirmed_by, note, version)
  select ${identified('f.begun', '80', 'f.n')},
      'I-' || extract(year from f.day) || '-' || lpad((row_number() over (partition by extract(year from f.day) order by f.n))::text, 5, '0'),
      f.school_id, f.account_id, ${CLOSED}, f.left_at, f.begun, f.left_at,
      case when ${NOBODY} then 'nobody' when ${BY_CODE} then 'code' else 'signed' end,
      case when ${NOBODY} then null when ${BY_CODE} then 'head' else (array['head', 'head', 'teacher', 'staff', 'commune'])[1 + f.chance % 5] end,
      case when ${NOBODY} then (array['Arrivé pendant la pause de midi, les clés étaient à la loge.', 'Classe en sortie, la gardienne a ouvert.',
        'Tout le monde était en classe.'])[1 + f.chance % 3] end,
      h.account_id,
      case f.chance % 4 when 0 then 'Essayé avec la classe, tout fonctionne.' when 1 then 'Câbles rangés et étiquetés. Rien d’autre à signaler.' end, 2
    from visit_found f ${HEAD}`;

export const PARTS = `insert into visit_part (id, visit_id, position, kind, ticket_id, order_id, number, about, deed, result, minutes, at)
  select ${identified('d.at', '81', 'row_number() over (order by d.at, d.number)')}, ${identified('f.begun', '80', 'f.n')},
      row_number() over (partition by f.n order by d.at, d.number) - 1, d.kind, d.ticket_id, d.order_id, d.number, d.about, d.deed, 'done',
      d.minutes, d.at
    from visit_deed d join visit_found f on f.account_id = d.account_id and f.school_id = d.school_id
     and f.day = (d.at at time zone 'Europe/Paris')::date`;

/** As it was left: to the workshop, or in its room. */
export const DEVICES = `insert into visit_device (id, part_id, equipment_id, tag, model_name, left_as)
  select ${identified('p.at', '82', 'row_number() over (order by p.id)')}, p.id, e.id, e.tag, i.name,
      case d.device when 'leaves' then 'under-repair' else 'in-service' end
    from visit_part p join visit_deed d on d.ticket_id = p.ticket_id and d.at = p.at
    join equipment e on e.id = d.equipment_id join catalogue_item i on i.id = e.model_id`;

export const MOVES = `insert into visit_move (id, visit_id, action, from_state, to_state, account_id, role, at)
  select ${identified('v.begun_at', '83', 'row_number() over (order by v.id)')}, v.id, 'begin', null, 'open', v.begun_by, 'technician', v.begun_at from visit v
  union all
  select ${identified('v.left_at', '84', 'row_number() over (order by v.id)')}, v.id, 'close', 'open', ${CLOSED}, v.begun_by, 'technician', v.left_at from visit v`;

/** The next number of each year follows the last. */
export const NUMBERS = `select setval('visit_number_' || year, count) from (select split_part(number, '-', 2) as year, count(*) from visit group by 1) y`;
