import { EQUIPMENT_IN_ROOM, isEligible } from '@parc/domain';
import type { EquipmentRow } from './equipment-row-types.js';
import type { LoadClient } from './load.js';
import type { World } from './orders/world.js';
import type { Site } from './sites.js';
import { TicketDates } from './ticket-dates.js';
import type { TicketsAtLarge } from './ticket-row-types.js';
import { type Step, TicketStory } from './ticket-story.js';
import { TicketsOfYears } from './tickets-at-large.js';

const take = (daysAgo: number, time: string): Step => ({ action: 'take', daysAgo, time });
const start = (daysAgo: number, time: string): Step => ({ action: 'start', daysAgo, time });

const done = (daysAgo: number, time: string, resolution: NonNullable<Step['resolution']>): Step => ({
  ...{ action: 'resolve', daysAgo, time, resolution },
});

/** Four years of breakdowns, and a dozen told one by one; before the ledger, which charges what they cost. */
export class Breakdowns {
  readonly atLarge: TicketsAtLarge;
  private readonly dates: TicketDates;

  constructor(private readonly world: World) {
    this.dates = new TicketDates(world.workshop);
    this.atLarge = new TicketsOfYears(world, this.dates).make();
  }

  /** @returns the last number given in each year */
  number(): Record<number, number> {
    tellSome(this.world, this.dates);
    const all = [...this.world.workshop.rows.ticket, ...this.atLarge.tickets];
    const last: Record<number, number> = {};
    const numbers = new Map<string, string>();
    for (const ticket of all.sort((one, other) => (one.id < other.id ? -1 : 1))) {
      const year = Number(ticket.reported_at.slice(0, 4));
      last[year] = (last[year] ?? 0) + 1;
      ticket.number = `T-${year}-${String(last[year]).padStart(5, '0')}`;
      numbers.set(ticket.id, ticket.number);
    }
    // Who was joined to whom is told by their numbers.
    const byK = new Map(this.atLarge.tickets.map((ticket) => [ticket.k, ticket]));
    for (const move of this.atLarge.moves) {
      if (move.action === 'merge') move.detail = { into: numbers.get(byK.get(move.k)!.merged_into_id!)! };
      if (move.action === 'join') move.detail = { from: numbers.get(String(move.detail['from']))! };
    }
    return last;
  }
}

/** A dozen breakdowns, one or more in each state: some of the school of the sign-in page, some of its neighbours. */
function tellSome(world: World, dates: TicketDates): void {
  const { directory, workshop } = world;
  const story = new TicketStory(world, dates);
  const { tilleuls } = directory;
  const [first, second, third] = directory.sites.filter(
    (site) => site !== tilleuls && site.school.sector === 'public' && isEligible(site.school.state_contract),
  );
  const devices = workshop.rows.equipment.filter(
    ({ state, school_id, room_id }) =>
      school_id === tilleuls.school.id && room_id !== null && EQUIPMENT_IN_ROOM.includes(state),
  );
  const device = (n: number): EquipmentRow | undefined => devices[n % Math.max(devices.length, 1)];
  tellOver(story, world, device);
  tellLately(story, world, device);
  story.tell(
    {
      ...{ site: tilleuls, device: device(0), symptom: 'no-power', impact: 'class', urgency: 'otherwise' },
      ...{ daysAgo: 1, time: '14:10', description: 'Il s’est éteint en pleine séance, plus rien depuis.' },
    },
    [],
  );
  story.tell(
    {
      site: tilleuls,
      device: device(1),
      symptom: 'no-charge',
      impact: 'person',
      urgency: 'otherwise',
      daysAgo: 4,
      time: '09:20',
    },
    [take(4, '10:05'), { action: 'plan', daysAgo: 3, time: '11:00', visit: { inDays: 2, from: '16:45', to: '17:30' } }],
  );
  story.tell(
    {
      site: tilleuls,
      service: 'internet',
      symptom: 'intermittent',
      impact: 'school',
      urgency: 'otherwise',
      daysAgo: 3,
      time: '08:40',
    },
    [
      take(3, '09:30'),
      {
        ...{ action: 'wait', daysAgo: 2, time: '10:00', reason: 'disjoncteur de la baie à remettre' },
        wait: { for: 'commune', reviewInDays: 4 },
      },
    ],
  );
  if (first && second && third) tellNeighbours(story, [first, second, third]);
}

