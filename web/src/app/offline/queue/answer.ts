import type { Refusal } from './entry';

/** What came back, or that nothing did (`status` 0). */
export interface Answer {
  readonly status: number;
  /** The key that the answer names: a portal that answers 200 to everything names none. */
  readonly key: string | null;
  /** What its JSON says; undefined when it is no JSON. */
  readonly body: unknown;
}

export type Verdict =
  /** The server has it; the version that it left, where it left one. */
  | { readonly kind: 'done'; readonly version: number | null }
  /** A photo is there so far, bytes from its beginning: the rest of it follows. */
  | { readonly kind: 'part'; readonly receivedBytes: number }
  | { readonly kind: 'later' }
  /** Nobody is signed in: everything waits, nothing is lost. */
  | { readonly kind: 'signed-out' }
  /** The page's token is of another role or session: the session is read again, then it is sent again. */
  | { readonly kind: 'reread-session' }
  /** It had arrived before it was changed here: the change is an act of its own. */
  | { readonly kind: 'arrived-before' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export const NO_ANSWER: Answer = { status: 0, key: null, body: undefined };
const LATER: Verdict = { kind: 'later' };
/** Taken in, and not yet whole. */
const PART = 202;
const PASSING = new Set([408, 425, 429]);

/** What an answer to the key means. What does not speak as our server does is no answer at all. */
export function judged(key: string, { status, key: named, body }: Answer): Verdict {
  if (status >= 200 && status < 300) {
    if (named !== key || body === undefined) return LATER;
    const receivedBytes = status === PART ? receivedOf(body) : null;
    return receivedBytes === null ? { kind: 'done', version: versionOf(body) } : { kind: 'part', receivedBytes };
  }
  const refusal = refusalOf(status, body);
  if (refusal === null || status < 400 || status >= 500 || PASSING.has(status)) return LATER;
  if (status === 401) return { kind: 'signed-out' };
  if (refusal.code === 'session.csrf') return { kind: 'reread-session' };
  if (refusal.code === 'idempotency.other-body') return { kind: 'arrived-before' };
  return { kind: 'refused', refusal };
}

function receivedOf(body: unknown): number | null {
  const { receivedBytes } = (body ?? {}) as { receivedBytes?: unknown };
  return typeof receivedBytes === 'number' ? receivedBytes : null;
}

function versionOf(body: unknown): number | null {
  const { version } = (body ?? {}) as { version?: unknown };
  return typeof version === 'number' ? version : null;
}

function refusalOf(status: number, body: unknown): Refusal | null {
  const { code, title, detail } = (body ?? {}) as Record<string, unknown>;
  if (typeof code !== 'string' || typeof title !== 'string') return null;
  return { status, code, sentence: typeof detail === 'string' && detail !== '' ? detail : title };
}
