import type { Role } from '@parc/domain';
import type { House } from './house.js';
import type { Person } from './person.js';
import { smallPlan, type Performer, type SmallPlan } from './plan.js';
import { RawLedger } from './raw-ledger.js';

/** Where an order is placed, and from what money. */
export interface Place {
  schoolId: string;
  uai: string;
  envelopeId: string;
  head: Person;
}

/** A plan with one person of every role who reaches its school, and those of the next school and the next firm. */
export interface OrderWorld {
  house: House;
  ledger: RawLedger;
  plan: SmallPlan;
  place: Place;
  /** Another school, whose envelope holds one cent less than five of the items cost. */
  poor: Place;
  people: Record<Role, Person>;
  /** The same role, in another scope. */
  strangers: Partial<Record<Role, Person>>;
  certifier: Person;
  otherTechnician: Person;
  conventionId: string;
  contractId: string;
  contractNumber: string;
}

/** What five items cost, tax included: the poor school lacks a cent of it. */
const FIVE_ITEMS_CENTS = 60_000;

export async function orderWorld(house: House): Promise<OrderWorld> {
  const { build } = house;
  const plan = await smallPlan(house, 1_000_000_000);
  const circonscription_id = await build.insert('circonscription', { code: '0420001A', name: 'Saint-Étienne Nord' });
  await house.arrange('update school set circonscription_id = $1 where id = $2', [circonscription_id, plan.school.id]);
  const body = await build.insert('managing_body', { name: 'OGEC', kind: 'ogec' });
  const elsewhere = await build.school();
  await build.convention(elsewhere);
  const otherFirm = await build.contract();
  const [facts] = await house.sql<{ convention: string; contract: string; number: string }>(
    `select (select convention_id from convention_site where school_id = $1) as convention, c.id as contract, c.number
       from contract_period p join contract c on c.id = p.contract_id where p.id = $2`,
    [plan.school.id, plan.periodId],
  );
  const otherHead = await house.person('school-head', { school_id: elsewhere.id });
  return {
    ...{ house, plan, ledger: new RawLedger(house) },
    place: { schoolId: plan.school.id, uai: plan.school.uai, envelopeId: plan.envelopeId, head: plan.head },
    poor: {
      schoolId: elsewhere.id,
      uai: elsewhere.uai,
      envelopeId: await build.envelope(elsewhere.id, FIVE_ITEMS_CENTS - 1),
      head: otherHead,
    },
    people: {
      teacher: plan.teacher,
      'school-head': plan.head,
      technician: plan.technician,
      installer: plan.installer,
      'plan-manager': plan.manager,
      'commune-officer': await house.person('commune-officer', { commune_id: plan.school.communeId }),
      'private-body-officer': await house.person('private-body-officer', { managing_body_id: body }),
      inspector: await house.person('inspector', { circonscription_id }),
      'digital-trainer': await house.person('digital-trainer', { circonscription_id }),
      committee: await house.person('committee'),
      administrator: await house.person('administrator'),
    },
    strangers: {
      teacher: await house.person('teacher', { school_id: elsewhere.id }),
      'school-head': otherHead,
      installer: await house.person('installer', { contract_holder_id: otherFirm.holderId }),
    },
    certifier: plan.certifier,
    otherTechnician: await house.person('technician'),
    conventionId: facts!.convention,
    contractId: facts!.contract,
    contractNumber: facts!.number,
  };
}

/** Who carries the order out. */
export function performerOf(world: OrderWorld, performer: Performer): Person {
  return performer === 'metropole' ? world.plan.technician : world.plan.installer;
}
