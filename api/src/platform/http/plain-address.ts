/** A whole address, as a proxy is asked for one (RFC 9112 3.2.2): scheme, authority, and what is asked of it. */
const WHOLE = /^https?:\/\/[^/?]+(.*)$/is;

/** A letter, a digit, `-`, `.`, `_` or `~` written as its code stands for itself (RFC 3986 6.2.2.2); what separates keeps its code. */
const CODED = /%(?:2[de]|3\d|4[1-9a-f]|5[0-9af]|6[1-9a-f]|7[0-9ae])/gi;

/** A code that is none: made plain, what stands around it could become one. */
const BROKEN = /%(?![0-9a-f]{2})/i;

/**
 * What a request asks for, in the one form that all behind the router read. A route is found by several: whoever looks at how
 * an address begins, or keeps it beside a repeated key, would take each of them for another.
 */
export function plainAddress(asked: string): string {
  const rest = asked.startsWith('/') ? asked : (WHOLE.exec(asked)?.[1] ?? asked);
  const address = rest === '' || rest.startsWith('?') ? `/${rest}` : rest;
  const [path] = address.split('?', 1);
  if (BROKEN.test(path!)) return address;
  const plain = path!.replace(CODED, (code) => String.fromCharCode(parseInt(code.slice(1), 16)));
  return plain + address.slice(path!.length);
}
