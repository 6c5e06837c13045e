import {
  decimals,
  euros,
  frenchDay,
  lineAmounts,
  ORDER_DEEDS,
  ORDER_STATES,
  ORDERS_GIVEN,
  ORDERS_PAST_WORK,
  parisDateOf,
  parisDateTimeOf,
  type OrderState,
} from '@parc/domain';
import type { PrintedDocument } from '../platform/files/pdf.js';
import type { OrderDeviceAnswer, OrderLineAnswer } from './order-line.answers.js';
import type { OrderPage } from './order-page.answers.js';

type Quantity = 'quantityAsked' | 'quantityApproved' | 'quantityDone';

/** The order form: what was ordered for which room, at what price, and who commits public money. */
export function orderForm(page: OrderPage): PrintedDocument {
  const quantity = page.approvedCents === null ? 'quantityAsked' : 'quantityApproved';
  const state = page.state as OrderState;
  return {
    template: 'orders/order-form.typ',
    title: `${page.performer === 'contract' ? 'Bon de commande' : 'Fiche d’intervention'} ${page.number}`,
    // It tells the state the order is in.
    at: new Date(page.stateSince),
    data: {
      ...heading(page),
      ...priced(
        page.lines.filter((line) => !line.extra),
        quantity,
      ),
      state: ORDER_STATES[state].word,
      planned: page.plannedFrom ? slot(page.plannedFrom, page.plannedTo) : null,
      toPlan: !ORDERS_PAST_WORK.includes(state),
      submitted: day(page.submittedAt),
      committed: ORDERS_GIVEN.includes(state) ? day(page.decidedAt) : null,
      committedBy: whoDid(page, 'approve'),
    },
  };
}

/** The certificate of *service fait*: what was done, what it cost, who certified. */
export function certificate(page: OrderPage): PrintedDocument {
  const { lines, totals, totalCents } = priced(page.lines, 'quantityDone');
  const devices = page.lines.flatMap((line) => line.devices.map(deviceRow));
  const roundingCents = page.certifiedCents === null || totalCents === null ? 0 : page.certifiedCents - totalCents;
  return {
    template: 'orders/certificate.typ',
    title: `Certificat de service fait ${page.number}`,
    at: new Date(page.certifiedAt ?? page.stateSince),
    data: {
      ...heading(page),
      lines,
      totals,
      devices,
      reported: day(page.reportedAt),
      confirmed: day(page.confirmedAt),
      confirmedBy: confirmer(page),
      certified: day(page.certifiedAt),
      certifiedBy: whoDid(page, 'certify') ?? 'Saint-Étienne Métropole',
      rounding: roundingCents === 0 ? null : euros(roundingCents),
      amount: page.certifiedCents === null ? null : euros(page.certifiedCents),
      invoice: page.invoiceNumber,
    },
  };
}

function heading(page: OrderPage) {
  return {
    subject: page.title,
    school: {
      name: page.school.name,
      uai: page.school.uai,
      address: page.school.address ?? page.school.communeName,
    },
    performer: page.performerName ?? (page.performer === 'metropole' ? 'Saint-Étienne Métropole' : null),
    purchaseOrder: page.purchaseOrderNumber,
  };
}

/** Lines with their amounts and what they sum up to, by VAT rate; no figure at all where the reader reads no money. */
function priced(lines: OrderLineAnswer[], quantity: Quantity) {
  const known = lines.map((line) => ({ line, amounts: amountsOf(line, quantity) }));
  const sums = known.some(({ amounts }) => amounts === null) ? null : totalsOf(known.map(({ amounts }) => amounts!));
  return {
    lines: known.map(({ line, amounts }) => ({
      name: line.itemName,
      room: line.roomName ?? '',
      quantity: String(line[quantity] ?? 0),
      unitNet: amounts ? decimals(amounts.unitNetCents) : '',
      vatRate: amounts ? rate(amounts.vatBasisPoints) : '',
      total: amounts ? decimals(amounts.totalCents) : '',
    })),
    totals: sums && {
      net: euros(sums.netCents),
      vat: sums.byRate.map(({ vatBasisPoints, netCents, vatCents }) => ({
        rate: rate(vatBasisPoints),
        net: euros(netCents),
        amount: euros(vatCents),
      })),
      total: euros(sums.totalCents),
    },
    totalCents: sums && sums.totalCents,
  };
}

/** What was put in place, moved or served, as a person finds it: by its label and its number. */
function deviceRow({ tag, serial, modelName, deed }: OrderDeviceAnswer) {
  return { tag, serial: serial ?? 'sans', model: modelName, deed: ORDER_DEEDS[deed].word };
}

function amountsOf(line: OrderLineAnswer, quantity: Quantity) {
  const { unitNetCents, vatBasisPoints } = line;
  if (unitNetCents === null || vatBasisPoints === null) return null;
  const priced = { quantity: line[quantity] ?? 0, unitNetCents, vatBasisPoints };
  return { ...priced, ...lineAmounts(priced) };
}

type LineSums = NonNullable<ReturnType<typeof amountsOf>>;

function totalsOf(lines: LineSums[]) {
  const sum = (of: LineSums[], amount: 'netCents' | 'vatCents' | 'totalCents') =>
    of.reduce((total, line) => total + line[amount], 0);
  const rates = [...new Set(lines.map((line) => line.vatBasisPoints))].sort((one, other) => one - other);
  return {
    netCents: sum(lines, 'netCents'),
    totalCents: sum(lines, 'totalCents'),
    byRate: rates.map((vatBasisPoints) => {
      const alike = lines.filter((line) => line.vatBasisPoints === vatBasisPoints);
      return { vatBasisPoints, netCents: sum(alike, 'netCents'), vatCents: sum(alike, 'vatCents') };
    }),
  };
}

/** A certificate never says that the school saw what it did not: who confirmed, or null where the reader reads no thread. */
function confirmer(page: OrderPage): 'school' | 'metropole' | null {
  const last = page.thread.find(({ action }) => action === 'confirm' || action === 'confirm-by-default');
  if (!last) return null;
  return last.action === 'confirm' ? 'school' : 'metropole';
}

/** Who made the last such move, as far as the reader reads it. */
function whoDid(page: OrderPage, action: string): string | null {
  const move = page.thread.find((entry) => entry.action === action);
  if (!move) return null;
  return move.role === 'system' ? 'd’office' : (move.name ?? move.roleLabel);
}

function rate(basisPoints: number): string {
  return `${decimals(basisPoints)}\u202f%`;
}

function day(instant: string | null): string | null {
  return instant ? frenchDay(parisDateOf(new Date(instant)), 0) : null;
}

/** "mar. 8 déc. 2026, de 16 h 45 à 17 h 45" */
function slot(from: string, to: string | null): string {
  return `${day(from)}${to ? `, de ${time(from)} à ${time(to)}` : `, ${time(from)}`}`;
}

function time(instant: string): string {
  return parisDateTimeOf(new Date(instant)).time.replace(':', '\u00a0h\u00a0');
}
