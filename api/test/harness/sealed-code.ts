import { createCipheriv, createECDH, createHash, hkdfSync, randomBytes } from 'node:crypto';

/** A code as a phone seals it, by another library than the phone's. @param key of the round, base64url */
export function sealedCode(code: string, boundTo: string, key: string): string {
  const moment = createECDH('prime256v1');
  const point = moment.generateKeys();
  const shared = moment.computeSecret(Buffer.from(key, 'base64url'));
  const nonce = randomBytes(12);
  const cipher = createCipheriv(
    'aes-256-gcm',
    Buffer.from(hkdfSync('sha256', shared, point, 'parc-ecole sealed code', 32)),
    nonce,
  );
  cipher.setAAD(Buffer.from(boundTo));
  const sealed = Buffer.concat([cipher.update(code.padEnd(12)), cipher.final(), cipher.getAuthTag()]);
  return Buffer.concat([point, nonce, sealed]).toString('base64url');
}

export const bodyHashOf = (body: object) => createHash('sha256').update(JSON.stringify(body)).digest('base64');
