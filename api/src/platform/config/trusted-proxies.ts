import { BlockList, isIP, isIPv6 } from 'node:net';

/** None, so many in a row, or those at these addresses. */
export type TrustedProxies = false | number | string[];

export const PROXIES_EXPECTED =
  'TRUST_PROXY must be off, the number of your reverse proxies (1 for one), or their addresses (10.0.0.2,192.168.1.0/24); ' +
  'on is no longer accepted: it believed whatever address a client wrote itself';

/** More in a row is a mistake of counting: each further one is a word of the client's own. */
const MOST_IN_A_ROW = 10;

/** Reads the setting; what it cannot read stays as it is, to be refused. */
export function readProxies(value: unknown): unknown {
  const given = String(value).trim();
  if (given === 'off' || given === 'false' || given === '0') return false;
  if (/^\d{1,2}$/.test(given)) return Number(given);
  return given.split(',').map((address) => address.trim());
}

export function isTrust(value: unknown): value is TrustedProxies {
  if (typeof value === 'number') return value <= MOST_IN_A_ROW;
  return value === false || (Array.isArray(value) && value.every(isNetwork));
}

/**
 * An address, or a network in CIDR; one of everybody would believe everybody. A network of IPv4 in IPv6's clothes is either
 * that (`::ffff:0:0/96`) or nobody (`::ffff:10.0.0.0/24`): it is written as what it is.
 */
function isNetwork(text: string): boolean {
  const [address = '', prefix, ...more] = text.split('/');
  const version = address.includes('%') ? 0 : isIP(address);
  if (version === 0 || more.length > 0) return false;
  if (prefix === undefined) return true;
  if (version === 6 && MAPPED.check(address, 'ipv6')) return false;
  return /^[1-9]\d{0,2}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128);
}

/**
 * What Fastify asks for each address on the way, the nearest first: is it a proxy of ours? It takes no number itself, since
 * a client that reaches the port past the proxy would be counted as one; here the nearest must be on a private network.
 */
export function trustOf(
  proxies: TrustedProxies,
): false | string[] | ((address: string | undefined, hop: number) => boolean) {
  if (typeof proxies !== 'number') return proxies;
  // A connection that broke meanwhile has no address any more.
  return (address, hop) => address !== undefined && hop < proxies && (hop > 0 || isPrivate(address));
}

const PRIVATE = new BlockList();
for (const [network, prefix] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
] as const)
  PRIVATE.addSubnet(network, prefix);
PRIVATE.addAddress('::1', 'ipv6');
PRIVATE.addSubnet('fc00::', 7, 'ipv6');
PRIVATE.addSubnet('fe80::', 10, 'ipv6');

/** Every address of IPv4, as IPv6 writes it. */
const MAPPED = new BlockList();
MAPPED.addSubnet('::ffff:0:0', 96, 'ipv6');

function isPrivate(address: string): boolean {
  const bare = address.split('%')[0]!;
  return isIP(bare) !== 0 && PRIVATE.check(bare, isIPv6(bare) ? 'ipv6' : 'ipv4');
}
