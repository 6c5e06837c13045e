import { hash, verify } from '@node-rs/argon2';
import { Refused } from '../platform/http/refused.js';

/** Argon2id, the library's default, at OWASP's first recommendation (19 MiB, 2 passes, 1 lane). */
const OWASP = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Of a text nobody types: an unknown account costs the same time as a wrong password. */
export const NOBODYS_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$0eV0nX2mEnKZ1sNNgNHLYIYE8KkmGhCJTPoLCzsVYLk';

const SHORTEST_PASSWORD = 12;
const CODE = /^\d{6,12}$/;

export function hashSecret(secret: string): Promise<string> {
  return hash(secret, OWASP);
}

/** False, after the same work, when there is no hash to agree with. */
export async function agrees(secret: string, hashed: string | null | undefined): Promise<boolean> {
  const right = await verify(hashed ?? NOBODYS_HASH, secret).catch(() => false);
  return right && Boolean(hashed);
}

/**
 * Long rather than odd (NIST SP 800-63B, ANSSI): no composition rule, but never the address itself nor one letter repeated.
 * @throws Refused account.password-weak
 */
export function requirePasswordStrength(password: string, email: string): void {
  const plain = password.trim().toLowerCase();
  const mailbox = email.toLowerCase().split('@')[0]!;
  const letters = new Set(plain);
  const guessable =
    plain === email.toLowerCase() || plain.replaceAll(mailbox, '').length < SHORTEST_PASSWORD / 2 || letters.size < 4;
  if ([...password].length < SHORTEST_PASSWORD || guessable) throw new Refused('account.password-weak');
}

/** Six to twelve digits, neither repeated nor in a row. @throws Refused account.code-weak */
export function requireCodeStrength(code: string): void {
  const steps = new Set(
    [...code].slice(1).map((digit, position) => (Number(digit) - Number(code[position]) + 10) % 10),
  );
  const inARow = steps.size === 1 && [0, 1, 9].includes([...steps][0]!);
  if (!CODE.test(code) || inARow) throw new Refused('account.code-weak');
}
