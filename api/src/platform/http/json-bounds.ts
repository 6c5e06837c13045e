export interface JsonBounds {
  depth: number;
  keysOfObject: number;
  elementsOfArray: number;
  /** Of the whole text. */
  values: number;
}

const [QUOTE, COMMA, BACKSLASH] = [0x22, 0x2c, 0x5c];
const [OBJECT, ARRAY] = [0x7b, 0x5b];
const [OBJECT_END, ARRAY_END] = [0x7d, 0x5d];

/**
 * Which bound a JSON text passes, or null: one look at each of its bytes, which builds nothing. What follows walks objects by
 * their keys, some of it in the square of their number, and into their depth by calling itself. Whether the text is JSON
 * is for the parser to say.
 */
export function passedBound(text: Uint8Array, bounds: JsonBounds): keyof JsonBounds | null {
  /** Members so far of each object or array around this place; the bound of each beside it. */
  const members: number[] = [];
  const kinds: ('keysOfObject' | 'elementsOfArray')[] = [];
  let values = 1;
  for (let at = 0; at < text.length; at++) {
    const byte = text[at];
    if (byte === QUOTE) at = endOfString(text, at);
    else if (byte === OBJECT || byte === ARRAY) {
      if (members.length >= bounds.depth) return 'depth';
      members.push(1);
      kinds.push(byte === OBJECT ? 'keysOfObject' : 'elementsOfArray');
      values++;
    } else if (byte === OBJECT_END || byte === ARRAY_END) {
      members.pop();
      kinds.pop();
    } else if (byte === COMMA && members.length > 0) {
      const inner = members.length - 1;
      const kind = kinds[inner]!;
      values++;
      if (++members[inner]! > bounds[kind]) return kind;
    }
    if (values > bounds.values) return 'values';
  }
  return null;
}

function endOfString(text: Uint8Array, begin: number): number {
  for (let at = begin + 1; at < text.length; at++) {
    if (text[at] === BACKSLASH) at++;
    else if (text[at] === QUOTE) return at;
  }
  return text.length;
}
