import type { DraftRequest } from '@parc/api-client';

interface Versions {
  /** As it stood before either window changed it. */
  readonly base: DraftRequest;
  readonly mine: DraftRequest;
  readonly theirs: DraftRequest;
}

/**
 * A draft that was changed here and elsewhere: what was changed here alone or there alone stands, answer by answer. Where
 * both have changed the same answer, the one in front of the person stands; two texts stand one after the other.
 */
export function mergeDrafts({ base, mine, theirs }: Versions): DraftRequest {
  const pick = <Part>(part: (draft: DraftRequest) => Part): Part =>
    isSame(part(mine), part(base)) ? part(theirs) : part(mine);
  const items = new Set([...theirs.lines, ...mine.lines].map(({ itemId }) => itemId));
  const needs = new Set([...theirs.prerequisites, ...mine.prerequisites].map(({ what }) => what));
  return {
    lines: [...items].flatMap((id) => pick(({ lines }) => lines.filter(({ itemId }) => itemId === id))),
    wishes: pick(({ wishes }) => wishes),
    contact: pick(({ contact }) => contact),
    note: mergeTexts(base.note, mine.note, theirs.note),
    prerequisites: [...needs].flatMap((need) =>
      pick(({ prerequisites }) => prerequisites.filter(({ what }) => what === need)),
    ),
  };
}

function mergeTexts(base: string, mine: string, theirs: string): string {
  if (mine === base || theirs.includes(mine)) return theirs;
  return theirs === base || mine.includes(theirs) ? mine : `${theirs}\n${mine}`;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
