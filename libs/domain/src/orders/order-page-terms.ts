import type { Terms } from '../reading/terms.js';
import type { OrderFields } from './order-fields.js';

type Group = keyof OrderFields;

/**
 * The page of an order: what each of its fields tells of; a `performerName` that is a person's is of the thread too. The printed
 * documents are made of it and tell nothing more.
 */
export const ORDER_PAGE_TERMS = {
  id: null,
  number: null,
  title: null,
  state: null,
  version: null,
  stateSince: null,
  school: null,
  place: 'place',
  performer: null,
  performerName: null,
  purchaseOrderNumber: 'money',
  note: 'thread',
  wishes: null,
  prerequisites: null,
  lines: null,
  changes: 'money',
  askedCents: 'money',
  approvedCents: 'money',
  heldCents: 'money',
  reportedCents: 'money',
  certifiedCents: 'money',
  submittedAt: null,
  decidedAt: null,
  assignedAccountId: 'thread',
  plannedFrom: null,
  plannedTo: null,
  reportedAt: null,
  reportNote: 'thread',
  confirmedAt: null,
  verificationDueOn: null,
  certifiedAt: null,
  invoiceNumber: 'money',
  cancellationAskedAt: null,
  thread: 'thread',
  files: 'thread',
  budget: 'budget',
  gate: 'budget',
  basket: null,
  ticketId: null,
  ticketNumber: null,
  possible: null,
} as const satisfies Terms<Group>;

/** One of its lines: reasons and what was put in place are words of the thread. */
export const ORDER_LINE_TERMS = {
  id: null,
  itemId: null,
  itemKind: null,
  itemName: null,
  unit: null,
  roomId: null,
  roomName: null,
  extra: null,
  quantityAsked: null,
  quantityApproved: null,
  quantityDone: null,
  unitNetCents: 'money',
  vatBasisPoints: 'money',
  unitTotalCents: 'money',
  decisionReason: 'thread',
  lessReason: 'thread',
  equipment: 'thread',
  devices: null,
  trainingModule: null,
  trainingWaits: null,
  trainingNextAt: null,
} as const satisfies Terms<Group>;
