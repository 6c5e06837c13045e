import type { TicketClockOfRow, TicketCounts, TicketListItem } from '@parc/api-client';
import {
  hoursOfMinutes,
  SYMPTOMS,
  TICKET_PRIORITY_WORDS,
  TICKET_SERVICES,
  TICKET_STATES,
  type TicketPriority,
  type Wait,
} from '@parc/domain';
import { type ChipWords, countedRows, day, dayAndTime, french } from '@parc/ui';

type Broken = Pick<TicketListItem, 'symptom' | 'subject' | 'service' | 'modelName' | 'roomName'>;

/** "Tablette 10″ : ne s’allume plus", "Internet : coupe par moments", "Salle 3 : plus de courant" */
export function ticketTitle({ symptom, subject, service, modelName, roomName }: Broken): string {
  const what = {
    device: modelName,
    room: roomName,
    school: 'Toute l’école',
    service: service && TICKET_SERVICES[service].word,
  }[subject];
  const { word } = SYMPTOMS[symptom];
  return `${what ?? 'Un appareil'} : ${word.charAt(0).toLowerCase()}${word.slice(1)}`;
}

/** "École des Tilleuls, Sorbiers · Salle 3"; the tag, which no line breaks, stands beside it. */
export function ticketPlace(
  ticket: Pick<TicketListItem, 'schoolName' | 'communeName' | 'roomName' | 'subject'>,
): string {
  const room = ticket.subject === 'room' ? null : ticket.roomName;
  return [ticketSchool(ticket), room].filter((word) => word !== null).join(' · ');
}

/** "École des Tilleuls, Sorbiers" */
export const ticketSchool = ({ schoolName, communeName }: Pick<TicketListItem, 'schoolName' | 'communeName'>): string =>
  `${schoolName}, ${communeName}`;

const PRIORITY_CHIPS: Readonly<Record<TicketPriority, Pick<ChipWords, 'tone' | 'icon'>>> = {
  P1: { tone: 'waiting', icon: 'arrow-up' },
  P2: { tone: 'idle', icon: 'equal' },
  P3: { tone: 'idle', icon: 'minus' },
};

export const priorityChip = (priority: TicketPriority): ChipWords => ({
  ...PRIORITY_CHIPS[priority],
  word: TICKET_PRIORITY_WORDS[priority],
});

/** The state, and for whom it waits. */
export function ticketState({ state, waitFor }: Pick<TicketListItem, 'state' | 'waitFor'>): ChipWords {
  return waitFor === null
    ? TICKET_STATES[state]
    : { word: `Attente : ${WAIT_SHORT[waitFor]}`, tone: 'idle', icon: 'pause' };
}

/** Who or what is waited for, as an answer to choose. */
export const WAITED_FOR: Readonly<Record<Wait, string>> = {
  school: 'L’école',
  commune: 'La commune',
  'closed-school': 'L’ouverture de l’école',
  part: 'Une pièce',
  maker: 'Le constructeur',
};

const WAIT_SHORT: Readonly<Record<Wait, string>> = {
  school: 'école',
  commune: 'commune',
  'closed-school': 'école fermée',
  part: 'pièce',
  maker: 'constructeur',
};

/** "mar. 10 mars à 11 h", "à revoir le jeu. 12 mars"; since when it is late, whoever is waited for; empty once it is over. */
export function dueWords({ dueAt, reviewOn, state }: Pick<TicketListItem, 'dueAt' | 'reviewOn' | 'state'>): string {
  if (!TICKET_STATES[state].open) return '';
  if (reviewOn !== null && dueAt === null) return `à revoir le ${day(reviewOn)}`;
  return dueAt === null ? '' : dayAndTime(dueAt);
}

/** @param now milliseconds */
export const isLate = ({ dueAt }: Pick<TicketListItem, 'dueAt'>, now: number): boolean =>
  dueAt !== null && Date.parse(dueAt) < now;

/** "2 délais sont dépassés, 1 tombe aujourd’hui" */
export function queueTitle({ late, dueToday }: Pick<TicketCounts, 'late' | 'dueToday'>): string {
  const falls = dueToday === 1 ? 'tombe aujourd’hui' : 'tombent aujourd’hui';
  if (late > 0) {
    const passed = late === 1 ? '1 délai est dépassé' : `${late} délais sont dépassés`;
    return dueToday === 0 ? passed : `${passed}, ${dueToday} ${falls}`;
  }
  if (dueToday === 0) return 'Aucun délai ne tombe aujourd’hui';
  return `${dueToday} ${dueToday === 1 ? 'délai' : 'délais'} ${falls}`;
}

/** "3 pannes en cours" */
export const brokenTitle = (total: number): string =>
  total === 0 ? 'Aucune panne en cours' : countedRows(total, 'panne en cours', 'pannes en cours');

/** "encore 5 h 43", "à l’arrêt, reste 5 h 43", "en retard" once all is spent. */
export function shortLeft({
  late,
  ended = false,
  stopped,
  leftMinutes,
}: Pick<TicketClockOfRow, 'late' | 'stopped' | 'leftMinutes'> & { ended?: boolean }): string {
  if (late) return 'en retard';
  if (ended) return 'tenu';
  return french(`${stopped ? 'à l’arrêt, reste' : 'encore'} ${hoursOfMinutes(leftMinutes)}`);
}

/** The same of a row; "revoir le jeu. 12 mars" while it stands still until a day. */
export function leftWords(
  { reviewOn }: Pick<TicketListItem, 'reviewOn'>,
  clock: Pick<TicketClockOfRow, 'late' | 'stopped' | 'leftMinutes'>,
): string {
  return !clock.late && clock.stopped && reviewOn !== null ? `revoir le ${day(reviewOn)}` : shortLeft(clock);
}

/** "18 h" */
export const classWords = ({ classMinutes }: Pick<TicketClockOfRow, 'classMinutes'>): string =>
  french(hoursOfMinutes(classMinutes));
