import { PROBLEMS, PROBLEMS_SOLVED, REMEDIES, REMEDIES_READ, REMEDY_ABOUT_NAMES } from '@parc/domain';
import { identified, instant } from './fleet-at-large.sql.js';
import { personaEmail } from './personas.js';

const TECHNICIAN = `(select id from account where email = '${personaEmail('technician')}')`;
const MANAGER = `(select id from account where email = '${personaEmail('plan-manager')}')`;

const FOUND = PROBLEMS.moves.find(({ action }) => action === 'find')!.next;
const SOLVED = PROBLEMS_SOLVED[0]!;

const BEGUN = instant('$1::date - 1', '08:50');
const KNOWN = instant('$1::date - 1', '10:20');
const BAD_BATCH = instant('$1::date - 60', '14:00');
const MENDED = instant('$1::date - 20', '16:30');

/** An outage of the workspace that everybody has since yesterday; a bad batch of one model, mended three weeks ago. $1: the demonstration's day. */
export const PROBLEMS_MADE = `with made as (
    select 1 as n, ${BEGUN} as opened, ${KNOWN} as since union all select 2, ${BAD_BATCH}, ${MENDED}),
  model as (
    select e.model_id as id from ticket t join equipment e on e.id = t.equipment_id
     where not t.open and t.resolved_at between ${BAD_BATCH} and ${MENDED} and t.symptom in ('no-charge', 'no-power')
     group by e.model_id order by count(*) desc, e.model_id limit 1)
  insert into problem (id, number, title, about, service, model_id, symptom, state, state_since, opened_by, opened_at, told, expected_on,
      cause_note, cause, repair, solution, ticket_minutes, version)
  select ${identified('m.opened', '61', 'm.n')},
      'PB-' || extract(year from m.opened)::int || '-' || lpad((row_number() over (partition by extract(year from m.opened) order by m.opened))::text, 5, '0'),
      case m.n when 1 then 'Connexion à l’ENT impossible pour une partie des classes' else 'Chargeurs d’un même lot qui lâchent' end,
      case m.n when 1 then 'service' else 'model' end, case m.n when 1 then 'workspace' end, case m.n when 2 then (select id from model) end,
      null, case m.n when 1 then '${FOUND}' else '${SOLVED}' end, m.since, ${TECHNICIAN}, m.opened,
      case m.n when 1 then 'Les identifiants des élèves se resynchronisent depuis hier. En attendant, le cahier de texte reste lisible sans connexion depuis le site de l’école.'
        else 'Le fournisseur remplace les chargeurs de ce modèle. Gardez l’appareil, empruntez le chargeur d’une autre classe.' end,
      case m.n when 1 then $1::date + 2 end,
      case m.n when 1 then 'Bascule de l’annuaire fédéré : les comptes créés en septembre n’ont pas été repris.' else 'Soudure fragile sur le lot livré au printemps.' end,
      case m.n when 2 then 'charger' end, case m.n when 2 then 'replaced' end,
      case m.n when 2 then 'Chargeur remplacé par le fournisseur, sans frais pour l’école.' end, case m.n when 2 then 15 end, 2
    from made m where m.n = 1 or exists (select from model)`;

/** The outage joins what is open of the workspace; the batch, what was resolved meanwhile of its model. */
export const TICKETS_JOINED = `insert into problem_ticket (id, problem_id, problem_open, ticket_id, added_at, added_by)
  select ${identified('x.at', '62', 'row_number() over (order by x.at, x.ticket)')}, x.problem, x.open, x.ticket, x.at, ${TECHNICIAN}
    from (
      select p.id as problem, p.open, t.id as ticket, greatest(t.reported_at, p.opened_at) as at, 0 as place from problem p
        join ticket t on t.open and t.service = p.service where p.service is not null
      union all
      select p.id, p.open, t.id, greatest(t.reported_at, p.opened_at), row_number() over (order by t.resolved_at desc, t.id) from problem p
        join equipment e on e.model_id = p.model_id
        join ticket t on t.equipment_id = e.id and not t.open and t.resolved_at between ${BAD_BATCH} and ${MENDED}
       where p.model_id is not null and $1::date is not null) x
   where x.place <= 24`;

