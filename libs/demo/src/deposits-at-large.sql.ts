import { personaEmail } from './personas.js';
import { identified, instant } from './fleet-at-large.sql.js';

const SAID_AT = instant('$1::date - 1', '16:20');
const RECEIVED_AT = instant('$1::date - 1', '17:45');

/** What was done, in the form that a phone keeps of it. */
const ROWS = `values
  (1, 'battery', 'replaced', 35, 'Batterie gonflée, changée sur place. L’appareil tient la charge, essayé une demi-heure avec la maîtresse.'),
  (2, 'charger', 'replaced', 15, 'Chargeur échangé contre celui de la camionnette : il en faut un neuf en réserve.')`;

/** About the tickets that were repaired last. $1: the demonstration's day. */
export const DEPOSITS = `insert into deposit
    (id, account_id, role, object_kind, object_id, action, about, body, refusal_code, refusal, said_at, received_at)
  select ${identified(RECEIVED_AT, '60', 'w.k')}, p.id, 'technician', 'ticket', t.id, 'resolve', 'Clore ' || t.number,
      json_build_object('cause', w.cause, 'repair', w.repair, 'minutes', w.minutes, 'priceCents', 0, 'device', 'stays', 'note', w.note)::text,
      'ticket.taken', 'Quelqu’un l’a déjà pris en charge.', ${SAID_AT}, ${RECEIVED_AT}
    from (${ROWS}) w (k, cause, repair, minutes, note)
    join (select t.id, t.number, row_number() over (order by x.at desc, t.id) as k
        from ticket_resolution x join ticket t on t.id = x.ticket_id where t.equipment_id is not null order by x.at desc, t.id limit 2) t on t.k = w.k
    cross join (select id from account where email = '${personaEmail('technician')}') p`;
