import { type Answer, judged, NO_ANSWER } from '../queue/answer';
import type { Entry, Queue } from '../queue/entry';
import { nextLook, sendable, type Situation } from '../queue/next';
import { settled } from '../queue/settled';

/** What the sender is lent. */
export interface SendingPorts {
  readonly kept: { readonly queue: Queue; change(next: (queue: Queue) => Queue): Promise<void> };
  /** The role that the session is under; null while nobody is signed in. */
  assignment(): string | null;
  wholePhotos(): boolean;
  /** Never throws: what did not come back is no answer. */
  post(entry: Entry): Promise<Answer>;
  /** The session's token is read again. @returns whether there is a session */
  rereadSession(): Promise<boolean>;
  signedOut(): void;
  /** Milliseconds since 1970. */
  now(): number;
  random(): number;
  /** The same for the same change of the same act: a page that dies in between makes no second one. */
  keyOfChange(entry: Entry): Promise<string>;
}

/** Sends what may be sent, each object in its order, four objects at once, until nothing may be sent now. */
export class SendLoop {
  private readonly ports: SendingPorts;
  private readonly underWay = new Map<string, Promise<void>>();
  private halted = false;
  private running: Promise<void> | null = null;

  // Not a parameter that is a field: the bench reads this file as it is, and Node only takes types out.
  constructor(ports: SendingPorts) {
    this.ports = ports;
  }

  /** When it is worth running again, milliseconds since 1970; null when only something new could change it. */
  get nextLook(): number | null {
    const situation = this.situation();
    return situation === null ? null : nextLook(this.ports.kept.queue, situation);
  }

  run(): Promise<void> {
    this.halted = false;
    this.running ??= this.sendAll().finally(() => (this.running = null));
    return this.running;
  }

  private async sendAll(): Promise<void> {
    for (;;) {
      const situation = this.halted ? null : this.situation();
      for (const entry of situation === null ? [] : sendable(this.ports.kept.queue, situation)) this.begin(entry);
      if (this.underWay.size === 0) return;
      await Promise.race(this.underWay.values());
    }
  }

  private situation(): Situation | null {
    const assignment = this.ports.assignment();
    if (assignment === null) return null;
    const underWay = new Set(this.underWay.keys());
    return { now: this.ports.now(), assignment, underWay, wholePhotos: this.ports.wholePhotos() };
  }

  private begin(entry: Entry): void {
    this.underWay.set(
      entry.key,
      this.send(entry).finally(() => this.underWay.delete(entry.key)),
    );
  }

  private async send(entry: Entry): Promise<void> {
    let verdict = judged(entry.key, await this.ports.post(entry));
    if (verdict.kind === 'reread-session' && (await this.ports.rereadSession())) {
      verdict = judged(entry.key, await this.ports.post(entry));
    }
    if (verdict.kind === 'signed-out') {
      this.halted = true;
      this.ports.signedOut();
      return;
    }
    // Twice in a row: somebody changes roles in another window at this moment.
    if (verdict.kind === 'reread-session') verdict = judged(entry.key, NO_ANSWER);
    const settledAs = verdict;
    const freshKey = await this.ports.keyOfChange(entry);
    const [now, random] = [this.ports.now(), this.ports.random()];
    await this.ports.kept.change((queue) => settled(queue, entry, settledAs, { now, random, freshKey }));
  }
}
