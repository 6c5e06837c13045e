import { EQUIPMENT as TABLE, type EquipmentAction, type EquipmentState } from '@parc/domain';
import { identified, instant } from './fleet-at-large.sql.js';

const RESERVE = "(select id from stock_place where name = 'Réserve de la Plaine')";
const RECEIVED = instant('w.day', '10:30');
const DELIVERY = identified(RECEIVED, '1', 'w.n');
const RECEIPT = identified(RECEIVED, '2', 'w.n');
const DEVICE = (n: string): string => identified(instant('d.day', '09:00'), '16', n);
const FUNDING = "'Investissement ' || extract(year from w.day)";
const COMMITMENT = "'E-' || to_char(w.day, 'YYYY-MM') || lpad(w.n::text, 2, '0')";
/** Of each wave: how many, and what they are worth. */
const SUMS = `select w.*, x.*, i.contract_id, c.holder_id
    from fleet_wave w
    join lateral (select count(*)::int as devices, sum(d.net_cents) as net_cents, min(d.technician::text)::uuid as technician
                    from fleet_device d where d.wave = w.n) x on x.devices > 0
    join catalogue_item i on i.reference = w.reference join contract c on c.id = i.contract_id`;

export const DELIVERIES = `insert into delivery (id, holder_id, contract_id, order_reference, note_number, delivered_on,
    commitment_number, funding, stock_place_id, received, missing, words, created_at, created_by)
  select ${DELIVERY}, w.holder_id, w.contract_id, w.ordered, w.note, w.day, ${COMMITMENT}, ${FUNDING}, ${RESERVE},
         w.devices, 0, '', ${RECEIVED}, w.technician
    from (${SUMS}) w`;

export const AWAITED = `insert into delivery_awaited (id, delivery_id, model_id, quantity, net_cents, vat_basis_points)
  select ${identified(RECEIVED, '3', '(w.n * 16 + row_number() over (partition by w.n order by d.model))::int')}, ${DELIVERY},
         d.model, count(*)::int, min(d.net_cents), min(d.vat_basis_points)
    from fleet_wave w join fleet_device d on d.wave = w.n group by w.n, w.day, d.model`;

export const RECEIPTS = `insert into delivery_receipt (id, delivery_id, note_number, delivered_on, file_name, devices, net_cents,
    account_id, role, at)
  select ${RECEIPT}, ${DELIVERY}, w.note, w.day, 'liste_' || lower(replace(w.note, '-', '_')) || '.xlsx', w.devices, w.net_cents,
         w.technician, 'technician', ${RECEIVED}
    from (${SUMS}) w`;

/** What a device goes through: \`when\` it does, at what hour, signed by whom, and where it then is. */
interface Step {
  action: EquipmentAction;
  from: EquipmentState;
  when: string;
  day: string;
  time: string;
  by: 'technician' | 'school-head' | 'plan-manager' | 'system';
  spot: 'stock' | 'case-in-stock' | 'room' | 'other-room' | 'stays';
  reason?: string;
  detail?: string;
}

const TAKEN_OUT = "d.fate in ('withdraw', 'retire')";
const COMPLAINT = "'PV ' || extract(year from d.fated_on) || '/' || lpad(d.n::text, 5, '0')";
/** A decision is of a day when the manager has some to decide on. */
const DECISION =
  "'D-' || extract(year from d.fated_on) || '-' || lpad((40 + extract(month from d.fated_on))::text, 3, '0')";

/** In their order: row for row of the table of moves. */
const STEPS: readonly Step[] = [
  { action: 'receive', from: 'ordered', when: 'true', day: 'd.day', time: '10:30', by: 'technician', spot: 'stock' },
  {
    action: 'store',
    from: 'in-stock',
    when: 'd.in_case',
    day: '(d.day + 1)',
    time: '09:15',
    by: 'technician',
    spot: 'case-in-stock',
  },
  {
    action: 'place',
    from: 'in-stock',
    when: 'd.is_placed',
    day: 'd.placed_on',
    time: '14:20',
    by: 'technician',
    spot: 'room',
  },
  {
    action: 'release',
    from: 'awaiting-training',
    // What asks for a training waits for it: `training-devices.sql.ts`.
    when: 'd.is_placed and not d.asks_training',
    day: 'd.placed_on',
    time: '14:20',
    by: 'system',
    spot: 'room',
  },
  {
    action: 'move',
    from: 'in-service',
    when: "d.fate = 'move'",
    day: 'd.fated_on',
    time: '08:40',
    by: 'technician',
    spot: 'other-room',
  },
  {
    action: 'lose',
    from: 'in-service',
    when: "d.fate = 'lose'",
    day: 'd.fated_on',
    time: '17:05',
    by: 'school-head',
    spot: 'stays',
    reason: 'Introuvable au rangement de fin d’année',
  },
  {
    action: 'steal',
    from: 'in-service',
    when: "d.fate = 'steal'",
    day: 'd.fated_on',
    time: '08:10',
    by: 'school-head',
    spot: 'stays',
    reason: 'Porte forcée pendant le week-end',
    detail: `jsonb_build_object('complaintNumber', ${COMPLAINT})`,
  },
  {
    action: 'send-to-repair',
    from: 'in-service',
    when: "d.fate = 'send-to-repair'",
    day: 'd.fated_on',
    time: '11:30',
    by: 'technician',
    spot: 'stays',
  },
  {
    action: 'withdraw',
    from: 'in-service',
    when: TAKEN_OUT,
    day: 'd.fated_on',
    time: '10:00',
    by: 'technician',
    spot: 'stock',
    reason: 'Classe fermée à la rentrée',
  },
  {
    action: 'retire',
    from: 'in-stock',
    when: "d.fate = 'retire'",
    day: 'd.fated_on',
    time: '15:00',
    by: 'plan-manager',
    spot: 'stock',
    reason: 'Réparation plus chère que l’appareil',
    detail: `jsonb_build_object('retirementNumber', ${DECISION})`,
  },
];

