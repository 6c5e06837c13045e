import { SendLoop } from '../sending/send-loop';
import { KeptQueue } from '../store/kept-queue';
import type { Sealer, Shelf } from '../store/shelf';
import { type Answer, NO_ANSWER } from './answer';
import type { Entry } from './entry';
import { ModelServer } from './model-server.fixture';
import { awakened } from './settled';

/** Faults that were made elsewhere, each planted here to see that it is found. */
export type Fault =
  | 'key-made-at-sending'
  | 'promised-before-kept'
  | 'database-alone'
  | 'objects-out-of-order'
  | 'any-200-is-done'
  | 'erased-before-answered';

export interface Act {
  readonly key: string;
  readonly lane: string;
  readonly body: string;
  readonly needs: readonly string[];
}

class Killed extends Error {}

/** A phone over its two places, on a network and with a server that may end at any step. */
export class ModelPhone {
  readonly server = new ModelServer();
  readonly promised = new Map<string, Act>();
  /** What was being changed when the page died: it may stand in the place of what was promised, or not. */
  readonly attempted = new Map<string, Set<string>>();
  private readonly journal = new Map<string, Uint8Array>();
  private readonly database = new Map<string, Uint8Array>();
  private life = 0;
  private now = 0;
  private fresh = 0;
  /** Chances of a step, from 0 to 1; all 0 once the storm is over. */
  chances = { kill: 0, cut: 0, portal: 0, signedOut: 0 };
  private signedIn = true;
  private kept!: KeptQueue;
  private loop!: SendLoop;

  constructor(
    private readonly random: () => number,
    private readonly fault: Fault | null = null,
  ) {}

  async start(): Promise<void> {
    for (;;) {
      this.life += 1;
      this.signedIn = true;
      const life = this.life;
      this.kept = new KeptQueue({
        journal: this.fault === 'database-alone' ? shelfOf(new Map(), async () => {}) : this.shelf(this.journal, life),
        database: this.shelf(this.database, life),
        sealer: PLAIN,
        exclusive: oneByOne(),
      });
      this.loop = new SendLoop({
        kept: this.kept,
        assignment: () => (this.signedIn ? 'role' : null),
        wholePhotos: () => true,
        post: (entry) => this.post(entry, life),
        rereadSession: async () => true,
        signedOut: () => (this.signedIn = false),
        now: () => this.now,
        random: this.random,
        keyOfChange: async ({ key }) => `${key}'`,
      });
      if (await this.lives(() => this.kept.open())) return;
    }
  }

  /** The person does something; true once they were told that it is kept. */
  async do(act: Act): Promise<void> {
    if (this.fault === 'promised-before-kept') this.promised.set(act.key, act);
    const version = this.server.versionOf(act.lane);
    this.attempted.set(act.key, (this.attempted.get(act.key) ?? new Set()).add(act.body));
    if (await this.lives(() => this.kept.add((seq) => [entryOf(act, seq, version, this.fault)]))) {
      this.promised.set(act.key, act);
      this.attempted.delete(act.key);
      return;
    }
    await this.start();
  }

  /** Sends what it can; a page that dies is opened again. */
  async send(): Promise<void> {
    this.now += 1_200_000;
    this.signedIn = true;
    if (!(await this.lives(() => this.loop.run()))) await this.start();
  }

  async online(): Promise<void> {
    if (!(await this.lives(() => this.kept.change(awakened)))) await this.start();
  }

  /** The browser deletes the whole database, as Chromium does when it was killed at a bad moment. */
  async losesDatabase(): Promise<void> {
    this.database.clear();
    await this.start();
  }

  get left(): readonly Entry[] {
    return this.kept.queue;
  }

  private async post(sent: Entry, life: number): Promise<Answer> {
    const entry = this.fault === 'key-made-at-sending' ? { ...sent, key: `sent-${(this.fresh += 1)}` } : sent;
    if (this.fault === 'erased-before-answered') await this.kept.change((queue) => queue.filter((one) => one !== sent));
    await this.step(life);
    if (this.happens('portal')) {
      return { status: 200, key: this.fault === 'any-200-is-done' ? sent.key : null, body: {} };
    }
    if (this.happens('signedOut')) return { status: 401, key: null, body: { code: 'session.missing', title: 'Non' } };
    if (this.happens('cut')) return NO_ANSWER;
    const answer = this.server.answer(entry);
    await this.step(life);
    if (this.happens('cut')) return NO_ANSWER;
    return answer.key === null ? answer : { ...answer, key: sent.key };
  }

  private shelf(rows: Map<string, Uint8Array>, life: number): Shelf {
    return shelfOf(rows, () => this.step(life));
  }

  /** Before it is done and after it: what a page of before has begun goes no further. */
  private async step(life: number): Promise<void> {
    for (let turns = Math.floor(this.random() * 3); turns > 0; turns -= 1) await Promise.resolve();
    if (life !== this.life || this.happens('kill')) {
      if (life === this.life) this.life += 1;
      throw new Killed();
    }
  }

  private happens(what: keyof ModelPhone['chances']): boolean {
    return this.random() < this.chances[what];
  }

  private async lives(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      this.life += 1;
      return false;
    }
  }
}

const PLAIN: Sealer = {
  seal: async (_name, text) => new TextEncoder().encode(text),
  open: async (_name, sealed) => new TextDecoder().decode(sealed),
};

function shelfOf(rows: Map<string, Uint8Array>, step: () => Promise<void>): Shelf {
  const stepped = async (work: () => unknown) => {
    await step();
    work();
    await step();
  };
  return {
    all: async () => {
      await step();
      return new Map(rows);
    },
    put: (name, sealed) => stepped(() => rows.set(name, sealed)),
    remove: (name) => stepped(() => rows.delete(name)),
  };
}

/** As the lock of the browser does, which is let go by whoever dies. */
function oneByOne(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
}

function entryOf({ key, lane, body, needs }: Act, seq: number, version: number, fault: Fault | null): Entry {
  return {
    key,
    seq,
    kind: 'act',
    account: 'person',
    assignment: 'role',
    lane: fault === 'objects-out-of-order' ? `${lane} ${key}` : lane,
    object: { kind: 'ticket', id: lane },
    action: 'note',
    about: 'Note',
    request: { method: 'POST', path: `/api/v1/${lane}`, body },
    version: fault === 'objects-out-of-order' ? null : version,
    mediaType: null,
    needs,
    saidAt: '2026-11-24T08:00:00Z',
    form: 1,
    read: null,
    mine: {},
    readAgain: null,
    settleAt: null,
    tries: 0,
    notBefore: 0,
    refusal: null,
  };
}
