import type { RoundPacket, RoundTicket, RoundTicketSaid, SchoolPage, TicketPage } from '@parc/api-client';
import {
  EQUIPMENT,
  ORDERS_DONE,
  ORDERS_OPEN,
  ORDERS_TO_JUDGE,
  type DeviceOutcome,
  type EquipmentState,
  type TicketAction,
} from '@parc/domain';
import { shortLeft, ticketPlace, ticketTitle } from '../../tickets/ticket-words';
import type { ObjectSeen } from '../../offline/queue/rebase';
import { ticketSeen } from '../../offline/packet/ticket-seen';
import { TicketTimes, type TimeLeft } from '../round-tickets';

type Bar = NonNullable<RoundPacket['schools'][number]['maintenance']>;

/** A ticket as the page that closes it shows it, read from the server or kept on the phone. */
export interface TicketToClose {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly possible: readonly TicketAction[];
  readonly title: string;
  readonly place: string;
  readonly description: string | null;
  readonly device: { readonly name: string; readonly tag: string; readonly state: EquipmentState | null } | null;
  readonly roomName: string | null;
  readonly arrivedAt: string | null;
  readonly left: TimeLeft | null;
  /** "Arrêtée 3 h : en attente de l’école" */
  readonly held: string | null;
  readonly maintenance: Bar | null;
  /** The order that its quote has become; null: there is none. */
  readonly order: QuotedOrder | null;
  /** The last that was said of it, the last first. */
  readonly said: readonly RoundTicketSaid[];
  /** As it stood when it was read, for who is told of a conflict. */
  readonly seen: ObjectSeen;
  /** When these figures were read. */
  readonly readAt: string;
}

/** What an order of the repair says of its cost. */
export interface QuotedOrder {
  /** "C-2026-00188"; before the school has sent it, "du devis". */
  readonly name: string;
  /** Its work is done: it may bear the cost. */
  readonly done: boolean;
  /** It pays for the repair: nothing is charged to the ticket meanwhile. */
  readonly pays: boolean;
}

type Common = TicketPage | RoundTicket;

/** As the server tells it now. */
export function fromServer(page: TicketPage, school: Pick<SchoolPage, 'budgets'> | null, now: Date): TicketToClose {
  const { clock } = page;
  return {
    ...common(page),
    left: clock === null ? null : { words: shortLeft(clock), near: clock.late || clock.percent >= 75 },
    held: null,
    maintenance: school?.budgets.find(({ kind }) => kind === 'maintenance') ?? null,
    said: saidOf(page),
    readAt: now.toISOString(),
  };
}

/** As it was taken along. */
export function fromPacket(ticket: RoundTicket, packet: RoundPacket, now: Date): TicketToClose {
  return {
    ...common(ticket),
    left: new TicketTimes(packet.calendar, packet.schools).left(ticket, now),
    held: ticket.held,
    maintenance: packet.schools.find(({ id }) => id === ticket.schoolId)?.maintenance ?? null,
    said: ticket.said,
    readAt: packet.serverTime,
  };
}

function common(ticket: Common) {
  const { id, number, version, possible, description, equipmentTag, modelName, equipmentState, roomName } = ticket;
  return {
    ...{ id, number, version, possible, description, roomName, arrivedAt: ticket.arrivedAt },
    seen: ticketSeen(ticket),
    order: quotedOrder(ticket),
    title: ticketTitle(ticket),
    place: ticketPlace(ticket),
    device:
      equipmentTag === null ? null : { name: modelName ?? 'Un appareil', tag: equipmentTag, state: equipmentState },
  };
}

function quotedOrder({ order }: Common): QuotedOrder | null {
  if (order === null) return null;
  return {
    name: order.number ?? 'du devis',
    done: [...ORDERS_TO_JUDGE, ...ORDERS_DONE].includes(order.state),
    pays: ORDERS_OPEN.includes(order.state),
  };
}

/** As many as a phone takes along. */
const SHOWN_SAID = 5;

function saidOf({ comments, notes }: TicketPage): readonly RoundTicketSaid[] {
  const all = [
    ...comments.map(({ at, name, text }) => ({ at, name: name ?? '', text, internal: false })),
    ...notes.map(({ at, name, text }) => ({ at, name: name ?? '', text, internal: true })),
  ];
  return all.sort((one, other) => (one.at < other.at ? 1 : -1)).slice(0, SHOWN_SAID);
}

/** Nobody has it: closing it takes it as well. */
export const isTakenByClosing = ({ possible }: Pick<TicketToClose, 'possible'>): boolean => possible.includes('take');

/** It can be closed from here. */
export const isClosable = ({ possible }: Pick<TicketToClose, 'possible'>): boolean =>
  possible.includes('resolve') || possible.includes('take');

/** What may become of its device, as its own table lets it. */
export function outcomesOf({ device }: Pick<TicketToClose, 'device'>): readonly DeviceOutcome[] {
  if (device === null) return ['stays'];
  const away = device.state !== null && EQUIPMENT.statesFrom('bring-back').includes(device.state);
  return away ? ['returns', 'stays'] : ['stays', 'leaves'];
}
