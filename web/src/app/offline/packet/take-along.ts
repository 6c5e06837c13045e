import { HttpResponse } from '@angular/common/http';
import { asProblem } from '../../shell/problem';
import type { KeptPacket, Offline } from '../offline';
import type { OfflineDoor } from '../offline-door';

/** What every packet says of itself. */
interface Dated {
  readonly day: string;
  readonly serverTime: string;
}

/** Where a packet comes from, and how one that was kept is known. */
export interface PacketSource<Content extends Dated> {
  readonly ask: (known: { 'If-None-Match'?: string }) => Promise<{ readonly body: Content }>;
  readonly is: (content: unknown) => content is Content;
}

export interface TakenAlong<Content> {
  readonly content: Content;
  /** Without an answer of the server: as the phone has kept it. */
  readonly kept: boolean;
  /** Null where this browser keeps nothing. */
  readonly offline: Offline | null;
}

type Known<Content> = KeptPacket & { readonly content: Content };

/** The server has nothing newer than what the phone keeps. */
const UNCHANGED = 304;

/** The packet of the server, kept on an enrolled phone; else the one that it has kept. @throws Problem when nobody answers and nothing is kept */
export async function takeAlong<Content extends Dated>(
  door: OfflineDoor,
  source: PacketSource<Content>,
): Promise<TakenAlong<Content>> {
  const offline = await door.open();
  const kept = offline === null ? null : await keptBy(offline, source);
  try {
    return { content: await fromServer(offline, kept, source), kept: false, offline };
  } catch (error) {
    if (offline === null || kept === null || !asProblem(error).passing) throw error;
    return { content: kept.content, kept: true, offline };
  }
}

/** What is kept is not sent a second time: it is kept for two days more. @throws Problem */
async function fromServer<Content extends Dated>(
  offline: Offline | null,
  kept: Known<Content> | null,
  source: PacketSource<Content>,
): Promise<Content> {
  try {
    const answer = await source.ask(kept?.etag ? { 'If-None-Match': kept.etag } : {});
    const content = answer.body;
    if (offline !== null) await keep(offline, content, tagOf(answer));
    return content;
  } catch (error) {
    if (offline === null || kept === null || asProblem(error).status !== UNCHANGED) throw error;
    const content = { ...kept.content, serverTime: offline.saidAt() };
    await keep(offline, content, kept.etag);
    return content;
  }
}

/** Where it cannot be kept it is shown all the same: the header says that the phone is full. */
async function keep<Content extends Dated>(offline: Offline, content: Content, etag: string | null): Promise<void> {
  const { day, serverTime } = content;
  await offline.keepPacket({ day, etag, serverTime, content }).catch(() => undefined);
}

/** Null where there is none, or it was written by another page: it is then read whole. */
async function keptBy<Content extends Dated>(
  offline: Offline,
  { is }: PacketSource<Content>,
): Promise<Known<Content> | null> {
  const kept = await offline.packet().catch(() => null);
  return kept !== null && is(kept.content) ? { ...kept, content: kept.content } : null;
}

const tagOf = (answer: unknown): string | null => (answer instanceof HttpResponse ? answer.headers.get('etag') : null);
