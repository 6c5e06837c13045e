import type { Answer } from './answer';
import type { Entry } from './entry';

/** A write as the server took it in. */
export interface Applied {
  readonly key: string;
  readonly lane: string;
  readonly body: string | null;
  readonly seq: number;
}

interface Done {
  readonly body: string | null;
  readonly version: number;
}

/** The server as far as the queue knows it: keys that count for good, versions, and refusals as problem documents. */
export class ModelServer {
  readonly applied: Applied[] = [];
  /** Acts that came before what they need. */
  readonly tooSoon: string[] = [];
  private readonly done = new Map<string, Done>();
  /** Who left each version of an object. */
  private readonly versions = new Map<string, ('own' | 'other')[]>();

  versionOf(lane: string): number {
    return 1 + (this.versions.get(lane) ?? []).length;
  }

  /** Somebody at a desk changes the object. */
  changedByOther(lane: string): void {
    this.leave(lane, 'other');
  }

  answer(entry: Entry): Answer {
    const { key, lane, request } = entry;
    const before = this.done.get(key);
    if (before !== undefined) {
      if (before.body !== request.body) return problem(409, 'idempotency.other-body');
      return { status: 200, key, body: { version: before.version } };
    }
    if (request.body?.includes('poison') === true) return problem(422, 'request.invalid');
    if (entry.version !== null && !this.mayPass(lane, entry.version)) return problem(412, 'version.stale');
    if (entry.needs.some((need) => !this.done.has(need))) this.tooSoon.push(key);
    this.leave(lane, 'own');
    this.done.set(key, { body: request.body, version: this.versionOf(lane) });
    this.applied.push({ key, lane, body: request.body, seq: entry.seq });
    return { status: 200, key, body: { version: this.versionOf(lane) } };
  }

  private mayPass(lane: string, seen: number): boolean {
    return (this.versions.get(lane) ?? []).slice(seen - 1).every((who) => who === 'own');
  }

  private leave(lane: string, who: 'own' | 'other'): void {
    this.versions.set(lane, [...(this.versions.get(lane) ?? []), who]);
  }
}

function problem(status: number, code: string): Answer {
  return { status, key: null, body: { code, title: 'Non' } };
}
