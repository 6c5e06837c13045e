import { lineAmounts } from '@parc/domain';
import type { Envelope } from '../budgets.js';
import type { CatalogueItem } from '../catalogue.js';
import { VAT_BASIS_POINTS } from '../catalogue.js';
import type { DemonstrationContract } from '../contracts.js';
import type { PromisedPrerequisite } from '../order-row-types.js';
import type { RoomRow } from '../rows.js';
import type { Site } from '../sites.js';

export interface ComposedLine {
  item: CatalogueItem;
  room: RoomRow | null;
  /** Net price of one, in cents, as it stood on the day of the order. */
  unitNetCents: number;
  asked: number;
  approved: number | null;
  done: number | null;
  extra: boolean;
  decisionReason: string | null;
  lessReason: string | null;
  equipment: string | null;
}

/** An order as a school composed it, before anything happens to it. */
export interface ComposedOrder {
  id: string;
  basketId: string;
  /** Of a quote: the breakdown that it repairs. */
  ticketId?: string;
  site: Site;
  envelope: Envelope;
  /** Null when the metropole does it. */
  contract: DemonstrationContract | null;
  title: string;
  note: string;
  contact: string;
  wishes: { day: string; from: string; to: string }[];
  prerequisites: PromisedPrerequisite[];
  lines: ComposedLine[];
  createdBy: string;
  createdAt: string;
}

export type Quantity = 'asked' | 'approved' | 'done';

export function totalOf(lines: readonly ComposedLine[], quantity: Quantity): number {
  return sum(lines, quantity, 'totalCents');
}

export function netOf(lines: readonly ComposedLine[], quantity: Quantity): number {
  return sum(lines, quantity, 'netCents');
}

function sum(lines: readonly ComposedLine[], quantity: Quantity, amount: 'totalCents' | 'netCents'): number {
  return lines.reduce((cents, line) => {
    const priced = { quantity: line[quantity] ?? 0, unitNetCents: line.unitNetCents, vatBasisPoints: VAT_BASIS_POINTS };
    return cents + lineAmounts(priced)[amount];
  }, 0);
}

export function newLine(item: CatalogueItem, unitNetCents: number, asked: number, room: RoomRow | null): ComposedLine {
  return {
    item,
    room,
    unitNetCents,
    asked,
    approved: null,
    done: null,
    extra: false,
    decisionReason: null,
    lessReason: null,
    equipment: null,
  };
}
