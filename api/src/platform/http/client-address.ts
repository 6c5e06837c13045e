import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { isIPv4, isIPv6 } from 'node:net';

/** What is needed of a request to say where it comes from. */
type Addressed = Pick<FastifyRequest, 'ip'>;

/**
 * Where a request comes from, as every count by address knows it: an IPv4 address, or the /64 of an IPv6 one, since a
 * single subscriber holds that many (RFC 6177). A port that a proxy has added is left out.
 */
export function countedAddress({ ip }: Addressed): string {
  // A connection that broke meanwhile has none any more.
  const given = String(ip);
  const bare = (/^\[(.*)\](:\d+)?$/.exec(given)?.[1] ?? given).split('%')[0]!.toLowerCase();
  if (isIPv6(bare)) return networkOf(bare);
  const withoutPort = bare.replace(/:\d+$/, '');
  return isIPv4(withoutPort) ? withoutPort : bare.slice(0, 64);
}

/** The counted address of the request, as a route's parameter. */
export const ClientAddress = createParamDecorator((_data: unknown, context: ExecutionContext): string =>
  countedAddress(context.switchToHttp().getRequest<Addressed>()),
);

/**
 * How an IPv4 address is told in IPv6, by what stands before it: mapped (`::ffff:192.0.2.1`), or translated on its way here
 * (RFC 6052, RFC 7915). Everybody of IPv4 has the same /64 there.
 */
const OF_IPV4 = ['0:0:0:0:0:ffff', '0:0:0:0:ffff:0', '64:ff9b:0:0:0:0'];

/** `2001:db8:0:1::/64`; an IPv4 address in IPv6's clothes is one of IPv4. */
function networkOf(address: string): string {
  // A URL writes every IPv6 address in its shortest form, the last four bytes in hexadecimal too.
  const groups = groupsOf(new URL(`http://[${address}]/`).hostname.slice(1, -1));
  const written = (some: number[]) => some.map((group) => group.toString(16)).join(':');
  if (OF_IPV4.includes(written(groups.slice(0, 6))))
    return groups
      .slice(6)
      .flatMap((group) => [group >> 8, group & 0xff])
      .join('.');
  return `${written(groups.slice(0, 4))}::/64`;
}

function groupsOf(shortest: string): number[] {
  const [before, after] = shortest.split('::').map((half) => half.split(':').filter(Boolean));
  const missing = after === undefined ? 0 : 8 - before!.length - after.length;
  return [...before!, ...Array<string>(missing).fill('0'), ...(after ?? [])].map((group) => parseInt(group, 16));
}
