/** Characters of the shortest password. */
export const SHORTEST_PASSWORD = 12;

/** Letters of which a password of one key held down has too few. */
const FEWEST_LETTERS = 4;

/** Characters that a password still lacks, 0 once it is long enough; a drawn letter counts once. */
export function missingCharacterCount(password: string): number {
  return Math.max(SHORTEST_PASSWORD - [...password].length, 0);
}

/**
 * Long rather than odd (NIST SP 800-63B, ANSSI): no composition rule, but never the address itself, nor little more
 * than its mailbox, nor a few letters repeated.
 * @param email whose password it is
 */
export function isPasswordStrong(password: string, email: string): boolean {
  const plain = password.trim().toLowerCase();
  const address = email.toLowerCase();
  const withoutMailbox = plain.replaceAll(address.split('@')[0]!, '');
  const guessable =
    plain === address || withoutMailbox.length < SHORTEST_PASSWORD / 2 || new Set(plain).size < FEWEST_LETTERS;
  return missingCharacterCount(password) === 0 && !guessable;
}
