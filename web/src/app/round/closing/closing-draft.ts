import type { TicketPhotoRequest, TicketResolutionRequest } from '@parc/api-client';
import { type DeviceOutcome, REPAIR_NAMES, type TicketCause, type TicketRepair } from '@parc/domain';
import { money, parseMoney } from '@parc/ui';

/** A part that was put in, as it was typed. */
export interface DraftPart {
  readonly name: string;
  /** "64,90" */
  readonly price: string;
}

/** What is written of a repair before it is sent. */
export interface ClosingDraft {
  readonly cause: TicketCause | null;
  readonly repair: TicketRepair | null;
  readonly note: string;
  /** Null: as long as one has been there. */
  readonly minutes: number | null;
  readonly parts: readonly DraftPart[];
  readonly device: DeviceOutcome | null;
  /** Where an order has repaired it: that order bears the cost. */
  readonly byOrder: boolean;
}

/** What the page works out for it. */
export interface ClosingFigures {
  readonly minutes: number;
  readonly device: DeviceOutcome;
  /** An order bears the cost: the ticket costs nothing besides. */
  readonly byOrder: boolean;
}

export const NOTHING_WRITTEN: ClosingDraft = {
  ...{ cause: null, repair: null, note: '', minutes: null, parts: [], device: null, byOrder: true },
};

const STEP_MINUTES = 5;
/** What is proposed where nobody said when one came. */
const USUAL_MINUTES = 30;
const MOST_MINUTES = 480;
const MOST_PARTS_CHARACTERS = 300;

/** Minutes since the arrival, by steps of five; an arrival of another day says nothing of today's work. */
export function minutesSince(arrivedAt: string | null, now: Date): number {
  if (!isUnderWay(arrivedAt, now)) return USUAL_MINUTES;
  return Math.max(STEP_MINUTES, Math.round(minutesPassed(arrivedAt!, now) / STEP_MINUTES) * STEP_MINUTES);
}

/** Whether one came so lately that the minutes since then are those of the work. */
export const isUnderWay = (arrivedAt: string | null, now: Date): boolean =>
  arrivedAt !== null && minutesPassed(arrivedAt, now) <= MOST_MINUTES;

const minutesPassed = (since: string, now: Date): number => (now.getTime() - Date.parse(since)) / 60_000;

/** What the parts cost together; what is no amount costs nothing yet. */
export function partsCents(parts: readonly DraftPart[]): number {
  return parts.reduce((sum, { price }) => sum + Math.max(0, parseMoney(price) ?? 0), 0);
}

/** What is missing before it can be sent; empty when nothing is. */
export function missingIn({ cause, repair, parts }: ClosingDraft): string {
  if (cause === null) return 'Dites ce qui n’allait pas.';
  if (repair === null) return 'Dites ce qui a été fait.';
  if (parts.some(({ price }) => (parseMoney(price) ?? -1) < 0)) return 'Écrivez le prix d’une pièce comme 64,90.';
  return partsWords(parts).length > MOST_PARTS_CHARACTERS
    ? 'La liste des pièces est trop longue : abrégez les noms.'
    : '';
}

/** As the API is asked for it; null while something is missing. */
export function resolutionOf(
  draft: ClosingDraft,
  { minutes, device, byOrder }: ClosingFigures,
  photos: readonly TicketPhotoRequest[],
): TicketResolutionRequest | null {
  const { cause, repair, note } = draft;
  const parts = byOrder ? [] : draft.parts;
  if (cause === null || repair === null || missingIn(draft) !== '') return null;
  return {
    ...{ cause, repair, minutes, device, note: note.trim() || null },
    parts: partsWords(parts) || null,
    priceCents: partsCents(parts),
    ...(byOrder ? { byOrder } : {}),
    ...(photos.length > 0 ? { photos: [...photos] } : {}),
  };
}

/** "Batterie 14″ (64,90 €), câble (8,00 €)"; the price is said where there are several. */
function partsWords(parts: readonly DraftPart[]): string {
  const named = parts.filter(({ name }) => name.trim() !== '');
  const [first] = named;
  if (first !== undefined && named.length === 1) return first.name.trim();
  return named.map(({ name, price }) => `${name.trim()} (${money(parseMoney(price) ?? 0)})`).join(', ');
}

/** A kept draft of a shape that this page still knows. */
export function isClosingDraft(kept: unknown): boolean {
  if (typeof kept !== 'object' || kept === null) return false;
  const has = Object.keys(NOTHING_WRITTEN).every((name) => name in kept);
  return has && (!('repair' in kept) || kept.repair === null || REPAIR_NAMES.some((name) => name === kept.repair));
}
