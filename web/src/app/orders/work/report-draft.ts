import type { OrderLineAnswer, OrderPage, ReportRequest } from '@parc/api-client';
import { lineAmounts, minutesOfTime, type PricedLine, sumAmounts } from '@parc/domain';
import { NO_BREAK_SPACE, time } from '@parc/ui';
import { grouped } from '../../shell/grouped';
import { type DeviceDraft, deviceGaps, formerDevices, type NamedLine, reportedDevices } from './report-devices';

/** Why less was done than approved; `other` is written out. */
export const WHY_LESS = {
  commune: 'Attend la commune',
  school: 'Attend l’école',
  impossible: 'Impossible ici',
  other: 'Autre raison',
} as const;
export type WhyLess = keyof typeof WHY_LESS;

export interface LineDraft {
  readonly quantity: number;
  readonly why: WhyLess | null;
  /** Written when `why` is `other`. */
  readonly whyText: string;
  /** What was put in place, moved or served. */
  readonly devices: readonly DeviceDraft[];
  /** What no record stands for, in words. */
  readonly equipment: string;
}

/** What changes of a line; told by the line as it is then, where another answer may have changed it meanwhile. */
export type LineChange = Partial<LineDraft> | ((line: LineDraft) => Partial<LineDraft>);

/** Something done beyond the order, from the catalogue of the same performer. */
export interface ExtraDraft extends PricedLine {
  readonly itemId: string;
  readonly itemName: string;
  readonly itemKind: OrderLineAnswer['itemKind'];
  readonly roomId: string | null;
  readonly devices: readonly DeviceDraft[];
}

/** A report while it is written: plain values, so that it can be kept as text. */
export interface ReportDraft {
  readonly lines: Readonly<Record<string, LineDraft>>;
  readonly extraLines: readonly ExtraDraft[];
  /** `HH:MM`, or empty. */
  readonly arrival: string;
  readonly departure: string;
  readonly costReason: string;
  readonly remarks: string;
}

export interface ReportCost {
  readonly rows: readonly { readonly label: string; readonly amountCents: number }[];
  readonly totalCents: number;
  readonly committedCents: number;
  /** Cents that no commitment holds yet; zero when the cost fits. */
  readonly aboveCents: number;
}

/** What keeps a report from leaving, with the field where it is mended. */
export interface ReportGap {
  readonly controlId: string;
  readonly message: string;
}

/** Lines that were approved: those refused are reported as zero without a question. */
export function approvedLines(page: OrderPage): readonly OrderLineAnswer[] {
  return page.lines.filter((line) => !line.extra && approvedOf(line) > 0);
}

/** Lines under the name of their room, rooms in the order of the lines. */
export function byRoom(
  lines: readonly OrderLineAnswer[],
): readonly { room: string; lines: readonly OrderLineAnswer[] }[] {
  return [...grouped(lines, (line) => line.roomName ?? 'Sans salle précisée')].map(([room, there]) => ({
    room,
    lines: there,
  }));
}

/**
 * A first draft: everything done as approved, or what the former report said when the school disputed it.
 * @param arrival `HH:MM`, when the work was started
 */
export function startReport(page: OrderPage, arrival: string): ReportDraft {
  return {
    lines: Object.fromEntries(approvedLines(page).map((line) => [line.id, startLine(line)])),
    extraLines: page.lines.filter((line) => line.extra).map(startExtra),
    arrival,
    departure: '',
    costReason: '',
    remarks: '',
  };
}

/** A kept draft on the order as it is now: lines it does not know come fresh. */
export function resumeReport(page: OrderPage, kept: ReportDraft): ReportDraft {
  const fresh = startReport(page, '').lines;
  // A draft that was kept before devices were named by themselves has none.
  const lines = Object.entries(kept.lines).map(
    ([id, line]) => [id, { ...line, devices: (line as Partial<LineDraft>).devices ?? [] }] as const,
  );
  const extraLines = kept.extraLines.map((line: Partial<ExtraDraft>) => ({
    ...{ itemKind: 'service', devices: [] },
    ...line,
  })) as ExtraDraft[];
  return { ...kept, extraLines, lines: { ...fresh, ...Object.fromEntries(lines) } };
}

