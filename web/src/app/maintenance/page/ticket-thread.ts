import type { TicketCommentAnswer, TicketPage } from '@parc/api-client';
import { TICKET_DONE_WORDS, TICKET_MILESTONES, TICKET_STATES, type TicketState, WAITS } from '@parc/domain';
import { day, dayAndTime, type PathStep, type ThreadEntry } from '@parc/ui';

const actorOf = ({ name, roleLabel }: { name: string | null; roleLabel: string }): string =>
  name === null ? roleLabel : `${name}, ${roleLabel}`;

const said =
  (kind: string) =>
  (comment: TicketCommentAnswer): ThreadEntry => ({
    ...{ id: comment.id, title: kind, actor: actorOf(comment), at: comment.at, kind: 'done', reason: comment.text },
    ...(comment.byMail ? { detail: 'par courriel' } : {}),
  });

/** What was done and said, newest first. */
export function ticketThread({ history, comments, notes }: TicketPage): readonly ThreadEntry[] {
  const moves = history.map((line, index): ThreadEntry => {
    const detail = line.waitFor
      ? WAITS[line.waitFor].word
      : line.action === 'plan' && line.plannedFrom
        ? dayAndTime(line.plannedFrom)
        : null;
    return {
      ...{ id: `${index}`, title: TICKET_DONE_WORDS[line.action], actor: actorOf(line), at: line.at },
      kind: line.role === 'system' ? 'system' : 'done',
      ...(detail === null ? {} : { detail }),
      ...(line.reason === null ? {} : { reason: line.reason }),
    };
  });
  const all = [...moves, ...comments.map(said('Message')), ...notes.map(said('Note interne'))];
  return all.sort((one, other) => Date.parse(other.at ?? '') - Date.parse(one.at ?? ''));
}

/** The line of its life, a visit on the day when somebody comes or came; empty for one that stopped. */
export function ticketPath({ state, history, plannedFrom }: TicketPage): readonly PathStep[] {
  const { behind } = TICKET_STATES[state];
  if (behind === null) return [];
  return TICKET_MILESTONES.map((milestone) => {
    const { behind: place, milestone: label } = TICKET_STATES[milestone];
    const reached = milestone === 'planned' ? (plannedFrom ?? cameAt(history)) : enteredAt(history, milestone);
    const position = place! < behind ? 'past' : place === behind ? 'present' : 'future';
    const dated = position !== 'future' && reached !== null;
    return { label: label!, state: position, ...(dated ? { note: day(reached) } : {}) };
  });
}

const enteredAt = (history: TicketPage['history'], state: TicketState): string | null =>
  history.findLast(({ toState }) => toState === state)?.at ?? null;

const cameAt = (history: TicketPage['history']): string | null =>
  history.findLast(({ action }) => action === 'start')?.at ?? null;
