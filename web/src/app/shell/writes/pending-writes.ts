import { HttpRequest } from '@angular/common/http';
import { Injectable } from '@angular/core';
import { SECRET_FIELDS } from '@parc/domain';

/** A write whose end is not known: enough to ask again, and to say what it was about. */
export interface PendingWrite {
  readonly key: string;
  /** Whose it is. */
  readonly accountId: string;
  /** The page it was sent from: "Virement". */
  readonly about: string;
  readonly method: string;
  readonly url: string;
  /** `If-Match`. */
  readonly version: string | null;
  /** JSON text; null when it has no body. */
  readonly body: string | null;
}

const STORED = 'parc.pending-writes';

/** Writes that were sent and not answered, in this tab until it is closed or left: a reload finds them again. */
@Injectable({ providedIn: 'root' })
export class PendingWrites {
  /** Writes that this page itself is asking for, by their own key, with the key they left under, if they left. */
  private readonly own = new Map<string, string | null>();

  /** A write begins to be asked for under this key. */
  follow(key: string): void {
    this.own.set(key, null);
  }

  /** It is not asked for any more. @param known what became of it, so that nobody needs to ask again */
  unfollow(key: string, known: boolean): void {
    const sentAs = this.own.get(key) ?? key;
    if (known) this.store(this.all().filter((write) => write.key !== sentAs));
    this.own.delete(key);
  }

  /** Whether the write left under a key: only then may it be asked again. */
  wasSent(key: string): boolean {
    return this.own.get(key) != null;
  }

  /**
   * Keeps a write that leaves, but a file or a secret. The same thing, sent before and not answered, keeps the key it had:
   * it is not done twice.
   * @returns the key to send it under; null when nobody follows it
   */
  keep(request: HttpRequest<unknown>, accountId: string, about: string): string | null {
    const own = request.headers.get('Idempotency-Key');
    if (own === null || !this.own.has(own)) return null;
    const body = bodyOf(request);
    const { method, urlWithParams: url } = request;
    const kept = this.all();
    const alike = (one: PendingWrite) =>
      one.accountId === accountId && one.method === method && one.url === url && one.body === body;
    const key = kept.find(alike)?.key ?? own;
    this.own.set(own, key);
    if (key === own && body !== undefined && !kept.some((write) => write.key === key)) {
      const write = { key, accountId, about, method, url, version: request.headers.get('If-Match'), body };
      this.store([...kept, write]);
    }
    return key;
  }

  forgetAll(): void {
    this.store([]);
  }

  /** What this person sent from a page that is gone; what others left is forgotten. */
  leftBy(accountId: string): readonly PendingWrite[] {
    const theirs = this.all().filter((write) => write.accountId === accountId);
    this.store(theirs);
    return theirs.filter(({ key }) => !this.own.has(key));
  }

  private all(): readonly PendingWrite[] {
    try {
      const stored: unknown = JSON.parse(sessionStorage.getItem(STORED) ?? '[]');
      return Array.isArray(stored) ? stored.filter(isPendingWrite) : [];
    } catch {
      return [];
    }
  }

  private store(writes: readonly PendingWrite[]): void {
    try {
      if (writes.length === 0) sessionStorage.removeItem(STORED);
      else sessionStorage.setItem(STORED, JSON.stringify(writes));
    } catch {
      // A browser that keeps nothing asks again as long as the page is open.
    }
  }
}

/** JSON text, null without a body, undefined where it may not be kept: a file, or a secret, which never lies in a browser. */
function bodyOf({ body }: HttpRequest<unknown>): string | null | undefined {
  if (body === null) return null;
  if (body instanceof FormData || body instanceof Blob) return undefined;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return SECRET_FIELDS.some((name) => text.includes(`"${name}":`)) ? undefined : text;
}

function isPendingWrite(stored: unknown): stored is PendingWrite {
  const { key, accountId, about, method, url, version, body } = (stored ?? {}) as Record<string, unknown>;
  const texts = [key, accountId, about, method, url].every((text) => typeof text === 'string');
  return texts && [version, body].every((text) => text === null || typeof text === 'string');
}
