import { describe, expect, it } from '@jest/globals';
import { isWriting, KeyboardReader } from './keyboard-reader';

/** Keys as a reader presses them, so many milliseconds after each other. */
function read(reader: KeyboardReader, text: string, between = 5, from = 1_000): string | null {
  const keys = [...text].map((key) => ({ key, code: '', shiftKey: false }));
  return press(reader, [...keys, { key: 'Enter', code: 'Enter', shiftKey: false }], between, from);
}

function press(
  reader: KeyboardReader,
  keys: readonly { key: string; code: string; shiftKey: boolean }[],
  between = 5,
  from = 1_000,
): string | null {
  return keys.reduce<string | null>((_, key, n) => reader.press({ ...key, timeStamp: from + n * between }), null);
}

describe('a reader that is plugged in as a keyboard', () => {
  it('is heard by how fast it types, and by Entrée', () => {
    expect(read(new KeyboardReader(), 'PE-000123')).toBe('PE-000123');
    expect(read(new KeyboardReader(), 'https://parc.exemple.fr/e/PE-000123')).toBe(
      'https://parc.exemple.fr/e/PE-000123',
    );
  });

  it('is not somebody who types, nor a single key', () => {
    expect(read(new KeyboardReader(), 'PE-000123', 120)).toBeNull();
    expect(read(new KeyboardReader(), 'ab')).toBeNull();
    expect(press(new KeyboardReader(), [{ key: 'Enter', code: 'Enter', shiftKey: false }])).toBeNull();
  });

  it('leaves out what was typed before it, and an Entrée that comes later', () => {
    const reader = new KeyboardReader();
    reader.press({ key: 'x', code: '', shiftKey: false, timeStamp: 0 });
    expect(read(reader, 'PE-000123')).toBe('PE-000123');
    for (const [n, key] of [...'PE-1'].entries())
      reader.press({ key, code: '', shiftKey: false, timeStamp: 5_000 + n });
    expect(reader.press({ key: 'Enter', code: 'Enter', shiftKey: false, timeStamp: 6_000 })).toBeNull();
  });

  it('hears many, one after the other', () => {
    const reader = new KeyboardReader();
    expect([read(reader, 'PE-1'), read(reader, 'PE-2', 5, 2_000)]).toEqual(['PE-1', 'PE-2']);
  });

  it('of the American keyboard is understood on a French one', () => {
    const shift = { key: 'Shift', code: 'ShiftLeft', shiftKey: true };
    const keys = [
      shift,
      { key: 'P', code: 'KeyP', shiftKey: true },
      shift,
      { key: 'Q', code: 'KeyA', shiftKey: true },
      { key: ')', code: 'Minus', shiftKey: false },
      { key: 'à', code: 'Digit0', shiftKey: false },
      { key: '&', code: 'Digit1', shiftKey: false },
      { key: 'Enter', code: 'Enter', shiftKey: false },
    ];
    expect(press(new KeyboardReader(), keys)).toBe('PA-01');
  });

  it('of the French keyboard is taken as it writes', () => {
    const keys = [
      { key: 'A', code: 'KeyQ', shiftKey: true },
      { key: '-', code: 'Digit6', shiftKey: false },
      { key: '7', code: 'Digit7', shiftKey: true },
      { key: 'Enter', code: 'Enter', shiftKey: false },
    ];
    expect(press(new KeyboardReader(), keys)).toBe('A-7');
  });

  it('does not listen where somebody writes', () => {
    document.body.innerHTML =
      '<input id="a" /><textarea id="b"></textarea><input id="c" type="checkbox" /><button id="d"></button>';
    const at = (id: string) => isWriting(document.getElementById(id));
    expect([at('a'), at('b'), at('c'), at('d'), isWriting(null)]).toEqual([true, true, false, false, false]);
    document.body.innerHTML = '';
  });
});
