/** Chance that repeats: the same seed and stream always give the same answers, so that a demonstration can be told again. */
export interface Random {
  /** From 0 included to 1 excluded. */
  fraction(): number;
  /** A whole number, both ends included. */
  whole(least: number, most: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  pickWeighted<T>(items: readonly T[], weightOf: (item: T) => number): T;
  shuffled<T>(items: readonly T[]): T[];
}

/** One stream a subject: a school added to the directory does not change the names of the technicians. */
export function createRandom(seed: number, stream: string): Random {
  const state = new Uint32Array(4);
  for (let word = 0; word < 4; word++) state[word] = hashOf(`${seed}/${stream}/${word}`) | 1;

  const next = (): number => {
    // Marsaglia's xorshift over 128 bits.
    let mixed = state[3]!;
    const first = state[0]!;
    mixed ^= mixed << 11;
    mixed ^= mixed >>> 8;
    state.copyWithin(1, 0, 3);
    state[0] = mixed ^ first ^ (first >>> 19);
    return state[0];
  };
  const fraction = (): number => next() / 0x1_0000_0000;
  const whole = (least: number, most: number): number => least + Math.floor(fraction() * (most - least + 1));
  const pick = <T>(items: readonly T[]): T => {
    if (items.length === 0) throw new RangeError(`Nothing to pick from in ${stream}`);
    return items[whole(0, items.length - 1)]!;
  };
  for (let warming = 0; warming < 16; warming++) next();
  return {
    fraction,
    whole,
    pick,
    chance: (probability) => fraction() < probability,
    pickWeighted: (items, weightOf) => {
      let left = fraction() * items.reduce((sum, item) => sum + weightOf(item), 0);
      return items.find((item) => (left -= weightOf(item)) < 0) ?? pick(items);
    },
    shuffled: (items) => {
      const copy = [...items];
      for (let last = copy.length - 1; last > 0; last--) {
        const other = whole(0, last);
        [copy[last], copy[other]] = [copy[other]!, copy[last]!];
      }
      return copy;
    },
  };
}

/** Gives a version 7 UUID that sorts by its instant, and by order of asking within one instant. */
export type Identifiers = (at: string) => string;

const COUNTER_SIZE = 4096;

export function createIdentifiers(random: Random): Identifiers {
  const asked = new Map<number, number>();
  const hexadecimal = (value: number, length: number): string => value.toString(16).padStart(length, '0');
  return (at) => {
    const instant = Date.parse(at);
    const count = asked.get(instant) ?? 0;
    asked.set(instant, count + 1);
    const time = hexadecimal(instant + Math.floor(count / COUNTER_SIZE), 12);
    const counter = hexadecimal(count % COUNTER_SIZE, 3);
    const variant = hexadecimal(0x8000 + random.whole(0, 0x3fff), 4);
    const tail = hexadecimal(random.whole(0, 0xff_ffff), 6) + hexadecimal(random.whole(0, 0xff_ffff), 6);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-${variant}-${tail}`;
  };
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  return hash >>> 0;
}
