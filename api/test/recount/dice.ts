/** Chance that falls the same each time, from a seed (mulberry32). */
export class Dice {
  constructor(private state: number) {}

  /** From 0 to 1, 1 left out. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number, both ends included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  chance(part: number): boolean {
    return this.next() < part;
  }

  pick<One>(choices: readonly One[]): One {
    return choices[this.whole(0, choices.length - 1)]!;
  }

  /** A day from one to the other, both included. */
  day(from: string, to: string): string {
    const [first, last] = [Date.parse(`${from}T00:00:00Z`), Date.parse(`${to}T00:00:00Z`)];
    return new Date(first + this.whole(0, (last - first) / 86_400_000) * 86_400_000).toISOString().slice(0, 10);
  }

  /** An instant of a day; now and then at the edge of one of Paris, where summer and winter time differ. */
  instant(day: string): string {
    const edges = ['21:59:59.999Z', '22:00:00.000Z', '22:59:59.999Z', '23:00:00.000Z'];
    if (this.chance(0.1)) return `${day}T${this.pick(edges)}`;
    return new Date(Date.parse(`${day}T00:00:00Z`) + this.whole(0, 86_399_999)).toISOString();
  }

  /** A key of the database. */
  uuid(): string {
    const hex = Array.from({ length: 32 }, () => this.whole(0, 15).toString(16));
    hex[12] = '7';
    hex[16] = '8';
    const text = hex.join('');
    return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join('-');
  }
}
