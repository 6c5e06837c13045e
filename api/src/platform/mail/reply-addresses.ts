import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { addCalendarDays } from '@parc/domain';
import { Clock } from '../clock.js';
import { SecretKey } from '../config/secret-key.js';
import { Settings } from '../config/settings.js';
import { LIMITS } from '../limits.js';

/** Who answers what. */
export interface Answered {
  /** Number of what the notice was about: T-2026-00184. */
  ticket: string;
  accountId: string;
}

const USE = 'reply address';
const FIRST_DAY = '2020-01-01';
const DAY = 86_400_000;
const BYTES = { account: 16, day: 2, seal: 10 };
/** `t-2026-00184-`, then what is sealed; mail servers may change the case of it, so that it has none. */
const LOCAL_PART = /^(t-\d{4}-\d{5,8})-([a-z2-7]{45})$/;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';

/**
 * The address that a notice is answered at: of one ticket and one account, for some weeks, sealed by the house's secret. Nothing of
 * it is stored. Its local part has 61 characters at most, of the 64 that mail allows.
 */
@Injectable()
export class ReplyAddresses {
  constructor(
    private readonly secret: SecretKey,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** Whether notices can be answered at all. */
  get given(): boolean {
    return this.settings.REPLY_DOMAIN !== undefined;
  }

  /** @returns null where answers come nowhere */
  of({ ticket, accountId }: Answered): string | null {
    if (!this.given) return null;
    const account = Buffer.from(accountId.replaceAll('-', ''), 'hex');
    const day = Buffer.alloc(BYTES.day);
    day.writeUInt16BE(daysSinceFirst(addCalendarDays(this.clock.today(), LIMITS.mailIn.answeredWithinDays)));
    const seal = this.seal(ticket.toLowerCase(), account, day);
    return `${ticket.toLowerCase()}-${lettersOf(Buffer.concat([account, day, seal]))}@${this.settings.REPLY_DOMAIN}`;
  }

  /** What an address stands for, whatever its case. */
  read(address: string): Answered | 'forged' | 'expired' {
    const [local = '', domain = '', ...more] = address.toLowerCase().split('@');
    const parts = LOCAL_PART.exec(local);
    if (!parts || more.length > 0 || domain !== this.settings.REPLY_DOMAIN) return 'forged';
    const [, ticket, letters] = parts as unknown as [string, string, string];
    const bytes = bytesOf(letters);
    // The last letter has a bit to spare: one address stands for it, not two.
    if (lettersOf(bytes) !== letters) return 'forged';
    const [account, day] = [bytes.subarray(0, BYTES.account), bytes.subarray(BYTES.account, BYTES.account + BYTES.day)];
    if (!timingSafeEqual(bytes.subarray(BYTES.account + BYTES.day), this.seal(ticket, account, day))) return 'forged';
    if (day.readUInt16BE() < daysSinceFirst(this.clock.today())) return 'expired';
    return { ticket: ticket.toUpperCase(), accountId: uuidOf(account) };
  }

  private seal(ticket: string, account: Buffer, day: Buffer): Buffer {
    const sealed = `${ticket} ${account.toString('hex')} ${day.toString('hex')}`;
    return this.secret.sign(USE, sealed).subarray(0, BYTES.seal);
  }
}

const daysSinceFirst = (day: string): number => Math.round((Date.parse(day) - Date.parse(FIRST_DAY)) / DAY);

function uuidOf(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Base 32 without padding. */
function lettersOf(bytes: Buffer): string {
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => LETTERS[parseInt(five.padEnd(5, '0'), 2)]).join('');
}

function bytesOf(letters: string): Buffer {
  const bits = [...letters].map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
}
