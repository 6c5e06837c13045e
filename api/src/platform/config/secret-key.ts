import { createHmac, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Settings } from './settings.js';

/** What the house signs and hashes with: one secret of the settings, another key for each use. */
@Injectable()
export class SecretKey {
  private readonly secret: string | Buffer;

  constructor({ SECRET_KEY }: Settings) {
    // Drawn anew at each start, what was hashed before is not found again: counts of the last hours begin anew.
    this.secret = SECRET_KEY ?? randomBytes(32);
  }

  /** @param use what it is for: the same text signed for something else is another */
  sign(use: string, text: string): Buffer {
    const key = createHmac('sha256', this.secret).update(use).digest();
    return createHmac('sha256', key).update(text).digest();
  }
}
