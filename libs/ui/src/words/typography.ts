import { COUNTED_EXACTLY_TO, french as spaced } from '@parc/domain';

/** Narrow no-break space: thousands, and before ; : ! ? € % and inside « ». */
export const NARROW_SPACE = '\u202f';
/** No-break space, for a number and the word it must not leave. */
export const NO_BREAK_SPACE = '\u00a0';

const STRAIGHT_APOSTROPHE = /(\p{L})'(?=\p{L})/gu;
/** A number and its unit of time, and the minutes after an hour: "27 h 14". */
const NUMBER_AND_UNIT = /(\d) (?=(?:h|min)(?![\p{L}]))/gu;
const HOUR_AND_MINUTES = /(\d[\u202f\u00a0]h) (?=\d\d(?!\d))/g;
/** "lun. 30 nov.", "1er janv.": a day and its month, and its name of the week. */
const DAY_AND_MONTH =
  /(\d{1,2}(?:er)?) (?=(?:janv\.|févr\.|mars|avr\.|mai|juin|juil\.|août|sept\.|oct\.|nov\.|déc\.)(?![\p{L}]))/gu;
const WEEKDAY_AND_DAY = /((?:lun|mar|mer|jeu|ven|sam|dim)\.) (?=\d)/gu;
const MAY_NEED_CARE = /[;:!?«»€%'\d]/;

/**
 * Sets a text of the screen as a printer would: the domain's narrow no-break spaces, times and dates that no line breaks, and
 * ’ for '. A mark without a space before it (16:45, the address of a page) is left as it is. Applying it twice changes nothing.
 */
export function french(text: string): string {
  if (!MAY_NEED_CARE.test(text)) return text;
  return spaced(text)
    .replace(STRAIGHT_APOSTROPHE, '$1’')
    .replace(NUMBER_AND_UNIT, `$1${NARROW_SPACE}`)
    .replace(HOUR_AND_MINUTES, `$1${NARROW_SPACE}`)
    .replace(DAY_AND_MONTH, `$1${NO_BREAK_SPACE}`)
    .replace(WEEKDAY_AND_DAY, `$1${NO_BREAK_SPACE}`);
}

/** "1 poste", "12 postes": French counts 0 and 1 as singular. @param plural only when it is not singular + s */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${wholeNumber(count)}${NO_BREAK_SPACE}${Math.abs(count) < 2 ? singular : plural}`;
}

/** "1 204 postes", or "Plus de 1 000 postes" where the rows of a list were counted no further: the start of its title. */
export function countedRows(total: number, singular: string, plural?: string): string {
  if (total <= COUNTED_EXACTLY_TO) return counted(total, singular, plural);
  return `Plus de ${counted(COUNTED_EXACTLY_TO, singular, plural)}`;
}

/** "204", "plus de 1 000": how many rows, after what they are of was said. */
export function rowsWords(total: number): string {
  return total <= COUNTED_EXACTLY_TO ? wholeNumber(total) : `plus de ${wholeNumber(COUNTED_EXACTLY_TO)}`;
}

/** "sur 204", "sur plus de 1 000": how many rows a list has. */
export function ofRows(total: number): string {
  return `sur ${rowsWords(total)}`;
}

/** 17000 → "17 000", with narrow no-break spaces. @param value an integer */
export function wholeNumber(value: number): string {
  const digits = Math.abs(value).toString();
  return (value < 0 ? '−' : '') + digits.replace(/\B(?=(\d{3})+$)/g, NARROW_SPACE);
}
