import type { LoanBorrowed, TicketAlikeOne, TicketPhotoRequest, TicketReportRequest } from '@parc/api-client';
import { day, type IconName } from '@parc/ui';
import type { Impact, Symptom, TicketService, TicketSubject, Urgency } from '@parc/domain';
import type { ReportSubject } from '../../tickets/report-subject';

/** What is being said of a breakdown, before it is sent. */
export interface ReportDraft {
  /** Which thing of the school, where no device was chosen: a room's id, or one of `SPOTS`. */
  readonly spot: string | null;
  readonly symptom: Symptom | null;
  readonly impact: Impact | null;
  readonly urgency: Urgency | null;
  readonly description: string;
}

export const NOTHING_SAID: ReportDraft = { spot: null, symptom: null, impact: null, urgency: null, description: '' };

/** What is reported without a room or a device. */
export const SPOTS: readonly { value: string; label: string; icon: IconName }[] = [
  { value: 'internet', label: 'Internet', icon: 'offline' },
  { value: 'workspace', label: 'L’espace numérique (ENT)', icon: 'laptop' },
  { value: 'school', label: 'Toute l’école', icon: 'building' },
];

/** What the school has on loan is chosen like a room; a device of it is what breaks. */
const LENT = 'pret:';
export const lentSpot = (loanId: string): string => `${LENT}${loanId}`;
export const isLentSpot = (spot: string | null): boolean => spot?.startsWith(LENT) ?? false;

/** A device as a report shows it. */
export interface ReportedDevice {
  readonly id: string;
  readonly modelName: string;
  readonly tag: string;
  readonly picture: string;
  /** The room, or the loan. */
  readonly where: string | null;
  readonly schoolName: string | null;
}

/** One of those that the school has on loan; null: it stands somewhere. */
export function borrowedDevice(
  id: string,
  lent: readonly LoanBorrowed[],
  schoolName: string | null,
): ReportedDevice | null {
  for (const { kitName, toDay, devices } of lent) {
    const device = devices.find(({ equipmentId }) => equipmentId === id);
    if (device) return { ...device, id, where: `${kitName}, en prêt jusqu’au ${day(toDay)}`, schoolName };
  }
  return null;
}

/** Of what it is; null while nothing is chosen. */
export function subjectOf(
  device: Pick<ReportedDevice, 'id'> | null,
  { spot }: ReportDraft,
  schoolId: string | null,
): ReportSubject | null {
  if (device !== null) return { subject: 'device', equipmentId: device.id };
  if (spot === null || schoolId === null || isLentSpot(spot)) return null;
  if (spot === 'school') return { subject: 'school', schoolId };
  if (spot === 'internet' || spot === 'workspace')
    return { subject: 'service', schoolId, service: spot satisfies TicketService };
  return { subject: 'room', schoolId, roomId: spot };
}

/** How many it hinders is not asked where the thing says so: three questions are enough. */
const HINDERED: Readonly<Record<TicketSubject, Impact | null>> = {
  device: null,
  room: 'class',
  school: 'school',
  service: 'school',
};
export const impliedImpact = (subject: ReportSubject): Impact | null => HINDERED[subject.subject];

/** What a line that is down may show itself as, on a device or in a room. */
const WITHOUT_NETWORK: readonly Symptom[] = ['no-network', 'other'];

/** Whether what is known already may be what is being said: a dead tablet is not the Internet that drops. */
export function mayBeSame(
  { subject, service }: ReportSubject,
  symptom: Symptom,
  other: Pick<TicketAlikeOne, 'sameDevice' | 'subject' | 'service' | 'symptom'>,
): boolean {
  if (other.sameDevice || other.symptom === symptom || other.subject === 'school') return true;
  if (other.subject !== 'service') return subject === 'room';
  if (subject === 'service') return other.service === service;
  return other.service === 'internet' && WITHOUT_NETWORK.includes(symptom);
}

/** The request, once all is said. */
export function reportOf(
  subject: ReportSubject | null,
  draft: ReportDraft,
  photos: readonly TicketPhotoRequest[] = [],
): TicketReportRequest | null {
  if (subject === null) return null;
  const { symptom, urgency, description } = draft;
  const impact = impliedImpact(subject) ?? draft.impact;
  if (symptom === null || impact === null || urgency === null) return null;
  const said = { ...subject, symptom, impact, urgency, description: description.trim() || null };
  return photos.length > 0 ? { ...said, photos: [...photos] } : said;
}
