import { ENVELOPE_KINDS, type EnvelopeKind, kindChoices, kindsOf } from '@parc/domain';
import type { ChoiceOption } from '@parc/ui';
import type { AddressWords } from '../shell/lists/list-address';

/** Which envelopes a page is about: `?exercice=2026&enveloppe=maintenance`. */
export interface EnvelopeAsked {
  readonly year: number;
  readonly kind: EnvelopeKind;
}

export const KIND_CHOICES: readonly ChoiceOption<EnvelopeKind>[] = kindChoices(ENVELOPE_KINDS);

/** @param ordinaryYear the year of an address that names none */
export function readEnvelope(address: AddressWords, ordinaryYear: number): EnvelopeAsked {
  const year = address['exercice'];
  return {
    year: year && /^20\d\d$/.test(year) ? Number(year) : ordinaryYear,
    kind: kindsOf(ENVELOPE_KINDS).find((kind) => kind === address['enveloppe']) ?? 'installation',
  };
}

/** "installation 2026" */
export function envelopeWords({ year, kind }: EnvelopeAsked): string {
  return `${ENVELOPE_KINDS[kind].word.toLowerCase()} ${year}`;
}

/** "budget d’installation 2026", "budget de maintenance 2026". */
export function budgetOf(asked: EnvelopeAsked, many = false): string {
  return `${many ? 'budgets' : 'budget'} ${asked.kind === 'installation' ? 'd’' : 'de '}${envelopeWords(asked)}`;
}
