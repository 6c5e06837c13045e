import { createParamDecorator, applyDecorators, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { hashBody, type Write } from '../database/transactions.js';
import { withoutSecrets } from './fields.js';
import { phoneActOf } from './phone-act.js';
import { Refused } from './refused.js';

/** What is needed of the actor that the session's guard leaves on the request. */
interface RequestActor {
  accountId: string;
  sessionId: string;
  sessionVersion: number;
  endedAfter: string | null;
}

const KEY = /^[\x21-\x7e]{8,200}$/;

/**
 * What a writing request carries: its actor, the version it has seen (`If-Match: "7"`) and its repetition key
 * (`Idempotency-Key`, required: a phone saves it before it sends).
 */
export const WriteRequest = createParamDecorator((_data: unknown, context: ExecutionContext): Write => {
  const request = context.switchToHttp().getRequest<FastifyRequest & { actor?: RequestActor }>();
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !KEY.test(key)) throw new Refused('idempotency.missing');
  // By this a phone tells our answer from one that a network's portal gives in our place.
  void context.switchToHttp().getResponse<FastifyReply>().header('idempotency-key', key);
  const { accountId, sessionId, sessionVersion, endedAfter } = request.actor!;
  return {
    writer: { accountId },
    session: { id: sessionId, version: sessionVersion, ...(endedAfter === null ? {} : { heldOn: endedAfter }) },
    expectedVersion: expectedVersion(request.headers['if-match']),
    repeat: { route: routeOf(request), key, bodyHash: hashBody(keptOf(request.body, context)), status: 0 },
    phone: phoneActOf(request.headers['phone-act']),
    onceOf: Reflect.getMetadata(ONCE, context.getHandler())
      ? (request.params as { id: string }).id.toLowerCase()
      : null,
  };
});

/** The body as the class of the route's parameter lets it be kept. */
function keptOf(body: unknown, context: ExecutionContext): unknown {
  const { prototype } = context.getClass() as { prototype: object };
  const types = Reflect.getMetadata('design:paramtypes', prototype, context.getHandler().name) as NewableFunction[];
  return types.reduce((kept, type) => withoutSecrets(type, kept), body);
}

/** What is asked, by method and address: a photo as signature is another write than the same one of the place. */
function routeOf({ method, url }: FastifyRequest): string {
  // However its ids are written, it is the same route.
  const [asWritten, query = ''] = url.split('?', 2);
  const path = decodeURIComponent(asWritten!).toLowerCase();
  const parameters = new URLSearchParams(query);
  // The same question in another order of words.
  parameters.sort();
  return parameters.size === 0 ? `${method} ${path}` : `${method} ${path}?${parameters}`;
}

/** Says that the route's own statement judges the session again: one read seconds ago may begin the request. */
export const JUDGED = 'parc:judged-in-statement';

/** Says that the route records what a phone may send late: its key counts for good. */
const ONCE = 'parc:done-once';

/** Documents the two headers on a route, whose answer is kept only while the session holds (`Transactions`). */
export function Writes(options: { versioned: boolean; once?: boolean }): MethodDecorator {
  return applyDecorators(
    SetMetadata(JUDGED, true),
    SetMetadata(ONCE, options.once ?? false),
    ApiHeader({
      name: 'Idempotency-Key',
      required: true,
      description: `Repeating it answers as the first time; ${options.once ? 'for good' : '7 days'}`,
    }),
    ...(options.versioned
      ? [ApiHeader({ name: 'If-Match', required: true, description: 'Version read, between quotes: "7"' })]
      : []),
  );
}

function expectedVersion(header: string | undefined): number | null {
  const match = /^(?:W\/)?"(\d{1,9})"$/.exec(header ?? '');
  return match ? Number(match[1]) : null;
}

/** The version check, once before and once under the lock. @throws Refused version.missing or version.stale */
export function requireVersion(write: Write, currentVersion: number): void {
  if (write.expectedVersion === null) throw new Refused('version.missing');
  if (write.expectedVersion !== currentVersion) throw new Refused('version.stale', { currentVersion });
}

/** The total check, beside the version's: nobody commits an amount that they have not seen. @throws Refused total.changed */
export function requireSeen(seenCents: number, totalCents: number): void {
  if (seenCents !== totalCents) throw new Refused('total.changed', { totalCents });
}
