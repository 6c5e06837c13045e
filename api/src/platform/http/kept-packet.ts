import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';

/** Whoever packs an answer on its way says that its bytes are no longer these. */
const WEAKENED = /^W\//;

/**
 * What a phone takes along: whole, or 304 when it is what the phone has already.
 * @param known the tag of what the phone has, as it says it
 */
export async function sendPacket(
  reply: FastifyReply,
  known: string | undefined,
  packet: { serverTime: string },
): Promise<void> {
  const tag = tagOf(packet);
  reply.header('etag', tag);
  if (known?.replace(WEAKENED, '') === tag) await reply.code(304).send();
  else await reply.type('application/json').send(packet);
}

/** The same for the same content, whenever it was read. */
function tagOf({ serverTime: _, ...content }: { serverTime: string }): string {
  return `"${createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 22)}"`;
}
