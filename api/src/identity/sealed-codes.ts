import { createDecipheriv, createECDH, createHash, hkdfSync, type ECDH } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SecretKey } from '../platform/config/secret-key.js';

const CURVE = 'prime256v1';
const POINT_BYTES = 65;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const USE = 'parc-ecole sealed code';

/**
 * Codes that a phone has kept without a network, which only the server reads: P-256 with a key of the moment, HKDF-SHA-256, AES-256-GCM
 * (web/src/app/offline/seal-code.ts). Each is bound to what it agrees to, and opens nothing else.
 */
@Injectable()
export class SealedCodes {
  private readonly pair: ECDH;
  /** For the phone: the point uncompressed, base64url. */
  readonly publicKey: string;

  constructor(secretKey: SecretKey) {
    this.pair = pairOf(secretKey);
    this.publicKey = this.pair.getPublicKey('base64url');
  }

  /**
   * @param sealed base64url: point of the moment's key, 12 bytes of nonce, what is sealed with its 16 bytes of proof
   * @param boundTo what the phone has sealed it for: `sealedFor`
   * @returns null when it was sealed for something else, for another server, or is no such thing
   */
  open(sealed: string, boundTo: string): string | null {
    const bytes = Buffer.from(sealed, 'base64url');
    if (bytes.length <= POINT_BYTES + IV_BYTES + TAG_BYTES) return null;
    const point = bytes.subarray(0, POINT_BYTES);
    const nonce = bytes.subarray(POINT_BYTES, POINT_BYTES + IV_BYTES);
    try {
      const key = Buffer.from(hkdfSync('sha256', this.pair.computeSecret(point), point, USE, 32));
      const opening = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
      opening.setAAD(Buffer.from(boundTo)).setAuthTag(bytes.subarray(-TAG_BYTES));
      const text = opening.update(bytes.subarray(POINT_BYTES + IV_BYTES, -TAG_BYTES));
      return Buffer.concat([text, opening.final()]).toString().trim();
    } catch {
      return null;
    }
  }
}

/** One object, one request, one text: a code that is carried elsewhere opens nothing there. @param bodyHash of the request without its secrets */
export const sealedFor = (objectId: string, { key, bodyHash }: { key: string; bodyHash: string }): string =>
  [objectId.toLowerCase(), key, bodyHash].join('\n');

/** The same on every server and at each start that has the same secret. */
function pairOf(secretKey: SecretKey): ECDH {
  const pair = createECDH(CURVE);
  for (let secret = secretKey.sign(USE, CURVE); ; secret = createHash('sha256').update(secret).digest()) {
    try {
      pair.setPrivateKey(secret);
      return pair;
    } catch {
      // One in four thousand million is beyond the curve's order: the next one.
    }
  }
}
