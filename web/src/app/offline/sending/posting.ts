import { type Answer, NO_ANSWER } from '../queue/answer';
import type { Entry } from '../queue/entry';

const ACT_MILLISECONDS = 60_000;
const PHOTO_MILLISECONDS = 180_000;

/** What its author reads when the browser has lost a photo all the same. */
const PHOTO_LOST: Answer = {
  status: 410,
  key: null,
  body: { code: 'phone.photo-lost', title: 'Cette photo n’est plus sur ce téléphone.' },
};

/**
 * Sends one entry. Not by the application's client: a session that has ended closes no page here, and an answer that is not
 * ours is told from one that is.
 * @param photo its bytes; null for an act
 */
export async function posted(
  entry: Entry,
  { csrfToken, photo }: { csrfToken: string; photo: Uint8Array<ArrayBuffer> | null },
): Promise<Answer> {
  const { key, kind, request, version, mediaType } = entry;
  if (kind !== 'act' && photo === null) return PHOTO_LOST;
  const headers: Record<string, string> = { 'Idempotency-Key': key, 'X-CSRF-Token': csrfToken, 'ngsw-bypass': 'true' };
  if (version !== null) headers['If-Match'] = `"${version}"`;
  if (request.body !== null) headers['Content-Type'] = 'application/json';
  try {
    const answer = await fetch(request.path, {
      method: request.method,
      headers,
      body: photo === null ? request.body : formOf(photo, mediaType ?? 'image/jpeg'),
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
