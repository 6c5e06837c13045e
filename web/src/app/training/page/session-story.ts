import type { TrainingHistoryLine, TrainingSheet } from '@parc/api-client';
import { TRAINING_DONE_WORDS, TRAINING_MILESTONES, TRAINING_STATES, TRAININGS, TRAININGS_ATTENDED } from '@parc/domain';
import { counted, day, type PathStep, type ThreadEntry } from '@parc/ui';
import { agreementWords, missingAgreement } from '../training-words';

/** It waits for two agreements until then. */
const OPENED = TRAININGS.statesFrom('confirm')[0];

/** The line of its life, what each step waits for beside it; empty for one that is not held. */
export function sessionPath(page: TrainingSheet): readonly PathStep[] {
  const { behind } = TRAINING_STATES[page.state];
  if (behind === null) return [];
  return TRAINING_MILESTONES.map((milestone) => {
    const { behind: place, word } = TRAINING_STATES[milestone];
    const position = place! < behind ? 'past' : place === behind ? 'present' : 'future';
    const note = position === 'past' ? reachedAt(page, milestone) : awaited(page, milestone, position);
    return { label: word, state: position, ...(note === null ? {} : { note }) };
  });
}

function reachedAt({ history, startsAt }: TrainingSheet, milestone: string): string | null {
  if (TRAININGS_ATTENDED.some((state) => state === milestone)) return day(startsAt);
  const at = history.findLast(({ toState }) => toState === milestone)?.at ?? null;
  return at === null ? null : day(at);
}

/** What the present step and those to come wait for. */
function awaited(page: TrainingSheet, milestone: string, position: 'present' | 'future'): string | null {
  if (milestone === (position === 'present' ? page.state : OPENED) && missingAgreement(page) !== null)
    return agreementWords(page);
  if (position === 'present') return reachedAt(page, milestone);
  if (TRAININGS.statesFrom('hold').some((state) => state === milestone))
    return `${counted(page.minimum, 'inscrit')} au moins`;
  return TRAININGS_ATTENDED.some((state) => state === milestone) ? day(page.startsAt) : null;
}

type Story = Pick<TrainingSheet, 'history'>;

/** Who did what, the latest first; places taken or left one after the other are one line. */
export function sessionThread({ history }: Story): readonly ThreadEntry[] {
  return grouped(history).map((lines, index) => entryOf(lines, index));
}

const PLACES: readonly string[] = ['enrol', 'leave'];

function grouped(history: readonly TrainingHistoryLine[]): TrainingHistoryLine[][] {
  const groups: TrainingHistoryLine[][] = [];
  for (const line of history) {
    const last = groups.at(-1);
    const follows = last?.[0]?.action === line.action && PLACES.includes(line.action);
    if (follows) last.push(line);
    else groups.push([line]);
  }
  return groups;
}

const WORDS = { enrol: 'inscription', leave: 'désinscription' } as const;

function entryOf(lines: readonly TrainingHistoryLine[], index: number): ThreadEntry {
  const [line] = lines as [TrainingHistoryLine];
  const many = lines.length > 1 ? counted(lines.length, WORDS[line.action as keyof typeof WORDS]) : null;
  const roles = [...new Set(lines.map(({ roleLabel }) => roleLabel))].join(', ');
  return {
    ...{ id: `${index}`, title: many ?? TRAINING_DONE_WORDS[line.action], actor: roles, at: line.at, kind: 'done' },
    ...(lines.length === 1 ? {} : { detail: `la première ${day(lines.at(-1)!.at)}` }),
    ...(line.wasAt === null ? {} : { detail: `prévue d’abord ${day(line.wasAt)}` }),
    ...(line.reason === null ? {} : { reason: line.reason }),
  };
}
