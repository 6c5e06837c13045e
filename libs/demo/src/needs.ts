import { EQUIPMENT, isEligible, NEEDS, REDEPLOYMENTS } from '@parc/domain';
import { instantAt } from './days.js';
import type { NeedRow } from './need-row-types.js';
import type { World } from './orders/world.js';
import type { Site } from './sites.js';

/** The parts of the kit that every plan begins with, as its tables bring them. */
const group = (n: number) => `01900000-0000-7000-8000-00000000000${n}`;
const SCREENS = group(1);
const COMPUTERS = group(2);
const PUPILS = group(3);

/** By reference: which part of the kit a model counts toward. */
const COUNTED: Readonly<Record<string, string>> = {
  'MAT-12': SCREENS,
  'MAT-27': SCREENS,
  'MAT-11': COMPUTERS,
  'MAT-26': COMPUTERS,
  'MAT-25': PUPILS,
};

/** What counts toward the kit, three needs that schools have said, and a device of the reserve that is offered for one. */
export function makeNeeds(world: World): void {
  const { workshop, catalogue, directory } = world;
  for (const { row } of catalogue) {
    const groupId = COUNTED[row.reference];
    if (groupId === undefined) continue;
    const id = workshop.identify(instantAt(workshop.days.officeDay(workshop.today, -30), '09:00'));
    workshop.rows.kit_model.push({ id, model_id: row.id, group_id: groupId });
  }
  const [first, second] = directory.sites.filter(
    (site) => site !== directory.tilleuls && site.school.sector === 'public' && isEligible(site.school.state_contract),
  );
  const opening = say(world, directory.tilleuls, 12, {
    ...{ group_id: COMPUTERS, quantity: 1, classes: 1, purpose: 'Une classe de CE1 ouvre en janvier' },
    ...{ room_id: directory.tilleuls.rooms[4]!.id, note: 'La salle a deux prises et le réseau.' },
  });
  say(world, first!, 9, { group_id: PUPILS, quantity: 12, classes: 2, purpose: 'Lecture au CP, par demi-groupes' });
  say(world, second!, 5, {
    group_id: SCREENS,
    quantity: 1,
    classes: 1,
    purpose: 'Le projecteur de la salle 2 est trop sombre',
  });
  offer(world, opening);
  redeploy(world);
}

type Said = Pick<NeedRow, 'group_id' | 'quantity' | 'classes' | 'purpose'> & Partial<Pick<NeedRow, 'room_id' | 'note'>>;

function say({ workshop, people }: World, site: Site, daysAgo: number, said: Said): NeedRow {
  const day = workshop.days.officeDay(workshop.today, -daysAgo);
  const at = instantAt(day, '12:10');
  const need: NeedRow = {
    ...{ id: workshop.identify(at), school_id: site.school.id, room_id: null, note: null, ...said },
    ...{ state: NEEDS.initial, state_since: at, created_at: at, created_by: people.headOn(site, day), version: 1 },
  };
  workshop.rows.need.push(need);
  return need;
}

/** Taken up by the manager as a device of the reserve is offered; the head has not answered yet. */
function offer({ workshop, catalogue, people }: World, need: NeedRow): void {
  const { row: model } = catalogue.find(({ row }) => row.reference === 'MAT-11')!;
  const device = workshop.rows.equipment.find(
    ({ model_id, state, stock_place_id }) =>
      model_id === model.id && stock_place_id !== null && EQUIPMENT.statesFrom('place').includes(state),
  );
  if (device === undefined) return;
  const at = instantAt(workshop.days.officeDay(workshop.today, -2), '15:40');
  const taken = NEEDS.find(need.state, 'take-up')!;
  workshop.rows.need_move.push({
    ...{
      id: workshop.identify(at),
      need_id: need.id,
      action: taken.action,
      from_state: need.state,
      to_state: taken.next,
    },
    ...{ account_id: people.managers.other, role: 'plan-manager', at, reason: null },
  });
  Object.assign(need, { state: taken.next, state_since: at, version: 2 });
  workshop.rows.redeployment.push({
    ...{ id: workshop.identify(at), equipment_id: device.id, need_id: need.id, from_school_id: null },
    ...{ to_school_id: need.school_id, idle: 'in-stock', answer_by: workshop.days.officeDay(workshop.today, 6) },
    ...{ state: REDEPLOYMENTS.initial, state_since: at, created_at: at },
  });
}

const REDEPLOYED = 6;
const MET = NEEDS.find(NEEDS.initial, 'meet')!.next;

/** What lay in the reserve and went, since the summer, to schools that had asked for it; as many as there are, of as many schools. */
function redeploy({ workshop, people, catalogue }: World): void {
  const schools = new Set<string>();
  for (const move of workshop.rows.equipment_move) {
    const { equipment_id, school_id, at } = move;
    if (schools.size === REDEPLOYED) return;
    const device = workshop.rows.equipment.find(({ id }) => id === equipment_id)!;
    const group_id = COUNTED[catalogue.find(({ row }) => row.id === device.model_id)?.row.reference ?? ''];
    const isOfAutumn = at >= instantAt(workshop.days.officeDay(workshop.today, -80), '00:00');
    if (
      move.action !== 'place' ||
      school_id === null ||
      !isOfAutumn ||
      group_id === undefined ||
      schools.has(school_id)
    )
      continue;
    schools.add(school_id);
    carryOut({ workshop, people }, { equipment_id, school_id, at, group_id });
  }
}

/** A school said its need two weeks before; the manager took it up, offered the device, and had it brought. */
function carryOut(
  { workshop, people }: Pick<World, 'workshop' | 'people'>,
  { equipment_id, school_id, at, group_id }: { equipment_id: string; school_id: string; at: string; group_id: string },
): void {
  const daysBefore = (days: number) => new Date(Date.parse(at) - days * 86_400_000).toISOString();
  const [saidAt, offeredAt] = [daysBefore(14), daysBefore(9)];
  const need: NeedRow = {
    ...{ id: workshop.identify(saidAt), school_id, room_id: null, note: null, group_id, quantity: 1, classes: 1 },
    ...{ purpose: 'Une classe n’en a plus depuis la rentrée', state: MET, state_since: at, created_at: saidAt },
    ...{ created_by: people.managers.other, version: 3 },
  };
  workshop.rows.need.push(need);
  const by = { account_id: people.managers.other, role: 'plan-manager', reason: null };
  const taken = NEEDS.find(NEEDS.initial, 'take-up')!.next;
  const moves = [
    { action: 'take-up', from_state: NEEDS.initial, to_state: taken, at: offeredAt },
    { action: 'meet', from_state: taken, to_state: NEEDS.find(taken, 'meet')!.next, at },
  ] as const;
  for (const move of moves)
    workshop.rows.need_move.push({ id: workshop.identify(move.at), need_id: need.id, ...move, ...by });
  const state = REDEPLOYMENTS.find(REDEPLOYMENTS.initial, 'carry-out')!.next;
  const id = workshop.identify(offeredAt);
  workshop.rows.redeployment.push({
    ...{ id, equipment_id, need_id: need.id, from_school_id: null, to_school_id: school_id, idle: 'in-stock' },
    ...{ answer_by: at.slice(0, 10), state, state_since: at, created_at: offeredAt },
  });
  workshop.rows.redeployment_move.push({
    ...{ id: workshop.identify(at), redeployment_id: id, action: 'carry-out', from_state: REDEPLOYMENTS.initial },
    ...{ to_state: state, at, ...by, reason: 'La directrice en convient', school_id: null, answer: null },
  });
}
