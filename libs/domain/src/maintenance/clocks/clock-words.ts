import { parisDateTimeOf } from '../../calendar/paris-time.js';
import { french, frenchDay } from '../../words/french.js';
import type { Clock, ClockStop, TicketClocks } from './clocks.js';
import type { StopReason } from './spans.js';
import { WAITS } from './ticket-history.js';

/** "2 h", "4 h 30", "45 min": a name for a sum of working minutes, never in days. */
export function hoursOfMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`;
}

/**
 * What the clocks of a ticket say to whoever asks why: "Métropole : 2 h sur 8 h (25 %). Arrêtée 3 h : en attente de
 * l’école (accès à la salle). Échéance mar. 10 mars, 11 h. Classe : 5 h." The year is said when it is not this one.
 */
export function clockSentence(clocks: TicketClocks, currentYear: number): string {
  const { metropole } = clocks;
  if (metropole.course === 'void')
    return 'Sans objet : rien n’est compté pour une demande annulée ou réunie à une autre.';
  const sentences = [
    `Métropole : ${spentWords(metropole)}`,
    stoppedWords(clocks.stops),
    endWords(metropole, currentYear),
    `Classe : ${hoursOfMinutes(clocks.class.minutes)}`,
  ];
  return french(
    sentences
      .filter((sentence) => sentence !== null)
      .map((sentence) => `${sentence}.`)
      .join(' '),
  );
}

/** The same of the time until somebody takes the ticket: "Prise en charge : 1 h sur 4 h (25 %). Échéance …". */
export function takeUpSentence({ takeUp }: TicketClocks, currentYear: number): string {
  if (takeUp.course === 'void') return 'Prise en charge : sans objet.';
  const sentences = [`Prise en charge : ${spentWords(takeUp)}`, endWords(takeUp, currentYear)];
  return french(
    sentences
      .filter((sentence) => sentence !== null)
      .map((sentence) => `${sentence}.`)
      .join(' '),
  );
}

/** After a change of priority minutes are no longer minutes of the target: only their share is one sum. */
function spentWords({ minutes, targetMinutes, mixed, percent }: Clock): string {
  const run = hoursOfMinutes(minutes);
  return mixed ? `${run}, soit ${percent} % du délai` : `${run} sur ${hoursOfMinutes(targetMinutes)} (${percent} %)`;
}

/** "Arrêtée 3 h : en attente de l’école (accès à la salle)"; null where nothing stopped it. */
export function stoppedWords(stops: readonly ClockStop[]): string | null {
  const minutesOf = new Map<string, number>();
  for (const { reason, note, minutes } of stops) {
    const words = STOP_WORDS[reason] + (note ? ` (${note})` : '');
    if (minutes > 0) minutesOf.set(words, (minutesOf.get(words) ?? 0) + minutes);
  }
  if (minutesOf.size === 0) return null;
  const whole = [...minutesOf.values()].reduce((sum, minutes) => sum + minutes);
  const causes = [...minutesOf].map(([words, minutes]) =>
    minutesOf.size === 1 ? words : `${words}, ${hoursOfMinutes(minutes)}`,
  );
  return `Arrêtée ${hoursOfMinutes(whole)} : ${causes.join(' ; ')}`;
}

const STOP_WORDS: Readonly<Record<StopReason, string>> = {
  school: WAITS.school.word,
  commune: WAITS.commune.word,
  'closed-school': WAITS['closed-school'].word,
  part: WAITS.part.word,
  maker: WAITS.maker.word,
  resolved: 'donnée pour résolue',
};

function endWords(clock: Clock, currentYear: number): string | null {
  if (clock.late)
    return `En retard de ${hoursOfMinutes(clock.lateMinutes)}, depuis ${momentWords(clock.dueAt!, currentYear)}`;
  if (clock.course === 'stopped') return `À l’arrêt, reste ${hoursOfMinutes(clock.leftMinutes)} à la reprise`;
  if (clock.course === 'ended') return 'Délai tenu';
  if (clock.neverDue) return 'Pas d’échéance : aucune heure de travail dans les 800 jours qui viennent';
  const due = `Échéance ${momentWords(clock.dueAt!, currentYear)}`;
  return clock.dueToConfirm ? `${due}, à confirmer : les congés de cette date ne sont pas encore connus` : due;
}

/** "mar. 10 mars, 11 h", "mer. 11 mars, 9 h 36" */
function momentWords(instant: Date, currentYear: number): string {
  const { date, time } = parisDateTimeOf(instant);
  const [hour, minute] = time.split(':');
  const clock = minute === '00' ? `${Number(hour)} h` : `${Number(hour)} h ${minute}`;
  return `${frenchDay(date, currentYear)}, ${clock}`;
}
