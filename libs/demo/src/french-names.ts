const VOWEL = /^[aeiouyâàéèêëîïôûùœ]/i;

/** A managing body as a sentence names it: « l’OGEC de la Mine », « la fondation du Val Clair ». */
export function withArticle(bodyName: string): string {
  const [first, ...others] = bodyName.split(' ');
  const noun = first === first!.toUpperCase() ? first! : first!.toLowerCase();
  return [VOWEL.test(noun) ? `l’${noun}` : `la ${noun}`, ...others].join(' ');
}

/** A school inside a sentence: « l’école primaire du Bourg », « l’UEMA des Tilleuls ». */
export function inSentence(schoolName: string): string {
  const acronym = /^\p{Lu}{2}/u.test(schoolName);
  return `l’${acronym ? schoolName : schoolName.charAt(0).toLowerCase() + schoolName.slice(1)}`;
}

/** A printed name: typists' straight apostrophes become French ones. */
export function printed(name: string): string {
  return name.replaceAll("'", '’');
}
