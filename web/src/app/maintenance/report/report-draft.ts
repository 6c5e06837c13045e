import type { EquipmentPage, TicketAlikeOne, TicketReportRequest } from '@parc/api-client';
import type { IconName } from '@parc/ui';
import type { Impact, Symptom, TicketService, TicketSubject, Urgency } from '@parc/domain';

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

export type ReportSubject = Pick<TicketReportRequest, 'subject' | 'equipmentId' | 'roomId' | 'schoolId' | 'service'>;

/** Of what it is; null while nothing is chosen. */
export function subjectOf(
  device: Pick<EquipmentPage, 'id'> | null,
  { spot }: ReportDraft,
  schoolId: string | null,
): ReportSubject | null {
  if (device !== null) return { subject: 'device', equipmentId: device.id };
  if (spot === null || schoolId === null) return null;
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
export function reportOf(subject: ReportSubject | null, draft: ReportDraft): TicketReportRequest | null {
  if (subject === null) return null;
  const { symptom, urgency, description } = draft;
  const impact = impliedImpact(subject) ?? draft.impact;
  if (symptom === null || impact === null || urgency === null) return null;
  return { ...subject, symptom, impact, urgency, description: description.trim() || null };
}
