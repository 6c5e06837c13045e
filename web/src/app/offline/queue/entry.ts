import type { ObjectSeen } from './rebase';

/** A small photo follows the acts; a whole one waits for Wi-Fi, or until it is asked for. */
export type EntryKind = 'act' | 'small' | 'whole';

/** Why the server said no: for the person who wrote it to answer. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly sentence: string;
}

export interface KeptRequest {
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** After the origin. */
  readonly path: string;
  /** Exactly what is sent, every time; null where there is no body, or where it is a photo's bytes. */
  readonly body: string | null;
}

/** Something that was done here and that the server does not know yet. */
export interface Entry {
  /** One UUID for life: the repetition key, and the id of what it creates. */
  readonly key: string;
  /** Of acts, counted by this phone without a gap; a photo has that of its act. */
  readonly seq: number;
  /** Its number is told to the server. Left out by older pages, whose photos were counted as well, and once it has come under it. */
  readonly counted?: boolean;
  readonly kind: EntryKind;
  readonly account: string;
  /** The role it was written under: it is sent under no other. */
  readonly assignment: string;
  /** What must keep its order: one object. */
  readonly lane: string;
  readonly object: { readonly kind: string; readonly id: string };
  readonly action: string;
  readonly about: string;
  readonly request: KeptRequest;
  /** `If-Match`; null where the route asks for none. */
  readonly version: number | null;
  /** Of a photo: what its bytes are. */
  readonly mediaType: string | null;
  /** Of a photo in parts: how much of it the server has told to have. Bytes; left out: nothing. */
  readonly sentBytes?: number;
  readonly needs: readonly string[];
  /** When it was said, by the server's clock as the phone knew it. */
  readonly saidAt: string;
  /** Which form wrote the body: the server reads bodies of 90 days ago. */
  readonly form: number;
  readonly read: ObjectSeen | null;
  readonly mine: Readonly<Record<string, unknown>>;
  readonly readAgain: string | null;
  readonly settleAt: string | null;
  readonly tries: number;
  /** Milliseconds since 1970; not tried again before. */
  readonly notBefore: number;
  readonly refusal: Refusal | null;
}

export type Queue = readonly Entry[];
