import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';

const base64Url = (bytes: Buffer): string => bytes.toString('base64url');
const sha256 = (bytes: Buffer | string): Buffer => createHash('sha256').update(bytes).digest();

/** What differs from an honest authenticator at the right place. */
export interface Forged {
  origin?: string;
  host?: string;
  type?: string;
  challenge?: string;
  /** 1: somebody was there; 4: their finger was known; 64: a new passkey follows. */
  flags?: number;
  uses?: number;
}

const PRESENT = 1;
const VERIFIED = 4;
const NEW = 64;

const text = (word: string): Buffer => Buffer.concat([Buffer.from([0x60 + word.length]), Buffer.from(word)]);
const bytes = (content: Buffer): Buffer => {
  const length = content.length;
  const head = length < 24 ? [0x40 + length] : length < 256 ? [0x58, length] : [0x59, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from(head), content]);
};

/** A phone's own authenticator, of which a test knows the key: as WebAuthn writes it, by no library. */
export class SoftPasskey {
  private readonly pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly id: Buffer;
  private uses = 0;

  constructor(
    private readonly origin: string,
    id: Buffer = randomBytes(32),
  ) {
    this.id = id;
  }

  /** What registers it. */
  attests(challenge: string, forged: Forged = {}) {
    const { x, y } = this.pair.publicKey.export({ format: 'jwk' });
    const key = Buffer.concat([
      Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
      bytes(Buffer.from(x!, 'base64url')),
      Buffer.from([0x22]),
      bytes(Buffer.from(y!, 'base64url')),
    ]);
    const length = Buffer.from([this.id.length >> 8, this.id.length & 0xff]);
    const flags = forged.flags ?? PRESENT + VERIFIED + NEW;
    const data = Buffer.concat([this.data(flags, forged), Buffer.alloc(16), length, this.id, key]);
    const object = [
      Buffer.from([0xa3]),
      text('fmt'),
      text('none'),
      text('attStmt'),
      Buffer.from([0xa0]),
      text('authData'),
    ];
    return {
      id: base64Url(this.id),
      clientDataJson: base64Url(this.client('webauthn.create', challenge, forged)),
      attestationObject: base64Url(Buffer.concat([...object, bytes(data)])),
    };
  }

  /** What enters by it. */
  signs(challenge: string, forged: Forged = {}) {
    this.uses += 1;
    const client = this.client('webauthn.get', challenge, forged);
    const data = this.data(forged.flags ?? PRESENT + VERIFIED, forged);
    const signature = createSign('sha256')
      .update(Buffer.concat([data, sha256(client)]))
      .sign(this.pair.privateKey);
    return {
      id: base64Url(this.id),
      clientDataJson: base64Url(client),
      authenticatorData: base64Url(data),
      signature: base64Url(signature),
    };
  }

  private client(type: string, challenge: string, forged: Forged): Buffer {
    const said = { type: forged.type ?? type, challenge: forged.challenge ?? challenge, crossOrigin: false };
    return Buffer.from(JSON.stringify({ ...said, origin: forged.origin ?? this.origin }));
  }

  private data(flags: number, { host, uses }: Forged): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(uses ?? this.uses);
    return Buffer.concat([sha256(host ?? new URL(this.origin).hostname), Buffer.from([flags]), count]);
  }
}
