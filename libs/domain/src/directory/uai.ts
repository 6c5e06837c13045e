/** Letters of the check, in order of the remainder: the alphabet without I, O and Q, which look like figures. */
const CHECK_LETTERS = 'ABCDEFGHJKLMNPRSTUVWXYZ';

/** Corsica's two départements have no letter in a UAI: 620 and 720 stand for 2A and 2B. */
const CORSICA: Readonly<Record<string, string>> = { '2A': '620', '2B': '720', '02A': '620', '02B': '720' };

export type UaiRefusal =
  'uai-missing' | 'uai-wrong-shape' | 'uai-lost-zero' | 'uai-forbidden-letter' | 'uai-wrong-check-letter';

export type UaiReading =
  | { readonly valid: true; readonly uai: string }
  | {
      readonly valid: false;
      readonly code: UaiRefusal;
      /** the UAI that was probably meant, when one can be told; never taken without a person */
      readonly suggestion: string | null;
    };

/**
 * Reads the national identifier of a school: seven figures and a check letter, `0421401V`.
 * Lower case and spaces are accepted; the answer is in capitals without spaces.
 * The letter stands at position *number modulo 23* of the alphabet without I, O and Q.
 */
export function readUai(text: string): UaiReading {
  const uai = text.replace(/\s/g, '').toUpperCase();
  if (uai === '') return refused('uai-missing');
  if (/^\d{6}[A-Z]$/.test(uai)) {
    const padded = `0${uai}`;
    return padded.endsWith(uaiCheckLetter(padded)) ? refused('uai-lost-zero', padded) : refused('uai-wrong-shape');
  }
  if (!/^\d{7}[A-Z]$/.test(uai)) return refused('uai-wrong-shape');
  const letter = uai.charAt(7);
  const right = uai.slice(0, 7) + uaiCheckLetter(uai);
  if (!CHECK_LETTERS.includes(letter)) return refused('uai-forbidden-letter', right);
  return uai === right ? { valid: true, uai } : refused('uai-wrong-check-letter', right);
}

export function isUai(text: string): boolean {
  const reading = readUai(text);
  return reading.valid && reading.uai === text;
}

/**
 * The UAI of a number (0 to 9999) in a département (`42`, `042`, `2A`, `974`): `makeUai('042', 1401)` is `0421401V`.
 * Throws RangeError when either is out of bounds.
 */
export function makeUai(department: string, number: number): string {
  const prefix = CORSICA[department.toUpperCase()] ?? department.padStart(3, '0');
  const inBounds = /^\d{3}$/.test(prefix) && Number.isInteger(number) && number >= 0 && number <= 9999;
  if (!inBounds) throw new RangeError(`No UAI for number ${number} in département ${department}`);
  const figures = prefix + String(number).padStart(4, '0');
  return figures + uaiCheckLetter(figures);
}

/** The check letter of a UAI's seven figures; what follows them is not looked at. */
function uaiCheckLetter(figures: string): string {
  return CHECK_LETTERS.charAt(Number(figures.slice(0, 7)) % CHECK_LETTERS.length);
}

function refused(code: UaiRefusal, suggestion: string | null = null): UaiReading {
  return { valid: false, code, suggestion };
}
