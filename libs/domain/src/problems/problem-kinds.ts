import { type Kind, kindRows, kindsOf } from '../kinds/kinds.js';
import type { Impact, Symptom, TicketService, TicketSubject } from '../maintenance/index.js';

interface AboutRow {
  readonly word: string;
  /** What it breaks can be told before a report is sent: by the service or the model. */
  readonly announced: boolean;
}

/** What one cause breaks. */
export const PROBLEM_ABOUTS = kindRows<AboutRow>()({
  service: { word: 'Un service', announced: true },
  model: { word: 'Un modèle', announced: true },
  other: { word: 'Autre chose', announced: false },
});
export type ProblemAbout = Kind<typeof PROBLEM_ABOUTS>;
export const PROBLEM_ABOUT_NAMES = kindsOf(PROBLEM_ABOUTS);
/** What schools can be told of before they report. */
export const PROBLEMS_ANNOUNCED = PROBLEM_ABOUT_NAMES.filter((name) => PROBLEM_ABOUTS[name].announced);

/** How many it hinders, where a school only says that it has it too. */
const HINDERED: Readonly<Record<TicketSubject, Impact>> = {
  device: 'class',
  room: 'class',
  school: 'school',
  service: 'school',
};
export const impactOf = (subject: TicketSubject): Impact => HINDERED[subject];

/** What a line that is down may show itself as, on a device or in a room. */
const WITHOUT_NETWORK: readonly Symptom[] = ['no-network', 'intermittent', 'outage'];

interface Cause {
  readonly about: ProblemAbout;
  readonly service: TicketService | null;
  readonly symptom: Symptom | null;
}

/**
 * Whether a known cause may explain what is being reported: its own symptom, or any where it names none; the Internet that is
 * down shows itself on devices and in rooms too.
 */
export function mayExplain(
  { about, service, symptom }: Cause,
  subject: TicketSubject,
  ofService: TicketService | null,
  said: Symptom | null,
): boolean {
  if (about === 'model') return subject === 'device' && (symptom === null || said === null || symptom === said);
  if (about !== 'service') return false;
  if (subject === 'service') return ofService === service;
  return service === 'internet' && (subject === 'school' || (said !== null && WITHOUT_NETWORK.includes(said)));
}
