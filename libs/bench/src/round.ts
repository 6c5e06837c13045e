import type { Client } from 'pg';
import { signInTechnician } from './people.ts';
import type { Ground } from './reads.ts';
import { median, type Figure } from './rows.ts';

const schools = 12;
const ticketsPerSchool = 5;
const readings = 15;

interface Packet {
  schools: unknown[];
  tickets: unknown[];
  devices: unknown[];
}

/** What a technician takes along for a full day: how heavy it is, plain, and how long it takes. */
export async function roundPacket({ house, database }: Ground): Promise<Figure[]> {
  const technician = await signInTechnician(database);
  await fillDay(database, technician.accountId);
  const ask = async () => (await fetch(`${house.origin}/api/v1/round`, { headers: technician.headers })).text();
  // Asked once before: the calendars are read, and what follows is the packet's own.
  const text = await ask();
  const { schools: stops, tickets, devices } = JSON.parse(text) as Packet;
  const took: number[] = [];
  for (let n = 0; n < readings; n++) {
    const begun = performance.now();
    await ask();
    took.push(performance.now() - begun);
  }
  const detail = `${stops.length} schools, ${tickets.length} tickets, ${devices.length} devices`;
  const of = { size: '1x', higherIsBetter: false, detail };
  return [
    { row: 'round packet', value: Buffer.byteLength(text) / 1000, unit: 'kB', goal: 290, ...of },
    { row: 'round packet time', value: median(took), unit: 'ms', goal: 400, ...of },
  ];
}

/** Breakdowns of devices that stand in the rooms of twelve schools, each with a visit today, as the moves would have left them. */
async function fillDay(database: Client, accountId: string): Promise<void> {
  await database.query('begin');
  await database.query(`select set_config('parc.actor', 'system:bench', true)`);
  await database.query(
    `with place as (select school_id from equipment where state = 'in-service' and room_id is not null
         group by school_id having count(*) >= $2 order by count(*), school_id limit $1),
       device as (select e.id, e.school_id, e.room_id, row_number() over (partition by e.school_id order by e.room_id, e.id) as rank
         from equipment e join place p on p.school_id = e.school_id where e.state = 'in-service' and e.room_id is not null),
       made as (insert into ticket (number, school_id, subject, equipment_id, room_id, symptom, description, impact, urgency, priority,
           state, state_since, reported_by, reported_at, assigned_account_id, planned_from, planned_to, due_at)
         select 'T-2026-' || (90000 + row_number() over ()), school_id, 'device', id, room_id, 'no-power',
             'Il ne s’allume plus depuis ce matin, la prise a été changée.', 'class', 'otherwise', 'P2', 'planned', now(), $3,
             now() - interval '2 hours', $3, date_trunc('day', now()) + interval '9 hours', date_trunc('day', now()) + interval '10 hours',
             now() + interval '2 days'
           from device where rank <= $2 returning id, reported_at)
     insert into ticket_move (ticket_id, action, from_state, to_state, account_id, role, at, priority, presence)
       select m.id, v.action, v.from_state, v.to_state, $3, 'technician', m.reported_at + v.after, 'P2', true
         from made m cross join (values ('report', null, 'new', interval '0'), ('take', 'new', 'assigned', interval '10 minutes'),
           ('plan', 'assigned', 'planned', interval '20 minutes')) as v (action, from_state, to_state, after)`,
    [schools, ticketsPerSchool, accountId],
  );
  await database.query('commit');
}