/** Elsewhere: a room, services, a part that is waited for. */
function tellNeighbours(story: TicketStory, [first, second, third]: readonly [Site, Site, Site]): void {
  story.tell(
    {
      site: first,
      room: first.rooms[0]?.id,
      symptom: 'black-screen',
      impact: 'class',
      urgency: 'stopped',
      daysAgo: 1,
      time: '15:30',
    },
    [],
  );
  story.tell(
    {
      site: first,
      service: 'workspace',
      symptom: 'no-access',
      impact: 'school',
      urgency: 'normally',
      daysAgo: 2,
      time: '09:00',
    },
    [take(1, '08:30'), start(1, '10:00')],
  );
  story.tell(
    {
      site: second,
      room: second.rooms[1]?.id ?? second.rooms[0]?.id,
      symptom: 'no-sound',
      impact: 'class',
      urgency: 'normally',
      daysAgo: 6,
      time: '11:15',
    },
    [
      take(5, '09:00'),
      {
        ...{ action: 'wait', daysAgo: 4, time: '15:00', reason: 'enceintes commandées' },
        wait: { for: 'part', reviewInDays: 3 },
      },
    ],
  );
  story.tell(
    {
      site: third,
      service: 'internet',
      symptom: 'outage',
      impact: 'school',
      urgency: 'stopped',
      daysAgo: 3,
      time: '10:20',
    },
    [take(3, '10:40')],
  );
}

/** What is over: resolved and not answered yet, closed, without follow-up. */
function tellOver(story: TicketStory, { directory }: World, device: (n: number) => EquipmentRow | undefined): void {
  const { tilleuls } = directory;
  story.tell(
    {
      site: tilleuls,
      device: device(3),
      symptom: 'slow',
      impact: 'person',
      urgency: 'normally',
      daysAgo: 30,
      time: '10:10',
    },
    [
      take(30, '11:00'),
      start(28, '16:50'),
      done(28, '17:25', {
        ...{ cause: 'system', repair: 'reinstalled', note: 'Système remis à neuf, mises à jour faites.' },
        ...{ minutes: 35, parts: null, price_cents: 0, device: 'stays' },
      }),
      { action: 'close', daysAgo: 27, time: '08:40' },
    ],
  );
  story.tell(
    {
      site: tilleuls,
      device: device(4),
      symptom: 'no-charge',
      impact: 'person',
      urgency: 'otherwise',
      daysAgo: 18,
      time: '13:50',
    },
    [
      take(17, '08:20'),
      start(15, '16:40'),
      done(15, '17:10', {
        ...{ cause: 'battery', repair: 'replaced', note: 'Batterie gonflée, remplacée. Charge vérifiée.' },
        ...{ minutes: 30, parts: 'Batterie 14 pouces', price_cents: 6_490, device: 'stays' },
      }),
      { action: 'close', daysAgo: 14, time: '12:05' },
    ],
  );
}

/** Resolved at a cost that its school's budget cannot bear, and the school has not answered yet; without follow-up. */
function tellLately(story: TicketStory, { directory }: World, device: (n: number) => EquipmentRow | undefined): void {
  const { tilleuls } = directory;
  story.tell(
    {
      site: tilleuls,
      device: device(2),
      symptom: 'no-touch',
      impact: 'class',
      urgency: 'otherwise',
      daysAgo: 7,
      time: '09:35',
    },
    [
      take(7, '10:00'),
      start(2, '16:35'),
      done(2, '17:20', {
        ...{ cause: 'screen', repair: 'replaced', note: 'Dalle tactile remplacée, l’image est recalée.' },
        ...{ minutes: 45, parts: 'Cadre tactile', price_cents: 98_000, device: 'stays' },
      }),
    ],
  );
  story.tell(
    {
      site: tilleuls,
      room: tilleuls.rooms[2]?.id,
      symptom: 'no-light',
      impact: 'class',
      urgency: 'otherwise',
      daysAgo: 12,
      time: '08:50',
    },
    [{ action: 'cancel', daysAgo: 12, time: '10:30', reason: 'La mairie a remis le courant.' }],
  );
}

/** What repairs cost is taken from their schools' envelopes where the money is there, as the ledger would have done. */
export async function chargeRepairs(client: LoadClient): Promise<void> {
  await client.query(CHARGE);
}

const CHARGE = `with cost as (
    select distinct on (e.id) x.id, x.ticket_id, x.price_cents, x.at, x.account_id, l.*
      from ticket_resolution x join ticket t on t.id = x.ticket_id
      join envelope e on e.school_id = t.school_id and e.kind = 'maintenance' and e.year = extract(year from x.at at time zone 'Europe/Paris')
      cross join lateral (select envelope_id, sequence, opened_after, reserved_after, committed_after, spent_after, available_after
          from ledger_entry where envelope_id = e.id order by sequence desc limit 1) l
     where x.charge = 'due' and l.available_after >= x.price_cents order by e.id, x.at),
  posted as (
    insert into ledger_entry (envelope_id, sequence, kind, posted_at, actor, ticket_id, opened_before, reserved_before, committed_before,
        spent_before, spent_change)
      select envelope_id, sequence + 1, 'expense', at, account_id::text, ticket_id, opened_after, reserved_after, committed_after, spent_after,
        price_cents from cost
    returning id, ticket_id)
  update ticket_resolution x set charge = 'school', entry_id = p.id from posted p, cost c where c.id = x.id and p.ticket_id = x.ticket_id`;
