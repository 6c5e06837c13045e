import type { RoundPacket, VisitPage, VisitPartAnswer, VisitTaskAnswer } from '@parc/api-client';
import {
  ORDERS_TO_DO,
  SYMPTOMS,
  TICKETS,
  TICKETS_IN_HAND,
  TICKETS_WAITING,
  VISITS,
  visitAfter,
  type VisitAction,
  type VisitPartKind,
  type VisitResult,
} from '@parc/domain';
import type { WaitingAct } from '../../offline/acts';

type Waiting = Pick<WaitingAct, 'key' | 'object' | 'action' | 'saidAt' | 'body' | 'refusal'>;

/** What an act that waits on this phone will have brought about. */
const RESULTS: Readonly<Record<string, VisitResult>> = { resolve: 'done', report: 'done', wait: 'waiting' };

/** A visit of the packet as its page shows it; null where it was not taken along. */
export function fromPacket(packet: RoundPacket, visitId: string): VisitPage | null {
  const visit = packet.visits.find(({ id }) => id === visitId);
  if (visit === undefined) return null;
  return {
    ...visit,
    ...{ state: VISITS.initial, leftAt: null, ending: null, met: null, absenceReason: null, abandonReason: null },
    ...{ note: null, internalNote: null, technicianName: null, mine: true, photos: [], signatureId: null },
    ...{ remarks: [], mayRemark: false, confirmedAt: null, confirmedByName: null, mayConfirm: false },
    ...{ toDo: tasksOf(packet, visit.schoolId), possible: possibleWith(visit.parts) },
  };
}

/** What was written on this phone during the visit is done already, for who wrote it. */
export function withWaiting(page: VisitPage, packet: RoundPacket | null, waiting: readonly Waiting[]): VisitPage {
  if (page.state !== VISITS.initial) return page;
  const open = waiting.filter(({ refusal }) => refusal === null);
  const end = open.find(({ object, action }) => object.id === page.id && isMove(action));
  if (end !== undefined && isMove(end.action))
    return { ...page, state: visitAfter(end.action), possible: [], toDo: [] };
  const known = new Map(
    (packet === null ? [] : thingsOf(packet, page.schoolId)).map((thing) => [thing.objectId, thing] as const),
  );
  const own = open.flatMap((act): VisitPartAnswer[] => {
    const result = RESULTS[act.action];
    const thing = known.get(act.object.id);
    if (result === undefined || thing === undefined || act.saidAt < page.begunAt) return [];
    return [{ ...thing, deed: null, result, minutes: null, at: act.saidAt, devices: [] }];
  });
  const ids = new Set(own.map(({ objectId }) => objectId));
  const parts = [...page.parts.filter(({ objectId }) => !ids.has(objectId)), ...own];
  return {
    ...{ ...page, parts, toDo: page.toDo.filter(({ objectId }) => !ids.has(objectId)) },
    possible: page.mine ? possibleWith(parts) : page.possible,
  };
}

/** Keys of what waits of the school's tickets and orders: the end of a visit arrives after them. */
export function keysBefore(
  packet: RoundPacket | null,
  schoolId: string,
  waiting: readonly Waiting[],
): readonly string[] {
  // Without the packet nobody knows what is of this school: the end comes after everything.
  const ids = packet === null ? null : new Set(thingsOf(packet, schoolId).map(({ objectId }) => objectId));
  const isBefore = (id: string) => ids === null || ids.has(id);
  return waiting.filter(({ object, refusal }) => refusal === null && isBefore(object.id)).map(({ key }) => key);
}

/** It is closed where something was done, and else abandoned: as the rules say it of the same facts. */
const possibleWith = (parts: readonly unknown[]): VisitAction[] => (parts.length > 0 ? ['close'] : ['abandon']);
const isMove = (action: string): action is VisitAction => VISITS.actions.some((one) => one === action);

type Thing = Pick<VisitTaskAnswer, 'kind' | 'objectId' | 'number' | 'about' | 'place' | 'mine'>;

const HERS = TICKETS_IN_HAND.filter((state) => !TICKETS_WAITING.includes(state));
const FREE = TICKETS.statesFrom('take');

function tasksOf(packet: RoundPacket, schoolId: string): VisitTaskAnswer[] {
  const left = new Set([
    ...packet.tickets
      .filter(({ state, mine }) => FREE.includes(state) || (mine && HERS.includes(state)))
      .map(({ id }) => id),
    ...packet.orders.filter(({ state }) => ORDERS_TO_DO.includes(state)).map(({ id }) => id),
  ]);
  return thingsOf(packet, schoolId).filter(({ objectId }) => left.has(objectId));
}

function thingsOf(packet: RoundPacket, schoolId: string): Thing[] {
  const at = (one: { readonly schoolId: string }) => one.schoolId === schoolId;
  const kind = (name: VisitPartKind) => name;
  return [
    ...packet.tickets.filter(at).map(({ id, number, symptom, roomName, equipmentTag, mine }) => ({
      ...{ kind: kind('ticket'), objectId: id, number, about: SYMPTOMS[symptom].word },
      ...{ place: roomName ?? equipmentTag, mine },
    })),
    ...packet.orders.filter(at).map(({ id, number, title }) => ({
      ...{ kind: kind('order'), objectId: id, number, about: title, place: null, mine: true },
    })),
  ];
}