const MOVE = (n: string) => identified('x.at', '63', n);
export const PROBLEM_MOVES = `insert into problem_move (id, problem_id, action, from_state, to_state, account_id, role, at, detail)
  select ${MOVE('row_number() over (order by x.at)')}, x.id, x.action, x.before, x.after, ${TECHNICIAN}, 'technician', x.at, '{}'
    from (select id, 'opening' as action, null as before, '${PROBLEMS.initial}' as after, opened_at as at from problem
          union all select id, 'find', '${PROBLEMS.initial}', '${FOUND}', opened_at + interval '90 minutes' from problem
          union all select id, 'solve', '${FOUND}', state, state_since from problem where state = '${SOLVED}') x`;

/** Each year goes on from the numbers that it has. */
export const PROBLEM_NUMBERS = `select setval('problem_number_' || y.year, y.made) from (
    select extract(year from opened_at)::int as year, count(*) as made from problem group by 1) y`;

const [DEVICE, SERVICE] = REMEDY_ABOUT_NAMES;
const WRITTEN = instant('$2::date - 200', '09:30');
const WRITTEN_OF = `(${WRITTEN} + r.n * interval '3 days')`;

/** $1: the texts as JSON. $2: the demonstration's day. */
export const REMEDIES_MADE = `insert into remedy (id, about, family, service, symptom, title, steps, inside, state, state_since, changed_at)
  select ${identified(WRITTEN_OF, '64', 'r.n')}, case when r.service is null then '${DEVICE}' else '${SERVICE}' end, r.family, r.service,
      r.symptom, r.title, r.steps, r.inside, r.state, ${WRITTEN_OF}, ${WRITTEN_OF}
    from json_to_recordset($1::json) r(n int, family text, service text, symptom text, title text, steps text, inside text, state text)`;

export const REMEDIES_COUNTED = `insert into remedy_tally (remedy_id, shown_count, helped_count, declined_count)
  select y.id, r.shown, r.helped, ((r.shown - r.helped) * 3) / 5
    from json_to_recordset($1::json) r(title text, shown int, helped int) join remedy y on y.title = r.title`;

export const REMEDY_VERSIONS = `insert into remedy_version (id, remedy_id, number, title, steps, inside, account_id, at)
  select ${identified('r.changed_at', '65', 'row_number() over (order by r.id)')}, r.id, 1, r.title, r.steps, r.inside, ${MANAGER}, r.changed_at
    from remedy r where r.state <> '${REMEDIES.initial}'`;

export const REMEDY_MOVES = `insert into remedy_move (id, remedy_id, action, from_state, to_state, account_id, role, at, reason)
  select ${identified('x.at', '66', 'row_number() over (order by x.at, x.action, x.id)')}, x.id, x.action, x.before, x.after,
      case x.action when 'publish' then ${MANAGER} else ${TECHNICIAN} end, case x.action when 'publish' then 'plan-manager' else 'technician' end,
      x.at, x.reason
    from (select id, 'writing' as action, null as before, '${REMEDIES.initial}' as after, changed_at - interval '1 day' as at, null as reason from remedy
          union all select id, 'publish', '${REMEDIES.initial}', '${REMEDIES_READ[0]!}', changed_at, null from remedy where state <> '${REMEDIES.initial}'
          union all select id, 'withdraw', '${REMEDIES_READ[0]!}', state, changed_at + interval '2 days', 'Ne vaut plus depuis la gestion à distance des postes.'
            from remedy where state not in ('${REMEDIES.initial}', '${REMEDIES_READ[0]!}')) x`;
