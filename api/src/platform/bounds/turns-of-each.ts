import { Gate, type WorkBound } from './gate.js';

export interface Turn {
  /** It did not come at once: what was known when it was asked for may have changed. */
  waited: boolean;
  /** Gives the place back; only once, however often it is called. */
  leave(): void;
}

/** A gate for each person: whoever asks for much at once waits behind themselves, and nobody else behind them. */
export class TurnsOfEach {
  private readonly gates = new Map<string, { gate: Gate; inside: number }>();

  constructor(private readonly bound: WorkBound) {}

  /** People with work under way or waiting: what a test looks at. */
  get people(): number {
    return this.gates.size;
  }

  /** @throws Refused 'work.too-many' */
  async enter(person: string): Promise<Turn> {
    const own = this.gates.get(person) ?? { gate: new Gate(this.bound), inside: 0 };
    this.gates.set(person, own);
    own.inside++;
    const waited = own.gate.load.underWay >= this.bound.atOnce;
    const forget = () => {
      if (--own.inside === 0) this.gates.delete(person);
    };
    try {
      const giveBack = await own.gate.enter(null);
      let left = false;
      const leave = () => {
        if (left) return;
        left = true;
        giveBack();
        forget();
      };
      return { waited, leave };
    } catch (refusal) {
      forget();
      throw refusal;
    }
  }
}
