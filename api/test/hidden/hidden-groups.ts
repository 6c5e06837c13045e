import { ORDER_STATE_NAMES, type OrderState, type Role } from '@parc/domain';

/** A group of fields, and how to write other values into everything it holds. */
export interface HiddenGroup {
  group: string;
  /** Who never reads it, whatever the state of an order: written by hand on purpose (rights.md). */
  from: Role[];
  /** States of an order in which somebody else does not read it either. */
  fromInState?: Partial<Record<Role, OrderState[]>>;
  /** Where a reader of sums may see it change, and why it is no single order's or school's. */
  summedIn?: Partial<Record<Role, string[]>>;
  /** Who reads it, and sees it change; left out, the plan's manager. */
  readBy?: Role;
  /** $1 is 0 or 1: two sets of values, in two orders. */
  statements: string[];
}

const OUTSIDE: Role[] = ['commune-officer', 'private-body-officer'];
const CIRCONSCRIPTION: Role[] = ['inspector', 'digital-trainer'];
const SCHOOL: Role[] = ['teacher', 'school-head'];

/** A whole number of the row's own, in one order for 0 and in the other for 1, less than `spread` from the base. */
const amount = (base: number, id = 'id', spread = 65_536) =>
  `(${base} + case $1::int when 0 then 1 else -1 end * (('x' || substr(md5(${id}::text), 1, 4))::bit(16)::int % ${spread}))`;
/** A text of its own, that a search for either word would find. */
const word = (name: string, id = 'id') =>
  `(case $1::int when 0 then 'Cartable ' else 'Tablier ' end || '${name} ' || md5(${id}::text || $1))`;

/** An hour of its own, as a file is listed by it. */
const instant = `timestamptz '2026-10-06 07:00Z' + $1::int * interval '1 hour'`;

/** Words and amounts of which one set of values has some, and the other none. */
export const HIDDEN_WORDS = ['Cartable', 'Tablier'];
export const HIDDEN_AMOUNT = 7_000_000;

/** A firm has work at a place while it is planned or begun: before and after it has no key. */
const PLACE_LEFT = ORDER_STATE_NAMES.filter((state) => state !== 'scheduled' && state !== 'in-progress');

