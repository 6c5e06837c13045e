import { Refused } from '../http/refused.js';

/** How much of one kind of work a process takes on. */
export interface WorkBound {
  atOnce: number;
  /** Behind those under way. */
  waiting: number;
  /** How long one waits; also what *Retry-After* says. */
  waitMilliseconds: number;
  /** Under way and waiting, of one person; as many as there are places when left out. */
  ofOne?: number;
}

interface Waiting {
  begin(): void;
}

/** Lets so many through at once and so many wait, in the order they came; refuses the others at once. */
export class Gate {
  private underWay = 0;
  private readonly queue = new Set<Waiting>();
  private readonly places = new Map<string, number>();

  constructor(private readonly bound: WorkBound) {}

  /** What a test looks at. */
  get load(): { underWay: number; waiting: number } {
    return { underWay: this.underWay, waiting: this.queue.size };
  }

  /**
   * Waits for a place.
   * @param person whose work it is; null where nobody is signed in
   * @returns gives the place back; only once, however often it is called
   * @throws Refused 'work.too-many'
   */
  async enter(person: string | null): Promise<() => void> {
    const { atOnce, waiting, ofOne = Infinity } = this.bound;
    const full = this.underWay >= atOnce && this.queue.size >= waiting;
    if (full || (person !== null && this.placesOf(person) >= ofOne)) throw this.refusal();
    this.take(person, 1);
    if (this.underWay < atOnce) this.underWay++;
    else
      await this.turn().catch((refusal: unknown) => {
        this.take(person, -1);
        throw refusal;
      });
    let left = false;
    return () => {
      if (left) return;
      left = true;
      this.take(person, -1);
      this.handOver();
    };
  }

  private turn(): Promise<void> {
    return new Promise((resolve, reject) => {
      const one: Waiting = { begin: () => (clearTimeout(bell), resolve()) };
      const bell = setTimeout(() => {
        this.queue.delete(one);
        reject(this.refusal());
      }, this.bound.waitMilliseconds);
      this.queue.add(one);
    });
  }

  /** The place passes on; other requests are answered in between, also where the work never lets go of the thread. */
  private handOver(): void {
    const [next] = this.queue;
    if (!next) {
      this.underWay--;
      return;
    }
    this.queue.delete(next);
    setImmediate(() => next.begin());
  }

  private placesOf(person: string): number {
    return this.places.get(person) ?? 0;
  }

  private take(person: string | null, more: 1 | -1): void {
    if (person === null) return;
    const places = this.placesOf(person) + more;
    if (places > 0) this.places.set(person, places);
    else this.places.delete(person);
  }

  private refusal(): Refused {
    return new Refused('work.too-many', { retryAfterSeconds: Math.ceil(this.bound.waitMilliseconds / 1000) });
  }
}
