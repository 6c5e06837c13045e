import { createDecipheriv, createECDH, createHash, hkdfSync, webcrypto } from 'node:crypto';
import { TextDecoder, TextEncoder } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { sealCode } from './seal-code';

// What the page's stand-in has not, and every browser has.
Object.defineProperty(globalThis, 'crypto', { value: webcrypto });
Object.assign(globalThis, { TextDecoder, TextEncoder });

const server = createECDH('prime256v1');
const sealKey = server.generateKeys('base64url');

const under = {
  objectId: '0197F0AA-1111-7111-8111-111111111111',
  key: 'a-key',
  body: { note: 'Posé', seenCents: 12_000 },
};

/** As the server opens it, by its own library. */
function opened(sealed: string, boundTo: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const point = bytes.subarray(0, 65);
  const key = Buffer.from(hkdfSync('sha256', server.computeSecret(point), point, 'parc-ecole sealed code', 32));
  const opening = createDecipheriv('aes-256-gcm', key, bytes.subarray(65, 77), { authTagLength: 16 });
  opening.setAAD(Buffer.from(boundTo)).setAuthTag(bytes.subarray(-16));
  return Buffer.concat([opening.update(bytes.subarray(77, -16)), opening.final()]).toString();
}

const boundTo = (body: object) =>
  [under.objectId.toLowerCase(), 'a-key', createHash('sha256').update(JSON.stringify(body)).digest('base64')].join(
    '\n',
  );

describe('a head’s code on somebody else’s phone', () => {
  it('is read by the server, under what it was typed for', async () => {
    expect(opened(await sealCode('246813', sealKey, under), boundTo(under.body)).trim()).toBe('246813');
  });

  it('is not read under another report', async () => {
    const sealed = await sealCode('246813', sealKey, under);
    expect(() => opened(sealed, boundTo({ ...under.body, note: 'Rien' }))).toThrow();
  });

  it('says neither itself nor its length, and is never sealed twice alike', async () => {
    const [short, again, long] = await Promise.all(
      ['246813', '246813', '246813579246'].map((code) => sealCode(code, sealKey, under)),
    );
    expect(short).not.toContain('246813');
    expect(again).not.toBe(short);
    expect(long).toHaveLength(short!.length);
    expect(short).toMatch(/^[\w-]+$/);
  });
});
