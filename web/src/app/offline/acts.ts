import type { DepositObject } from '@parc/domain';
import type { Entry, KeptRequest, Queue, Refusal } from './queue/entry';
import type { ObjectSeen } from './queue/rebase';

export interface PhotoSlot {
  readonly id: string;
  readonly sha256: string;
  readonly sizeBytes: number;
}

export interface NewPhoto {
  /** As the body announces it. A small and a whole photo are two slots. */
  readonly slot: PhotoSlot;
  readonly bytes: Blob;
  /** Small ones follow the acts; whole ones go on Wi-Fi or when asked. */
  readonly size: 'small' | 'whole';
  /** Sent as multipart field `file`, under the slot's id as its key. */
  readonly path: string;
}

/** Who came to a session is Éducation nationale's alone: it is never handed to the plan manager. */
export type ActObject = DepositObject | 'deposit' | 'training';

export interface NewAct {
  /** Made when the form opens: one UUID for life. */
  readonly key: string;
  readonly object: { readonly kind: ActObject; readonly id: string };
  readonly action: string;
  /** What the panel says: "Résoudre T-2026-00932, portable". */
  readonly about: string;
  readonly request: { readonly method: KeptRequest['method']; readonly path: string; readonly body: unknown };
  readonly version: number | null;
  readonly needs?: readonly string[];
  readonly photos?: readonly NewPhoto[];
  /** What was read when the form opened, for `rebase`. */
  readonly read?: ObjectSeen;
  /** Which of its fields the act writes. */
  readonly mine?: Readonly<Record<string, unknown>>;
  /** Where the object is read again after a conflict. */
  readonly readAgain?: string;
  /** The page on which its author settles a conflict; without it the panel offers to deposit it or to give it up. */
  readonly settleAt?: string;
}

/** An act as its author sees it while it waits. */
export interface WaitingAct {
  readonly key: string;
  readonly seq: number;
  readonly object: NewAct['object'] | { readonly kind: string; readonly id: string };
  readonly action: string;
  readonly about: string;
  readonly saidAt: string;
  readonly body: unknown;
  readonly version: number | null;
  readonly read: ObjectSeen | null;
  readonly mine: Readonly<Record<string, unknown>>;
  readonly readAgain: string | null;
  readonly settleAt: string | null;
  /** How many of its photos wait with it. */
  readonly photos: number;
  /** Written under another role than the present one: it waits for that role. */
  readonly otherRole: boolean;
  readonly refusal: Refusal | null;
}

export type Settlement =
  /** Under the same key: merged, or mine, theirs or both chosen. */
  | { readonly kind: 'resend'; readonly body: unknown; readonly version: number }
  /** A note, a new report, the same on another object: it takes the photos of the one it stands for, where it announces them. */
  | { readonly kind: 'instead'; readonly act: NewAct }
  /** Handed to the plan manager as it stands, with its photos. */
  | { readonly kind: 'deposit' }
  /** As it stands: what stood in its way may have gone. */
  | { readonly kind: 'retry' }
  /** Asked twice by who calls. */
  | { readonly kind: 'discard' };

/** Which shape of bodies this page writes: the server reads those of 90 days ago. */
const FORM = 1;

interface Written {
  readonly account: string;
  readonly assignment: string;
  readonly saidAt: string;
}

/** The entries of an act and of its photos, under its number. */
export function entriesOf(act: NewAct, written: Written, seq: number): readonly Entry[] {
  const { key, object, action, about, request, version, needs = [], photos = [] } = act;
  const shared = { ...written, object, about, form: FORM, tries: 0, notBefore: 0, refusal: null };
  const own: Entry = {
    ...shared,
    key,
    seq,
    counted: true,
    kind: 'act',
    lane: `${object.kind}:${object.id}`,
    action,
    request: { ...request, body: request.body == null ? null : JSON.stringify(request.body) },
    version,
    mediaType: null,
    needs,
    read: act.read ?? null,
    mine: act.mine ?? {},
    readAgain: act.readAgain ?? null,
    settleAt: act.settleAt ?? null,
  };
  const ofPhotos = photos.map(({ slot, bytes, size, path }): Entry => ({
    ...shared,
    key: slot.id,
    seq,
    kind: size,
    lane: `photo:${slot.id}`,
    action: 'photo',
    request: { method: 'POST', path, body: null },
    version: null,
    mediaType: bytes.type,
    needs: [key],
    read: null,
    mine: {},
    readAgain: null,
    settleAt: null,
  }));
  return [own, ...ofPhotos];
}

/** Oldest first. @param assignment the present role; null while nobody is signed in */
export function waitingActs(queue: Queue, assignment: string | null): readonly WaitingAct[] {
  return queue
    .filter(({ kind }) => kind === 'act')
    .map((entry) => ({
      key: entry.key,
      seq: entry.seq,
      object: entry.object,
      action: entry.action,
      about: entry.about,
      saidAt: entry.saidAt,
      body: entry.request.body === null ? null : JSON.parse(entry.request.body),
      version: entry.version,
      read: entry.read,
      mine: entry.mine,
      readAgain: entry.readAgain,
      settleAt: entry.settleAt,
      photos: queue.filter(({ kind, needs }) => kind !== 'act' && needs.includes(entry.key)).length,
      otherRole: assignment !== null && entry.assignment !== assignment,
      refusal: entry.refusal,
    }));
}
