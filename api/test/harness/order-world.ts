import type { Role } from '@parc/domain';
import { everyone } from './everyone.js';
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
  people: Record<Role, Person>;
  /** The same role, in another scope. */
  strangers: Partial<Record<Role, Person>>;
  certifier: Person;
  otherTechnician: Person;
  conventionId: string;
  contractId: string;
  contractNumber: string;
}

export async function orderWorld(house: House): Promise<OrderWorld> {
  const { build } = house;
  const plan = await smallPlan(house, 1_000_000_000);
  const elsewhere = await build.school();
  await build.convention(elsewhere);
  const otherFirm = await build.contract();
  const [facts] = await house.sql<{ convention: string; contract: string; number: string }>(
    `select (select convention_id from convention_site where school_id = $1) as convention, c.id as contract, c.number
       from contract_period p join contract c on c.id = p.contract_id where p.id = $2`,
    [plan.school.id, plan.periodId],
  );
  return {
    ...{ house, plan, ledger: new RawLedger(house) },
    place: { schoolId: plan.school.id, uai: plan.school.uai, envelopeId: plan.envelopeId, head: plan.head },
    people: await everyone(house, plan.school, {
      ...{ teacher: plan.teacher, 'school-head': plan.head, 'plan-manager': plan.manager },
      ...{ technician: plan.technician, installer: plan.installer },
    }),
    strangers: {
      teacher: await house.person('teacher', { school_id: elsewhere.id }),
      'school-head': await house.person('school-head', { school_id: elsewhere.id }),
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

/** Another school under a convention, with this much money. */
export async function placeWith(
  house: House,
  availableCents: number,
  school: Record<string, unknown> = {},
): Promise<Place> {
  const { id, uai, communeId } = await house.build.school(school);
  await house.build.convention({ id, communeId });
  const envelopeId = await house.build.envelope(id, availableCents);
  return { schoolId: id, uai, envelopeId, head: await house.person('school-head', { school_id: id }) };
}