export const HIDDEN_GROUPS: HiddenGroup[] = [
  {
    group: 'amounts of orders',
    from: [...CIRCONSCRIPTION, 'committee', 'administrator'],
    summedIn: { committee: ['SteeringController.overview'] },
    statements: [
      `update installation_order set
         asked_cents = ${amount(HIDDEN_AMOUNT)},
         approved_cents = case when approved_cents is not null then ${amount(HIDDEN_AMOUNT)} end,
         hold_cents = case when hold_cents is not null then ${amount(HIDDEN_AMOUNT)} end,
         reported_cents = case when reported_cents is not null then ${amount(HIDDEN_AMOUNT)} end,
         certified_cents = case when certified_cents is not null then ${amount(HIDDEN_AMOUNT)} end,
         purchase_order_number = ${word('bon')},
         invoice_number = case when ${amount(0)} > 0 then ${word('facture')} end`,
      `update order_line set unit_net_cents = ${amount(HIDDEN_AMOUNT)}, vat_basis_points = 500 + $1::int`,
    ],
  },
  {
    group: 'what people wrote in the thread of an order',
    from: [...OUTSIDE, ...CIRCONSCRIPTION, 'committee', 'administrator'],
    fromInState: { installer: ['certified', 'closed'] },
    statements: [
      `update installation_order set note = ${word('note')}, report_note = case $1::int when 0 then ${word('rapport')} end`,
      `update order_line set decision_reason = ${word('décision')}, less_reason = case $1::int when 0 then ${word('moins')} end,
         equipment = ${word('matériel')}`,
      `update order_file set content = convert_to(${word('photo')}, 'UTF8'), created_at = ${instant} where kind <> 'place-photo'`,
      `update order_move set reason = ${word('motif')}, detail = jsonb_build_object('releasedCents', ${amount(HIDDEN_AMOUNT)})`,
    ],
  },
  {
    group: 'the contact at the place of an order',
    from: [...OUTSIDE, ...CIRCONSCRIPTION, 'committee', 'administrator'],
    fromInState: { installer: PLACE_LEFT },
    statements: [
      `update installation_order set contact = ${word('contact')}`,
      `update order_file set content = convert_to(${word('place')}, 'UTF8'), created_at = ${instant} where kind = 'place-photo'`,
    ],
  },
  {
    group: 'how to get into a school',
    from: ['teacher', ...OUTSIDE, ...CIRCONSCRIPTION, 'committee', 'administrator'],
    fromInState: { installer: PLACE_LEFT },
    statements: [
      `update school set key_holder = ${word('clé')}, alarm = ${word('alarme')}, access_note = ${word('portail')}`,
    ],
  },
  {
    group: 'telephone, mail and site of a school',
    from: ['committee', 'administrator'],
    fromInState: { installer: PLACE_LEFT },
    statements: [
      `update school set telephone = '04770000' || (10 + $1::int), email = 'ecole-' || $1 || '@exemple.fr',
         website = 'https://exemple.fr/' || $1`,
    ],
  },
  {
    group: 'who heads a school',
    from: ['installer', 'committee'],
    statements: [
      `update account set name = ${word('personne')} where id in
         (select account_id from assignment where role in ('school-head', 'teacher'))`,
    ],
  },
  {
    group: 'pupils and classes',
    from: ['installer', 'administrator'],
    statements: [
      `update school_year_figures set pupils = ${amount(2_500, 'school_id', 2_400)}, classes = ${amount(100, 'school_id', 97)}`,
    ],
  },
  {
    group: 'prices of the catalogue',
    from: [...OUTSIDE, ...CIRCONSCRIPTION, 'administrator'],
    statements: [
      `update item_price set unit_net_cents = ${amount(HIDDEN_AMOUNT)}, from_day = date '2023-01-01' + $1::int`,
    ],
  },
  {
    group: 'what a device cost',
    from: ['installer', 'commune-officer', ...CIRCONSCRIPTION, 'committee', 'administrator'],
    statements: [
      `update equipment set net_cents = ${amount(HIDDEN_AMOUNT)}, vat_basis_points = 500 + $1::int, funding = ${word('crédit')},
         commitment_number = ${word('engagement')}, contract_id = case $1::int when 0 then contract_id end`,
    ],
  },
  {
    group: 'what happened to a device',
    from: ['installer', ...OUTSIDE, ...CIRCONSCRIPTION, 'committee', 'administrator'],
    statements: [
      `update equipment_move set reason = ${word('mouvement')}, at = ${instant}, role = case $1::int when 0 then 'technician' else 'plan-manager' end`,
      `update equipment set complaint_number = ${word('plainte')}, retirement_number = ${word('décision')},
         retirement_kind = case $1::int when 0 then 'decision' else 'deliberation' end, retired_on = date '2026-01-01' + $1::int`,
    ],
  },
  {
    group: 'who moved a device, and who saw it',
    from: [...SCHOOL, 'installer', ...OUTSIDE, ...CIRCONSCRIPTION, 'committee', 'administrator'],
    statements: [
      `update equipment set last_seen_by = (select id from account order by id offset $1::int limit 1)`,
      `update equipment_move set account_id = (select id from account order by id offset $1::int limit 1)`,
    ],
  },
  {
    group: 'what was decided on an item',
    from: [...SCHOOL, 'installer', ...OUTSIDE, 'administrator'],
    statements: [`update item_decision set decision_number = ${word('délibération')}, reason = ${word('pourquoi')}`],
  },
  {
    group: 'the file of a convention',
    from: ['teacher', 'technician', 'installer', 'committee', 'administrator'],
    statements: [
      `update convention set legal_basis = ${word('fondement')},
         promises = jsonb_build_array(jsonb_build_object('party', 'metropole', 'text', ${word('promesse')}))`,
    ],
  },
  {
    group: 'the thread of a convention',
    from: [...SCHOOL, 'technician', 'installer', ...CIRCONSCRIPTION, 'committee', 'administrator'],
    statements: [`update convention_move set reason = ${word('renvoi')}`],
  },
  {
    group: 'the budget of a school',
    from: ['installer', ...CIRCONSCRIPTION, 'administrator'],
    statements: [
      `update ledger_entry set opened_before = ${amount(10 * HIDDEN_AMOUNT, 'envelope_id')} where sequence > 1`,
    ],
  },
  {
    group: 'what a contract may still order',
    from: [...SCHOOL, 'technician', 'installer', ...OUTSIDE, ...CIRCONSCRIPTION, 'committee', 'administrator'],
    statements: [`update contract_period set maximum_net_cents = ${amount(100 * HIDDEN_AMOUNT)}`],
  },
  {
    group: 'schools of others that a convention lists',
    from: [...SCHOOL, ...OUTSIDE, ...CIRCONSCRIPTION],
    statements: [
      // A neighbour's school comes in and goes out of every convention.
      `delete from convention_site where school_id = (select id from school where name = 'École Voisine')`,
      `insert into convention_site (convention_id, school_id, from_day, to_day)
         select c.id, s.id, '2023-01-01', '2099-12-31' from convention c, school s where s.name = 'École Voisine' and $1::int = 1`,
    ],
  },
];
