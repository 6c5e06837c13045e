import { depositsAddPhoto, depositsMake, type DepositRequest } from '@parc/api-client';
import { DEPOSIT_BODY_CHARACTERS, DEPOSIT_OBJECT_NAMES, type DepositObject } from '@parc/domain';
import type { NewAct, NewPhoto, WaitingAct } from './acts';
import { derivedKey } from './queue/derived-key';
import type { Refusal } from './queue/entry';

/** What is said of an act that no answer has refused: it waits for a role that may not come back. */
const OTHER_ROLE: Pick<Refusal, 'code' | 'sentence'> = {
  code: 'phone.other-role',
  sentence: 'Noté sous un autre rôle que celui d’aujourd’hui.',
};
const SENTENCE_CHARACTERS = 500;

/** What may be handed to the plan manager: all that does not go by itself, but for what is handed in already. */
export function mayBeDeposited({ object, refusal, otherRole }: Pick<WaitingAct, 'object' | 'refusal' | 'otherRole'>) {
  return isDepositObject(object.kind) && (refusal !== null || otherRole);
}

/**
 * An act handed in as it stands, with its photos. Its key follows from the act's: where a phone dies in between, what is
 * handed in a second time is there once.
 * @throws TypeError where it cannot be handed in
 */
export async function depositAct(act: WaitingAct, photos: readonly NewPhoto[]): Promise<NewAct> {
  const { kind, id } = act.object;
  if (!isDepositObject(kind)) throw new TypeError(`no deposit is made of ${kind}`);
  const key = await derivedKey(act.key, 'deposit');
  const { code, sentence } = act.refusal ?? OTHER_ROLE;
  const body: DepositRequest = {
    ...{ id: key, objectKind: kind, objectId: id, action: act.action, saidAt: act.saidAt, refusalCode: code },
    about: act.about.slice(0, SENTENCE_CHARACTERS),
    refusal: sentence.slice(0, SENTENCE_CHARACTERS),
    body: textOf(act.body),
    photos: photos.map(({ slot: { id: slot, sha256, sizeBytes }, size }) => ({
      ...{ id: slot, sha256, sizeBytes, size, photoId: photoOf(act.body, slot) },
    })),
  };
  return {
    ...{ key, version: null, action: 'deposit', object: { kind: 'deposit', id: key } },
    about: `Confié au gestionnaire : ${act.about}`,
    request: { method: 'POST', path: depositsMake.PATH, body },
    photos: photos.map((photo) => ({
      ...photo,
      path: `${depositsAddPhoto.PATH.replace('{id}', key)}?slot=${photo.slot.id}`,
    })),
  };
}

function isDepositObject(kind: string): kind is DepositObject {
  return DEPOSIT_OBJECT_NAMES.some((name) => name === kind);
}

/** Word for word; a character that no text may hold, which may be why it was refused, is written as its number. */
function textOf(body: unknown): string {
  if (body === null) return '';
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(body)
    .replace(/[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, escaped)
    .slice(0, DEPOSIT_BODY_CHARACTERS);
}

/** Which photo a slot is a size of, where the act has said it. */
function photoOf(body: unknown, slot: string): string {
  const { photos } = (body ?? {}) as { photos?: unknown };
  const told: unknown = Array.isArray(photos) ? photos.find((photo: { id?: unknown }) => photo.id === slot) : null;
  const { photoId } = (told ?? {}) as { photoId?: unknown };
  return typeof photoId === 'string' ? photoId : slot;
}
