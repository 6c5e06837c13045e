/*
 * A head's code that is typed on somebody else's phone without a network: only the server reads it, and it opens nothing but what it
 * was typed under (api/src/identity/sealed-codes.ts). P-256 with a key of the moment, HKDF-SHA-256, AES-256-GCM.
 */

import { base64Of, base64UrlOf, bytesOf } from './base64';

const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const;
const USE = 'parc-ecole sealed code';
/** However long a code is, what is sealed has one length. */
const CODE_CHARACTERS = 12;

/** What a code agrees to: one object, one request by its key, one body as it will be sent. */
export interface SealedUnder {
  readonly objectId: string;
  readonly key: string;
  readonly body: object;
}

/** @param sealKey of the round as it was taken along @returns base64url: point, nonce, what is sealed and its proof */
export async function sealCode(code: string, sealKey: string, under: SealedUnder): Promise<string> {
  const { subtle } = crypto;
  const server = await subtle.importKey('raw', bytesOf(sealKey), CURVE, false, []);
  const moment = await subtle.generateKey(CURVE, false, ['deriveBits']);
  const point = new Uint8Array(await subtle.exportKey('raw', moment.publicKey));
  const shared = await subtle.deriveBits({ name: 'ECDH', public: server }, moment.privateKey, 256);
  const material = await subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']);
  const key = await subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: point, info: utf8(USE) },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt'],
  );
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const additionalData = utf8(await boundTo(under));
  const sealed = await subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, utf8(code.padEnd(CODE_CHARACTERS)));
  return base64UrlOf(Uint8Array.of(...point, ...iv, ...new Uint8Array(sealed)));
}

/** As the server puts it together of what it receives. */
async function boundTo({ objectId, key, body }: SealedUnder): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(JSON.stringify(body))));
  return [objectId.toLowerCase(), key, base64Of(hash)].join('\n');
}

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
