import { isEnrolledPhone, PHONE_PLACE as PLACE } from '../enrolled';
import { Database } from './database';
import { eraseJournal, journalShelf } from './journal';
import type { Sealer } from './shelf';
import { KeptThings } from './kept-things';
import type { PasskeyWrap, Wrap } from './sealing';

/** Someone whose phone this is: what opens their rows, once they have said their password or shown their finger. It names nobody. */
export interface PhoneRecord {
  readonly phoneId: string;
  readonly account: string;
  readonly wrap: Wrap;
  /** Null where the password alone opens it. */
  readonly passkey: PasskeyWrap | null;
}

const database = new Database(PLACE);

/** Nothing here is secret: the wrap is what the password is asked for. */
const OPEN: Sealer = {
  seal: async (_name, text) => new TextEncoder().encode(text),
  open: async (_name, bytes) => new TextDecoder().decode(bytes),
};
const things = (): KeptThings => new KeptThings(journalShelf(PLACE), database.shelf('things'), OPEN);

/** Everyone who has enrolled this phone; a database that was lost is read from the journal. */
export async function phoneRecords(): Promise<readonly PhoneRecord[]> {
  if (!(await isEnrolledPhone())) return [];
  const names = new Set([
    ...(await journalShelf(PLACE).all()).keys(),
    ...(await database.shelf('things').all()).keys(),
  ]);
  const found = await Promise.all([...names].map((name) => things().read(name)));
  return found.filter(isRow).map(recordOf);
}

export async function keepPhoneRecord({ phoneId, account, wrap, passkey }: PhoneRecord): Promise<void> {
  const row: Row = { phoneId, account, ...plain(wrap), passkey: passkey && { id: passkey.id, ...plain(passkey) } };
  await things().keep(account, row);
}

/** The last one takes the mark of an enrolled phone along. */
export async function forgetPhoneRecord(account: string): Promise<void> {
  await things().forget(account);
  if ((await phoneRecords()).length > 0) return;
  // A database may wait long for other windows to let it go: the mark does not, and nothing is left in it.
  await Promise.all([eraseJournal(PLACE), database.erase()]);
}

interface PlainWrap {
  readonly salt: readonly number[];
  readonly sealedKey: readonly number[];
}

interface Row extends PlainWrap {
  readonly phoneId: string;
  readonly account: string;
  /** Left out by pages that knew of none. */
  readonly passkey?: (PlainWrap & { readonly id: string }) | null;
}

function isRow(found: unknown): found is Row {
  const { phoneId, account, passkey } = (found ?? {}) as Partial<Row>;
  const isPasskey = passkey == null || (typeof passkey.id === 'string' && isWrap(passkey));
  return typeof phoneId === 'string' && typeof account === 'string' && isWrap(found) && isPasskey;
}

function isWrap(found: unknown): found is PlainWrap {
  const { salt, sealedKey } = (found ?? {}) as Partial<PlainWrap>;
  return Array.isArray(salt) && Array.isArray(sealedKey);
}

function recordOf({ phoneId, account, passkey, ...wrap }: Row): PhoneRecord {
  return { phoneId, account, wrap: wrapOf(wrap), passkey: passkey ? { id: passkey.id, ...wrapOf(passkey) } : null };
}

const plain = ({ salt, sealedKey }: Wrap): PlainWrap => ({ salt: [...salt], sealedKey: [...sealedKey] });
const wrapOf = ({ salt, sealedKey }: PlainWrap): Wrap => ({
  salt: Uint8Array.from(salt),
  sealedKey: Uint8Array.from(sealedKey),
});
