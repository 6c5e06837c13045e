import { PHOTO_PART_BYTES } from '@parc/domain';
import { type Answer, NO_ANSWER } from '../queue/answer';
import type { Entry } from '../queue/entry';

const ACT_MILLISECONDS = 60_000;
/** Of a photo, or of a part of it. */
const PHOTO_MILLISECONDS = 180_000;

/** What its author reads when the browser has lost a photo all the same. */
const PHOTO_LOST: Answer = {
  status: 410,
  key: null,
  body: { code: 'phone.photo-lost', title: 'Cette photo n’est plus sur ce téléphone.' },
};

/**
 * Sends one entry: an act, a photo, or the next part of a large one. Not by the application's client: a session that has ended
 * closes no page here, and an answer that is not ours is told from one that is.
 * @param photo its bytes; null for an act
 * @param count what the phone says of its count (`actCount`); null where it says nothing
 */
export async function posted(
  entry: Entry,
  { csrfToken, photo, count }: { csrfToken: string; photo: Uint8Array<ArrayBuffer> | null; count: string | null },
): Promise<Answer> {
  const { key, kind, request, version, mediaType } = entry;
  if (kind !== 'act' && photo === null) return PHOTO_LOST;
  const part = photo === null ? null : partOf(photo, entry.sentBytes ?? 0);
  const headers: Record<string, string> = { 'Idempotency-Key': key, 'X-CSRF-Token': csrfToken, 'ngsw-bypass': 'true' };
  if (version !== null) headers['If-Match'] = `"${version}"`;
  if (request.body !== null) headers['Content-Type'] = 'application/json';
  if (count !== null) headers['Phone-Act'] = count;
  if (part?.range) headers['Content-Range'] = part.range;
  try {
    const answer = await fetch(request.path, {
      method: request.method,
      headers,
      body: part === null ? request.body : formOf(part.bytes, mediaType ?? 'image/jpeg'),
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(photo === null ? ACT_MILLISECONDS : PHOTO_MILLISECONDS),
    });
    return { status: answer.status, key: answer.headers.get('Idempotency-Key'), body: await bodyOf(answer) };
  } catch {
    return NO_ANSWER;
  }
}

/** What leaves of a photo now: all of a small one, the next part of a large one. */
export function partOf(
  photo: Uint8Array<ArrayBuffer>,
  sentBytes: number,
): { readonly bytes: Uint8Array<ArrayBuffer>; readonly range: string | null } {
  if (photo.length <= PHOTO_PART_BYTES) return { bytes: photo, range: null };
  // A server that tells of more than there is has another photo: it is sent again from its beginning.
  const from = sentBytes < photo.length ? sentBytes : 0;
  const bytes = photo.subarray(from, from + PHOTO_PART_BYTES);
  return { bytes, range: `bytes ${from}-${from + bytes.length - 1}/${photo.length}` };
}

async function bodyOf(answer: Response): Promise<unknown> {
  if (!/\bjson\b/.test(answer.headers.get('Content-Type') ?? '')) return undefined;
  try {
    return await answer.json();
  } catch {
    // Cut on its way: the same question is asked again.
    return undefined;
  }
}

function formOf(photo: Uint8Array<ArrayBuffer>, type: string): FormData {
  const form = new FormData();
  form.append('file', new Blob([photo], { type }), `photo.${type.split('/')[1] ?? 'jpeg'}`);
  return form;
}
