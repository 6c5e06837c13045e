import type { House } from './house.js';
import type { Person } from './person.js';

/** A school that may order, everyone an order needs, and money. */
export interface SmallPlan {
  school: { id: string; uai: string; communeId: string };
  roomId: string;
  envelopeId: string;
  itemId: string;
  head: Person;
  teacher: Person;
  technician: Person;
  manager: Person;
  certifier: Person;
  /** Of the firm that holds the contract of `contractItemId`. */
  installer: Person;
  contractItemId: string;
  periodId: string;
}

/** @param availableCents what the installation envelope of this year opens with */
export async function smallPlan(house: House, availableCents = 151_900): Promise<SmallPlan> {
  const { build } = house;
  const school = await build.school();
  await build.convention(school);
  const contract = await build.contract();
  return {
    school,
    roomId: await build.room(school.id, { name: 'Salle des maîtres' }),
    envelopeId: await build.envelope(school.id, availableCents),
    itemId: await build.item(),
    head: await house.person('school-head', { school_id: school.id }),
    teacher: await house.person('teacher', { school_id: school.id }),
    technician: await house.person('technician'),
    manager: await house.person('plan-manager'),
    certifier: await house.person('plan-manager', {}, { mayCertify: true }),
    installer: await house.person('installer', { contract_holder_id: contract.holderId }),
    contractItemId: await build.item({ contract_id: contract.id }),
    periodId: contract.periodId,
  };
}

/** A draft of the head's, with one line unless told otherwise. */
export async function draft(
  plan: SmallPlan,
  lines?: { itemId: string; quantity: number; roomId?: string }[],
  person = plan.head,
): Promise<{ id: string; version: number }> {
  const answer = await person.post('/api/v1/orders', {
    lines: lines ?? [{ itemId: plan.itemId, quantity: 1, roomId: plan.roomId }],
    wishes: [],
    contact: '',
    note: '',
    prerequisites: [],
  });
  if (answer.status !== 201) throw new Error(`the draft was refused: ${answer.text}`);
  return answer.body;
}

/** Who carries an order out: a technician of the metropole, or the firm of a contract. */
export type Performer = 'metropole' | 'contract';

const performerOf = (plan: SmallPlan, performer: Performer) =>
  performer === 'metropole' ? plan.technician : plan.installer;

/** An order of 480,00 €, above the automatic threshold, submitted by the head. */
export async function submitted(plan: SmallPlan, performer: Performer = 'metropole'): Promise<string> {
  const itemId = performer === 'metropole' ? plan.itemId : plan.contractItemId;
  const { id } = await draft(plan, [{ itemId, quantity: 4, roomId: plan.roomId }]);
  return done(await plan.head.act(id, 'submit'), id);
}

export async function approved(plan: SmallPlan, performer: Performer = 'metropole'): Promise<string> {
  const id = await submitted(plan, performer);
  return done(await plan.manager.act(id, 'approve', {}), id);
}

export async function scheduled(plan: SmallPlan, performer: Performer = 'metropole'): Promise<string> {
  const id = await approved(plan, performer);
  return done(
    await plan.manager.act(id, 'schedule', slot(performer === 'metropole' ? plan.technician.accountId : null)),
    id,
  );
}

export async function started(plan: SmallPlan, performer: Performer = 'metropole'): Promise<string> {
  const id = await scheduled(plan, performer);
  return done(await performerOf(plan, performer).act(id, 'start'), id);
}

/** An order of these lines, under way. */
export async function startedWith(
  plan: SmallPlan,
  lines: { itemId: string; quantity: number; roomId?: string }[],
  performer: Performer = 'metropole',
): Promise<string> {
  const { id } = await draft(plan, lines);
  const sent = await plan.head.act(id, 'submit');
  done(sent, id);
  if ((await plan.manager.get(`/api/v1/orders/${id}`)).body.state === 'submitted')
    done(await plan.manager.act(id, 'approve', {}), id);
  const technician = performer === 'metropole' ? plan.technician.accountId : null;
  done(await plan.manager.act(id, 'schedule', slot(technician)), id);
  return done(await performerOf(plan, performer).act(id, 'start'), id);
}

export async function installed(plan: SmallPlan, performer: Performer = 'metropole'): Promise<string> {
  const id = await started(plan, performer);
  const person = performerOf(plan, performer);
  return done(await person.act(id, 'report', await fullReport(person, id)), id);
}

export async function confirmed(plan: SmallPlan, performer: Performer = 'metropole'): Promise<string> {
  const id = await installed(plan, performer);
  return done(await plan.head.act(id, 'confirm'), id);
}

export async function certified(plan: SmallPlan, performer: Performer = 'metropole'): Promise<string> {
  const id = await confirmed(plan, performer);
  return done(await plan.certifier.act(id, 'certify'), id);
}

/** A Tuesday evening after class, far from any holiday the test database knows. */
export function slot(assignedAccountId: string | null) {
  return { assignedAccountId, day: '2026-12-08', from: '16:45', to: '17:45' };
}

/** Everything done as approved. */
export async function fullReport(person: Person, orderId: string) {
  const { body } = await person.get(`/api/v1/orders/${orderId}`);
  return {
    lines: body.lines
      .filter((line: { extra: boolean }) => !line.extra)
      .map((line: { id: string; quantityApproved: number }) => ({ lineId: line.id, quantity: line.quantityApproved })),
    extraLines: [],
    note: '',
  };
}

function done(answer: { status: number; text: string }, id: string): string {
  if (answer.status !== 200) throw new Error(`the step was refused: ${answer.text}`);
  return id;
}
