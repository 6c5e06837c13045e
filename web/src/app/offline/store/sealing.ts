import type { Sealer } from './shelf';

const IV_BYTES = 12;
const SALT_BYTES = 16;
/** A third of a second on a phone; whoever holds it tries three passwords a second. */
const ROUNDS = 600_000;

/** A person's key, as it lies on the phone: opened by their password alone. */
export interface Wrap {
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly sealedKey: Uint8Array<ArrayBuffer>;
}

/** The same key, opened by the passkey of this phone alone: its authenticator gives a secret for each salt, to a finger that it knows. */
export interface PasskeyWrap extends Wrap {
  /** The authenticator's name for it, base64url. */
  readonly id: string;
}

/** Its bytes leave this page twice: wrapped, and to the server, which gives it back to whoever forgot a password. */
export function freshKeyBytes(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(32));
}

/** For use in this page's memory: its bytes are not given out again. */
export function usable(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

export async function wrapped(bytes: Uint8Array<ArrayBuffer>, password: string): Promise<Wrap> {
  const salt = freshSalt();
  return { salt, sealedKey: await sealBytes(await passwordKey(password, salt), 'key', bytes) };
}

/** @param secret of 32 bytes, that the authenticator has given for this salt */
export async function wrappedBySecret(
  bytes: Uint8Array<ArrayBuffer>,
  secret: BufferSource,
  salt: Uint8Array<ArrayBuffer>,
): Promise<Wrap> {
  return { salt, sealedKey: await sealBytes(await secretKey(secret, salt), 'key', bytes) };
}

/** The key's bytes; null when the secret is another. */
export async function unwrappedBySecret(
  { salt, sealedKey }: Wrap,
  secret: BufferSource,
): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return await openBytes(await secretKey(secret, salt), 'key', sealedKey);
  } catch {
    return null;
  }
}

export const freshSalt = (): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(SALT_BYTES));

/** The key's bytes; null when the password is another. */
export async function unwrapped({ salt, sealedKey }: Wrap, password: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return await openBytes(await passwordKey(password, salt), 'key', sealedKey);
  } catch {
    return null;
  }
}

export function sealerOf(key: CryptoKey): Sealer {
  return {
    seal: (name, text) => sealBytes(key, name, new TextEncoder().encode(text)),
    open: async (name, sealed) => new TextDecoder().decode(await openBytes(key, name, Uint8Array.from(sealed))),
  };
}

export async function sealBytes(
  key: CryptoKey,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bytesOf(name) }, key, bytes);
  const both = new Uint8Array(IV_BYTES + sealed.byteLength);
  both.set(iv);
  both.set(new Uint8Array(sealed), IV_BYTES);
  return both;
}

/** @throws when the key or the name is another, or the bytes are not whole */
export async function openBytes(
  key: CryptoKey,
  name: string,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const [iv, rest] = [sealed.slice(0, IV_BYTES), sealed.slice(IV_BYTES)];
  return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: bytesOf(name) }, key, rest));
}

async function passwordKey(password: string, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', bytesOf(password), 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

async function secretKey(secret: BufferSource, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt, info: bytesOf('parc-ecole phone key') },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
