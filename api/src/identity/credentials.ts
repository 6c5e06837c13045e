import { hash, verify } from '@node-rs/argon2';
import { isPasswordCommon, isPasswordStrong } from '@parc/domain';
import { Refused } from '../platform/http/refused.js';
import { inTurn } from '../platform/bounds/dear-work.js';

/** Argon2id, the library's default, at OWASP's first recommendation (19 MiB, 2 passes, 1 lane). */
const OWASP = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Of a text nobody types: an unknown account costs the same time as a wrong password. */
export const NOBODYS_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$0eV0nX2mEnKZ1sNNgNHLYIYE8KkmGhCJTPoLCzsVYLk';

const CODE = /^\d{6,12}$/;

/** @throws Refused work.too-many */
export function hashSecret(secret: string): Promise<string> {
  return inTurn('password', null, () => hash(secret.normalize('NFC'), OWASP));
}

/** False, after the same work, when there is no hash to agree with. @throws Refused work.too-many */
export async function agrees(secret: string, hashed: string | null | undefined): Promise<boolean> {
  const right = await inTurn('password', null, async () => {
    for (const form of formsOf(secret)) if (await verify(hashed ?? NOBODYS_HASH, form).catch(() => false)) return true;
    return false;
  });
  return right && Boolean(hashed);
}

/** A keyboard composes « é » or sends its accent apart: first as it is kept now, then as it may have been kept before. */
function formsOf(secret: string): Set<string> {
  return new Set([secret.normalize('NFC'), secret, secret.normalize('NFD')]);
}

/** @throws Refused account.password-weak, account.password-common */
export function requirePasswordStrength(typed: string, email: string): void {
  const password = typed.normalize('NFC');
  if (!isPasswordStrong(password, email)) throw new Refused('account.password-weak');
  if (isPasswordCommon(password)) throw new Refused('account.password-common');
}

/** Six to twelve digits, neither repeated nor in a row. @throws Refused account.code-weak */
export function requireCodeStrength(code: string): void {
  const steps = new Set(
    [...code].slice(1).map((digit, position) => (Number(digit) - Number(code[position]) + 10) % 10),
  );
  const inARow = steps.size === 1 && [0, 1, 9].includes([...steps][0]!);
  if (!CODE.test(code) || inARow) throw new Refused('account.code-weak');
}
