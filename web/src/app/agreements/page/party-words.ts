import type { ConventionPage } from '@parc/api-client';
import { CONVENTION_KINDS, type ConventionParty } from '@parc/domain';

/** A party inside a sentence: "la métropole", "la commune d’Unieux", "l’OGEC de la Plaine". */
export function partyInSentence(
  party: ConventionParty,
  { kind, partyName }: Pick<ConventionPage, 'kind' | 'partyName'>,
): string {
  return party === 'metropole' ? 'la métropole' : CONVENTION_KINDS[kind].inSentence(partyName);
}