/** The real cost against what is committed; null for a reader without money. Amounts in integer cents. */
export function reportCost(page: OrderPage, draft: ReportDraft): ReportCost | null {
  const done = approvedLines(page).map((line) => ({ line, quantity: draft.lines[line.id]?.quantity ?? 0 }));
  if (page.heldCents === null || done.some(({ line }) => line.unitNetCents === null)) return null;
  const priced = done.map(({ line, quantity }) => ({
    itemId: line.itemId,
    name: line.itemName,
    approved: approvedOf(line),
    quantity,
    unitNetCents: line.unitNetCents!,
    vatBasisPoints: line.vatBasisPoints!,
  }));
  const rows = [...grouped(priced, (line) => line.itemId).values()].map((lines) => {
    const quantity = sum(lines.map((line) => line.quantity));
    const approved = sum(lines.map((line) => line.approved));
    const count = quantity === approved ? `${quantity} × ` : `${quantity} sur ${approved} × `;
    return { label: count + lines[0]!.name, amountCents: sumAmounts(lines).totalCents };
  });
  const extra = draft.extraLines.map((line) => ({
    label: `${line.quantity} × ${line.itemName}, en plus`,
    amountCents: lineAmounts(line).totalCents,
  }));
  const totalCents = sumAmounts([...priced, ...draft.extraLines]).totalCents;
  const aboveCents = Math.max(0, totalCents - page.heldCents);
  return { rows: [...rows, ...extra], totalCents, committedCents: page.heldCents, aboveCents };
}

/** Minutes on site; null while an hour is missing or the end does not come after the beginning. */
export function minutesOnSite({ arrival, departure }: ReportDraft): number | null {
  if (arrival === '' || departure === '' || departure <= arrival) return null;
  return minutesOfTime(departure) - minutesOfTime(arrival);
}

export function reportGaps(page: OrderPage, draft: ReportDraft): readonly ReportGap[] {
  const gaps: ReportGap[] = [];
  for (const line of approvedLines(page)) {
    const written = draft.lines[line.id];
    if (written === undefined) continue;
    gaps.push(...deviceGaps(line, written));
    if (written.quantity >= approvedOf(line)) continue;
    const where = line.roomName === null ? line.itemName : `${line.itemName}, ${line.roomName}`;
    if (written.why === null)
      gaps.push({ controlId: whyId(line.id), message: `Dites pourquoi il y en a moins que prévu : ${where}.` });
    else if (written.why === 'other' && written.whyText.trim() === '')
      gaps.push({ controlId: whyTextId(line.id), message: `Écrivez la raison : ${where}.` });
  }
  for (const [place, line] of draft.extraLines.entries()) gaps.push(...deviceGaps(addedLine(line, place), line));
  if (draft.departure !== '' && draft.arrival !== '' && draft.departure < draft.arrival)
    gaps.push({ controlId: DEPARTURE_ID, message: 'Le départ vient après l’arrivée.' });
  if ((reportCost(page, draft)?.aboveCents ?? 0) > 0 && draft.costReason.trim() === '')
    gaps.push({ controlId: COST_REASON_ID, message: 'Dites pourquoi le coût dépasse l’engagement.' });
  return gaps;
}

export const DEPARTURE_ID = 'depart';
export const COST_REASON_ID = 'pourquoi-ce-cout';
export const whyId = (lineId: string): string => `pourquoi-${lineId}`;
export const whyTextId = (lineId: string): string => `raison-${lineId}`;

/** What is sent. Hours on site and the reason of the cost open the note, which both sides read in the thread. */
export function reportRequest(page: OrderPage, draft: ReportDraft, seenCents: number): ReportRequest {
  return {
    lines: page.lines.filter((line) => !line.extra).map((line) => reportedLine(line, draft)),
    extraLines: draft.extraLines.map(({ itemId, quantity, roomId }) => ({ itemId, quantity, roomId })),
    devices: [
      ...approvedLines(page).flatMap(({ id }) => devicesOf(id, draft.lines[id])),
      ...draft.extraLines.flatMap(({ devices }, extraLine) => reportedDevices({ extraLine }, devices)),
    ],
    note: noteOf(draft, (reportCost(page, draft)?.aboveCents ?? 0) > 0),
    seenCents,
  };
}

