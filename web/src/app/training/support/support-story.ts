import type { SupportSheet } from '@parc/api-client';
import { SUPPORT_DONE_WORDS, SUPPORT_MILESTONES, SUPPORT_STATES } from '@parc/domain';
import { day, type PathStep, type ThreadEntry } from '@parc/ui';

/** The line of its life; empty for a visit that does not take place. */
export function supportPath({ state, history }: SupportSheet): readonly PathStep[] {
  const { behind } = SUPPORT_STATES[state];
  if (behind === null) return [];
  return SUPPORT_MILESTONES.map((milestone) => {
    const { behind: place, word } = SUPPORT_STATES[milestone];
    const at = history.findLast(({ toState }) => toState === milestone)?.at;
    return {
      ...{ label: word, state: place! < behind ? 'past' : place === behind ? 'present' : 'future' },
      ...(at === undefined ? {} : { note: day(at) }),
    };
  });
}

/** Who did what, the latest first. */
export const supportThread = ({ history }: Pick<SupportSheet, 'history'>): readonly ThreadEntry[] =>
  history.map(({ action, roleLabel, at, reason, wasAt }, index) => ({
    ...{ id: `${index}`, title: SUPPORT_DONE_WORDS[action], actor: roleLabel, at, kind: 'done' },
    ...(wasAt === null ? {} : { detail: `prévue d’abord ${day(wasAt)}` }),
    ...(reason === null ? {} : { reason }),
  }));