const nextOf = ({ action, from }: Step): EquipmentState => {
  const move = TABLE.find(from, action);
  if (!move) throw new Error(`No row: ${from}, ${action}`);
  return move.next;
};
/** The last of its steps says it; told from the end. */
const lastly = (value: (step: Step) => string): string =>
  `case ${[...STEPS]
    .reverse()
    .map((step) => `when ${step.when} then ${value(step)}`)
    .join(' ')} end`;
const at = ({ day, time }: Step): string => instant(day, time);

/** Where a step leaves it: of the four columns, the ones that are not null. */
const SPOTS: Record<Step['spot'], Partial<Record<'stock' | 'room' | 'case' | 'school', string>>> = {
  stock: { stock: RESERVE },
  'case-in-stock': { case: DEVICE('d.case_n') },
  room: {
    room: 'case when not d.in_case then d.room end',
    case: `case when d.in_case then ${DEVICE('d.case_n')} end`,
    school: 'd.school',
  },
  'other-room': { room: 'coalesce(d.other_room, d.room)', school: 'd.school' },
  // What lay in a case stands by itself, in the case's room.
  stays: { room: 'd.room', school: 'd.school' },
};
const spot = (column: 'stock' | 'room' | 'case' | 'school') => (step: Step) => SPOTS[step.spot][column] ?? 'null::uuid';
const ACCOUNTS: Record<Step['by'], string> = {
  technician: 'd.technician',
  'school-head': 'coalesce(d.head, d.technician)',
  'plan-manager':
    "(select account_id from assignment where role = 'plan-manager' and not may_certify and to_day is null order by id limit 1)",
  system: 'null::uuid',
};
const roleOf = ({ by }: Step): string =>
  by === 'school-head' ? "case when d.head is null then 'technician' else 'school-head' end" : `'${by}'`;

/** As its history leaves each: state, place, version; what a search looks at is written at once. Cases first. */
export const EQUIPMENT = `insert into equipment (id, tag, serial, model_id, is_container, state, state_since, stock_place_id,
    room_id, container_id, school_id, contract_id, receipt_id, net_cents, vat_basis_points, purchased_on, funding,
    commitment_number, warranty_until, refurbished, complaint_number, retirement_number, last_seen_at, last_seen_by, version, words)
  select ${DEVICE('d.n')}, d.tag, d.serial, d.model, d.is_case, d.state, d.state_since, d.stock, d.room_now, d.case_now, d.school_now,
         d.contract_id, ${RECEIPT}, d.net_cents, d.vat_basis_points, d.bought_on, ${FUNDING}, ${COMMITMENT}, case when d.bought_on = d.day then d.warranty_until end,
         coalesce(d.refurbished, false), case when d.fate = 'steal' then ${COMPLAINT} end, case when d.fate = 'retire' then ${DECISION} end,
         d.seen_at, d.technician, d.version,
         search_text(concat_ws(' ', d.tag, d.serial, d.model_name, s.name, m.name))
    from (select d.*, ${lastly((step) => `'${nextOf(step)}'`)} as state, ${lastly(at)} as state_since,
                 ${lastly(spot('stock'))} as stock, ${lastly(spot('room'))} as room_now, ${lastly(spot('case'))} as case_now,
                 ${lastly(spot('school'))} as school_now,
                 case ${STEPS.filter(({ by, spot: to }) => by === 'technician' && to !== 'stays')
                   .reverse()
                   .map((step) => `when ${step.when} then ${at(step)}`)
                   .join(' ')} end as seen_at,
                 1 + ${STEPS.map(({ when }) => `(${when})::int`).join(' + ')} as version
            from fleet_device d) d
    join fleet_wave w on w.n = d.wave
    left join school s on s.id = d.school_now left join commune m on m.id = s.commune_id
   order by d.n`;

const told = (step: Step, position: number): string => `
  select d.n, d.day, ${position} as step, '${step.action}' as action, '${step.from}' as from_state, '${nextOf(step)}' as to_state,
         ${ACCOUNTS[step.by]} as account_id, ${roleOf(step)} as role, ${at(step)} as at, ${step.reason ? `'${step.reason}'` : 'null'} as reason,
         ${spot('stock')(step)} as stock, ${spot('room')(step)} as room, ${spot('case')(step)} as inside,
         ${step.action === 'withdraw' ? 'd.school' : spot('school')(step)} as school, ${step.detail ?? "'{}'::jsonb"} as detail
    from fleet_device d where ${step.when}`;

export const MOVES = `insert into equipment_move (id, equipment_id, action, from_state, to_state, account_id, role, at, reason,
    stock_place_id, room_id, container_id, school_id, detail)
  select ${identified('d.at', '32 + d.step', 'd.n')}, ${DEVICE('d.n')}, d.action, d.from_state, d.to_state, d.account_id, d.role, d.at,
         d.reason, d.stock, d.room, d.inside, d.school, d.detail
    from (${STEPS.map(told).join(' union all ')}) d order by d.n, d.step`;
