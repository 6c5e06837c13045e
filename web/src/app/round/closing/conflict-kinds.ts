import type { TicketPage } from '@parc/api-client';
import { TICKETS, TICKETS_WAITING } from '@parc/domain';
import { dayAndTime } from '@parc/ui';
import type { WaitingAct } from '../../offline/acts';
import { type ConflictAnswer, type ObjectSeen, rebase } from '../../offline/queue/rebase';
import { ANSWER_WORDS, type AnswerWords, closingWords, isResolution, type Standing } from './conflict-words';

/** What a conflict's author may choose. */
export type Choice = 'mine' | 'theirs' | 'both' | ConflictAnswer;

/** One kind of act that may compete with what others did to its ticket: what its page says of it, and may carry out. */
interface ConflictKind {
  /** What was written on the phone, as a sentence; as a note in the thread. */
  readonly mine: (act: Pick<WaitingAct, 'body' | 'saidAt'>) => string;
  /** The state in which it leaves the ticket. */
  readonly word: string;
  /** Both sides can hold where the office waits for something; null: never. */
  readonly both: string | null;
  /** Answers that the page can carry out, in their order; the rest is the panel's of what waits. */
  readonly answers: Partial<Record<ConflictAnswer, AnswerWords>>;
  /** What will be, before the button says yes to it. */
  readonly results: Readonly<Record<'merged' | 'mine' | 'theirs' | 'both', string>>;
}

const RESOLUTION: ConflictKind = {
  mine: ({ body }) => (isResolution(body) ? closingWords(body) : ''),
  word: 'Clos',
  both: 'Clos avec votre compte rendu, et un nouveau ticket pour ce qui est attendu.',
  answers: {
    note: ANSWER_WORDS.note,
    'new-report': ANSWER_WORDS['new-report'],
    'to-that-one': ANSWER_WORDS['to-that-one'],
    deposit: ANSWER_WORDS.deposit,
  },
  results: {
    merged: 'Le ticket se clôt avec ce que vous avez écrit.',
    mine: 'Le ticket se clôt. L’attente du bureau reste dans l’historique.',
    both: 'Le ticket se clôt avec ce que vous avez écrit ; un autre s’ouvre pour ce que le bureau attend encore.',
    theirs: 'Le ticket reste comme au bureau ; ce que vous avez écrit va dans son fil, en note.',
  },
};

const START: ConflictKind = {
  mine: ({ saidAt }) => startWords(saidAt),
  word: 'Commencé',
  both: null,
  answers: {
    note: { label: ANSWER_WORDS.note.label, result: 'Votre passage va dans le fil du ticket, en note interne.' },
    'to-that-one': { label: 'Commencer l’autre ticket', result: 'Le ticket auquel il est réuni commence à votre nom.' },
    deposit: ANSWER_WORDS.deposit,
  },
  results: {
    merged: 'Le ticket commence.',
    mine: 'Le ticket commence. L’attente du bureau reste dans l’historique.',
    both: '',
    theirs: 'Le ticket reste comme au bureau ; votre passage va dans son fil, en note.',
  },
};

/** "Sur place le mar. 24 nov. à 14 h 50." */
export const startWords = (saidAt: string): string => `Sur place le ${dayAndTime(saidAt)}.`;

export const isStart = ({ action }: Pick<WaitingAct, 'action'>): boolean => action === 'start';
export const kindOf = (act: Pick<WaitingAct, 'action'>): ConflictKind => (isStart(act) ? START : RESOLUTION);

const STARTABLE = [...TICKETS.statesFrom('start'), ...TICKETS_WAITING];

/** What became of the act: a ticket on which its own technician is at work already begins no second time. */
export function standingOf(
  act: Pick<WaitingAct, 'action' | 'read' | 'mine'>,
  page: Pick<TicketPage, 'state'>,
  now: ObjectSeen,
): Standing {
  const rebased = rebase(act.read ?? { ...now, fields: {} }, act.mine, now);
  if (isStart(act) && rebased.kind !== 'answer' && !STARTABLE.includes(page.state))
    return { kind: 'begun', answers: ['note'] };
  return rebased;
}
