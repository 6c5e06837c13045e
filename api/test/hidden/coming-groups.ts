import { ORDER_STATES, ORDERS_UNDATED, type OrderState, type Role } from '@parc/domain';
import type { HiddenGroup } from './hidden-groups.js';

const SCHOOL: Role[] = ['teacher', 'school-head'];
const CIRCONSCRIPTION: Role[] = ['inspector', 'digital-trainer'];
const PARTIES: Role[] = ['commune-officer', 'private-body-officer'];

const PUBLIC = `s.name = 'École Communale Azur'`;
const PRIVATE = `s.name = 'École Libre Azur'`;
const ELSEWHERE = `s.name like 'École % Brume'`;
const EVERYWHERE = 'true';

/** An order of its own at each of those schools: thrown away as a draft, which nobody reads, or as it would stand in a state. */
function order(group: string, state: OrderState, where: string, readers: Pick<HiddenGroup, 'from' | 'readBy'>) {
  const comes = (value: string) => `case $1::int when 1 then ${value} end`;
  const { hold } = ORDER_STATES[state];
  const dated = (at: string) => (ORDERS_UNDATED.includes(state) ? 'null' : `timestamptz '${at}'`);
  const statement = `update installation_order o set state = case $1::int when 1 then '${state}' else 'discarded' end,
     hold_kind = ${comes(hold ? `'${hold}'` : 'null')}, hold_id = ${comes(hold ? 'o.id' : 'null::uuid')},
     hold_cents = ${comes(hold ? '4_321' : 'null::bigint')},
     planned_from = ${dated('2026-10-06 07:00Z')}, planned_to = ${dated('2026-10-06 08:00Z')}
    from school s where s.id = o.school_id and o.title = '${group}' and ${where}`;
  return { group, ...readers, statements: [statement] };
}

const budget = (of: string) => [
  `update ledger_entry l set opened_before = 1_000_000 + $1::int * 77_777 from envelope e, school s
    where e.id = l.envelope_id and s.id = e.school_id and ${of} and l.sequence > 1`,
];
const either = `case $1::int when 0 then 'Cartable' else 'Tablier' end`;

/** Orders that come and go; `buildHiddenGround` lays one of each at every school. */
export const COMING_ORDERS: HiddenGroup[] = [
  order('a draft', 'draft', EVERYWHERE, {
    from: ['plan-manager', 'technician', 'installer', 'committee', ...PARTIES, ...CIRCONSCRIPTION],
    readBy: 'school-head',
  }),
  order('an order sent and not decided', 'submitted', EVERYWHERE, {
    from: ['technician', 'installer', ...CIRCONSCRIPTION],
  }),
  order('an order refused', 'rejected', EVERYWHERE, { from: ['technician', 'installer', ...CIRCONSCRIPTION] }),
  order('an order of somebody else’s work', 'scheduled', EVERYWHERE, { from: ['installer'] }),
  order('an order of a private school of the commune', 'scheduled', PRIVATE, {
    from: ['commune-officer', ...SCHOOL, ...CIRCONSCRIPTION],
  }),
  order('an order of a public school', 'certified', PUBLIC, { from: ['private-body-officer'] }),
  order('an order elsewhere', 'installed', ELSEWHERE, { from: [...PARTIES, ...SCHOOL, ...CIRCONSCRIPTION] }),
];

/** What comes, goes and changes where a reader does not reach: no count, sum, filter or refusal tells that it is there. */
export const COMING_GROUPS: HiddenGroup[] = [
  ...COMING_ORDERS,
  {
    group: 'the budget of a private school of the commune',
    from: ['commune-officer', ...SCHOOL],
    statements: budget(PRIVATE),
  },
  { group: 'the budget of a public school', from: ['private-body-officer'], statements: budget(PUBLIC) },
  {
    group: 'an item that is proposed',
    from: [...SCHOOL, 'committee', 'installer'],
    statements: [
      `delete from catalogue_item where reference = 'VIENT-1'`,
      `insert into catalogue_item select (jsonb_populate_record(i, jsonb_build_object('id', uuidv7(), 'reference', 'VIENT-1',
         'name', 'Prestation qui vient', 'state', 'proposed', 'contract_id', null))).* from catalogue_item i where $1::int = 1 limit 1`,
    ],
  },
  {
    group: 'the price of another firm',
    from: ['installer'],
    statements: [
      `update item_price p set unit_net_cents = 4_000 + $1::int * 900 from catalogue_item i
        where i.id = p.item_id and i.name = 'Prestation Brume'`,
    ],
  },
  {
    group: 'who works for the metropole',
    from: ['installer', 'committee', ...PARTIES, ...CIRCONSCRIPTION],
    statements: [
      `update account set name = ${either} || ' Agent' where id in
         (select account_id from assignment where role in ('technician', 'plan-manager'))`,
      `update installation_order set assigned_account_id = (select account_id from assignment
         where role = case $1::int when 0 then 'technician' else 'plan-manager' end order by id limit 1) where assigned_account_id is not null`,
    ],
  },
  {
    group: 'people, rooms and telephone of a school elsewhere',
    from: [...PARTIES, ...SCHOOL, ...CIRCONSCRIPTION],
    statements: [
      `update account set name = ${either} || ' Direction' where id in
         (select a.account_id from assignment a join school s on s.id = a.school_id where ${ELSEWHERE})`,
      `update room r set name = ${either} || ' Salle', removed = ($1::int = 1) from school s where s.id = r.school_id and ${ELSEWHERE}`,
      `update school s set telephone = '04770000' || (10 + $1::int) where ${ELSEWHERE}`,
    ],
  },
  {
    group: 'a convention of others',
    from: [...PARTIES, ...SCHOOL, ...CIRCONSCRIPTION],
    statements: [
      `update convention set title = ${either} || ' Convention', state = case $1::int when 0 then 'in-force' else 'drafted' end
        where number like 'CONV-% Brume'`,
    ],
  },
];
