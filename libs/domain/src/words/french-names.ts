const VOWEL = /^[aeiouyâàéèêëîïôûùœ]/i;

/** "d’Unieux", "du Chambon-Feugerolles", "de La Ricamarie": a commune's name as a complement. */
export function ofCommune(name: string): string {
  if (name.startsWith('Le ')) return `du ${name.slice(3)}`;
  if (name.startsWith('Les ')) return `des ${name.slice(4)}`;
  return VOWEL.test(name) ? `d’${name}` : `de ${name}`;
}

/** "la commune d’Unieux" */
export function communeInSentence(name: string): string {
  return `la commune ${ofCommune(name)}`;
}

/** A body's name with the article that its first word takes: "l’OGEC de la Plaine"; any other name as it is. */
export function bodyInSentence(name: string): string {
  if (/^(OGEC|AGEC|Association)\b/.test(name)) return `l’${name}`;
  return /^(Direction|Fondation|Congrégation|Mutualité)(?!\p{L})/u.test(name) ? `la ${name}` : name;
}
