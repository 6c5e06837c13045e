import { codeScanned, EQUIPMENT_TAG } from '@parc/domain';

/** A reader types a letter every few milliseconds; nobody types so fast, over a whole code. */
const MOST_BETWEEN_MILLISECONDS = 60;
const SHORTEST = 3;

/** Keys of the American keyboard by their place: most readers leave the factory with it. */
const SIGNS: Readonly<Record<string, readonly [plain: string, shifted: string]>> = {
  Minus: ['-', '_'],
  Slash: ['/', '?'],
  Period: ['.', '>'],
  Comma: [',', '<'],
  Semicolon: [';', ':'],
  Equal: ['=', '+'],
  Space: [' ', ' '],
};

type Key = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'timeStamp'>;

/**
 * A reader that is plugged in as a keyboard: its letters come at once and end on Entrée, wherever the focus is. One that was
 * never told of the French keyboard writes "PE)ààà&é": what it meant stands in the places of its keys.
 */
export class KeyboardReader {
  private written = '';
  private american = '';
  private lastAt = -Infinity;

  /** @returns the text that a reader has just ended, or null */
  press({ key, code, shiftKey, timeStamp }: Key): string | null {
    if (key === 'Shift' || key === 'CapsLock' || key === 'AltGraph') return null;
    const late = timeStamp - this.lastAt > MOST_BETWEEN_MILLISECONDS;
    this.lastAt = timeStamp;
    if (key === 'Enter') {
      const text = late ? '' : this.meant();
      this.forget();
      return text.length < SHORTEST ? null : text;
    }
    if (late || key.length !== 1) this.forget();
    if (key.length !== 1) return null;
    this.written += key;
    this.american += american(code, shiftKey) ?? key;
    return null;
  }

  private forget(): void {
    this.written = '';
    this.american = '';
  }

  private meant(): string {
    return !isLabel(this.written) && isLabel(this.american) ? this.american : this.written;
  }
}

/** Whether it reads as something that we print. */
function isLabel(text: string): boolean {
  const code = codeScanned(text);
  return code !== null && EQUIPMENT_TAG.test(code.toUpperCase());
}

function american(code: string, shifted: boolean): string | undefined {
  const [, letter] = /^Key([A-Z])$/.exec(code) ?? [];
  if (letter !== undefined) return shifted ? letter : letter.toLowerCase();
  const [, digit] = /^(?:Digit|Numpad)(\d)$/.exec(code) ?? [];
  return digit ?? SIGNS[code]?.[shifted ? 1 : 0];
}

/** Where somebody writes: what is typed there is theirs, and a list that takes a scan listens by itself. */
export function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input:not([type=radio], [type=checkbox]), textarea, select') !== null
  );
}