/** "2 × Pose d’un vidéoprojecteur, Salle 2", done of approved: what the school is asked to agree to. */
export function doneSentences(page: OrderPage, draft: ReportDraft): readonly { text: string; short: boolean }[] {
  const ordered = approvedLines(page).map((line) => {
    const done = draft.lines[line.id]?.quantity ?? 0;
    const short = done < approvedOf(line);
    const place = line.roomName === null ? '' : `, ${roomWords(line.roomName)}`;
    const why = short ? ` : ${whyWords(draft.lines[line.id]) || 'raison à dire'}` : '';
    return { text: `${short ? `${done} sur ${approvedOf(line)}` : done} × ${line.itemName}${place}${why}`, short };
  });
  const extra = draft.extraLines.map((line) => ({
    text: `${line.quantity} × ${line.itemName}, en plus`,
    short: false,
  }));
  return [...ordered, ...extra];
}

/** A line that is added, told as one of the order where devices are named; its room is each device's own. */
export const addedLine = ({ itemId, itemName, itemKind, roomId }: ExtraDraft, place: number): NamedLine => ({
  ...{ id: `en-plus-${place}`, itemId, itemName, itemKind, roomId, roomName: null },
});

export function approvedOf(line: OrderLineAnswer): number {
  return line.quantityApproved ?? line.quantityAsked;
}

/** "salle 2" inside a sentence, its number never alone on the next line. */
function roomWords(name: string): string {
  return (name.charAt(0).toLowerCase() + name.slice(1)).replaceAll(' ', NO_BREAK_SPACE);
}

function startLine(line: OrderLineAnswer): LineDraft {
  const known = (Object.keys(WHY_LESS) as WhyLess[]).find((why) => WHY_LESS[why] === line.lessReason);
  const why = line.lessReason ? (known ?? 'other') : null;
  return {
    quantity: line.quantityDone ?? approvedOf(line),
    why,
    whyText: why === 'other' ? (line.lessReason ?? '') : '',
    devices: formerDevices(line),
    equipment: line.equipment ?? '',
  };
}

function startExtra(line: OrderLineAnswer): ExtraDraft {
  const { itemId, itemName, itemKind, roomId } = line;
  return {
    ...{ itemId, itemName, itemKind, roomId },
    devices: formerDevices(line),
    quantity: line.quantityDone ?? 1,
    unitNetCents: line.unitNetCents ?? 0,
    vatBasisPoints: line.vatBasisPoints ?? 0,
  };
}

function reportedLine(line: OrderLineAnswer, draft: ReportDraft): ReportRequest['lines'][number] {
  const written = draft.lines[line.id];
  if (written === undefined) return { lineId: line.id, quantity: 0 };
  const short = written.quantity < approvedOf(line);
  const equipment = written.equipment.trim();
  return {
    lineId: line.id,
    quantity: written.quantity,
    ...(short ? { lessReason: whyWords(written) } : {}),
    ...(equipment === '' ? {} : { equipment }),
  };
}

/** Of a line of which nothing was done, nothing was put in place. */
function devicesOf(lineId: string, line: LineDraft | undefined) {
  return line === undefined || line.quantity === 0 ? [] : reportedDevices({ lineId }, line.devices);
}

function whyWords(line: LineDraft | undefined): string {
  if (line?.why == null) return '';
  return line.why === 'other' ? line.whyText.trim() : WHY_LESS[line.why];
}

function noteOf(draft: ReportDraft, above: boolean): string {
  const minutes = minutesOnSite(draft);
  return [
    minutes === null ? '' : `Sur place de ${time(draft.arrival)} à ${time(draft.departure)}.`,
    above ? `Coût : ${draft.costReason.trim()}` : '',
    draft.remarks.trim(),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
