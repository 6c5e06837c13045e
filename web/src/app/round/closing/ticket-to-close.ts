import type { RoundPacket, RoundTicket, SchoolPage, TicketPage } from '@parc/api-client';
import {
  EQUIPMENT,
  ORDERS_DONE,
  ORDERS_TO_JUDGE,
  type DeviceOutcome,
  type EquipmentState,
  type TicketAction,
} from '@parc/domain';
import { shortLeft, ticketPlace, ticketTitle } from '../../maintenance/ticket-words';
import type { ObjectSeen } from '../../offline/queue/rebase';
import { ticketSeen } from './ticket-seen';
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
  /** Number of the order that has repaired it, and bears the cost; null: there is none, or nobody knows here. */
  readonly order: string | null;
  /** As it stood when it was read, for who is told of a conflict. */
  readonly seen: ObjectSeen;
  /** When these figures were read. */
  readonly readAt: string;
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
    order: carriedOut(page),
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
    order: null,
    readAt: packet.serverTime,
  };
}

function common(ticket: Common) {
  const { id, number, version, possible, description, equipmentTag, modelName, equipmentState, roomName } = ticket;
  return {
    ...{ id, number, version, possible, description, roomName, arrivedAt: ticket.arrivedAt },
    seen: ticketSeen(ticket),
    title: ticketTitle(ticket),
    place: ticketPlace(ticket),
    device:
      equipmentTag === null ? null : { name: modelName ?? 'Un appareil', tag: equipmentTag, state: equipmentState },
  };
}

function carriedOut({ order }: TicketPage): string | null {
  return order !== null && [...ORDERS_TO_JUDGE, ...ORDERS_DONE].includes(order.state) ? order.number : null;
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
