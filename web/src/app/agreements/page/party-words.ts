import type { ConventionPage } from '@parc/api-client';
import type { ConventionParty } from '@parc/domain';

type Partner = Pick<ConventionPage, 'kind' | 'partyName'>;

/** "d’Unieux", "du Chambon-Feugerolles", "de La Ricamarie": a commune's name as a complement. */
export function ofCommune(name: string): string {
  if (name.startsWith('Le ')) return `du ${name.slice(3)}`;
  if (name.startsWith('Les ')) return `des ${name.slice(4)}`;
  return /^[aeiouyâàéèêëîïôûùœ]/i.test(name) ? `d’${name}` : `de ${name}`;
}

/** A body's name with the article that its first word takes: "l’OGEC de la Plaine"; any other name as it is. */
export function bodyInSentence(name: string): string {
  if (/^(OGEC|AGEC|Association)\b/.test(name)) return `l’${name}`;
  return /^(Direction|Fondation|Congrégation|Mutualité)(?!\p{L})/u.test(name) ? `la ${name}` : name;
}

/** A party inside a sentence: "la métropole", "la commune d’Unieux", "l’OGEC de la Plaine". */
export function partyInSentence(party: ConventionParty, { kind, partyName }: Partner): string {
  if (party === 'metropole') return 'la métropole';
  if (kind === 'commune') return `la commune ${ofCommune(partyName)}`;
  return kind === 'framework' ? `l’${partyName}` : bodyInSentence(partyName);
}
