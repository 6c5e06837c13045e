import { randomUUID } from 'node:crypto';
import { registerHooks } from 'node:module';
import { signInTechnician, type Person } from './people.ts';
import type { Ground } from './reads.ts';
import { median, type Figure } from './rows.ts';

const acts = 50;
const objects = 12;
const rounds = 7;
/** As the phone's own rule has it. */
const atOnce = 4;

interface Note {
  key: string;
  seq: number;
  ticketId: string;
}

/** What the phone's sender is lent and does, as far as it is used here. */
interface Sending {
  SendLoop: new (ports: object) => { run(): Promise<void> };
}

/** Fifty notes that waited on a phone, sent by its own rules, against the same fifty sent without any: how much the rules cost. */
export async function queueSent({ house, database }: Ground): Promise<Figure> {
  const technician = await signInTechnician(database);
  const { rows: tickets } = await database.query<{ id: string }>('select id from ticket order by id limit $1', [
    objects,
  ]);
  const { SendLoop } = await sender();
  const notes = (): Note[] =>
    Array.from({ length: acts }, (_, n) => ({ key: randomUUID(), seq: n + 1, ticketId: tickets[n % objects]!.id }));
  const sides = {
    queue: (work: Note[]) => bySender(SendLoop, house.origin, technician, work),
    plain: (work: Note[]) => plainly(house.origin, technician, work),
  };
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round++) {
    // Each goes first in turn: whoever comes second finds the server warm.
    const order = round % 2 === 0 ? (['queue', 'plain'] as const) : (['plain', 'queue'] as const);
    const took: Partial<Record<'queue' | 'plain', number>> = {};
    for (const side of order) {
      const work = notes();
      const begun = performance.now();
      await sides[side](work);
      took[side] = performance.now() - begun;
    }
    ratios.push(took.plain! / took.queue!);
  }
  const detail = `${acts} notes on ${tickets.length} tickets, ${atOnce} at once, each once; plain requests ÷ the sender`;
  return {
    ...{ row: 'queue sent', size: '1x', value: median(ratios), unit: 'of plain', goal: 0.5 },
    ...{ higherIsBetter: true, detail },
  };
}

/** The page's own files, read as they are: they name each other without their endings. */
export async function sender(): Promise<Sending> {
  registerHooks({
    resolve: (specifier, context, next) => {
      const isOfPage = specifier.startsWith('.') && (context.parentURL ?? '').includes('/web/src/app/offline/');
      return next(isOfPage ? `${specifier}.ts` : specifier, context);
    },
  });
  const address = new URL('../../../web/src/app/offline/sending/send-loop.ts', import.meta.url).href;
  return (await import(address)) as Sending;
}

async function bySender(SendLoop: Sending['SendLoop'], origin: string, person: Person, work: Note[]): Promise<void> {
  let queue: readonly object[] = work.map(entryOf);
  const loop = new SendLoop({
    kept: {
      get queue() {
        return queue;
      },
      change: async (next: (before: readonly object[]) => readonly object[]) => void (queue = next(queue)),
    },
    assignment: () => 'bench',
    wholePhotos: () => true,
    post: ({ key, object: { id } }: { key: string; object: { id: string } }) => post(origin, person, key, id),
    rereadSession: async () => false,
    signedOut: () => undefined,
    now: () => Date.now(),
    random: () => 0.5,
    keyOfChange: async ({ key }: { key: string }) => key,
  });
  await loop.run();
  if (queue.length > 0) throw new Error(`${queue.length} acts were not sent`);
}

async function plainly(origin: string, person: Person, work: Note[]): Promise<void> {
  const left = [...work];
  const one = async () => {
    for (let note = left.shift(); note !== undefined; note = left.shift()) {
      const { status } = await post(origin, person, note.key, note.ticketId);
      if (status >= 400) throw new Error(`a note was refused: ${status}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
}

async function post(origin: string, person: Person, key: string, ticketId: string) {
  const answer = await fetch(`${origin}/api/v1/tickets/${ticketId}/notes`, {
    method: 'POST',
    headers: { ...person.headers, 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify({ text: 'Prévoir une batterie.' }),
  });
  return { status: answer.status, key: answer.headers.get('idempotency-key'), body: (await answer.json()) as unknown };
}

/** An act as a phone keeps it. */
const entryOf = ({ key, seq, ticketId }: Note) => ({
  ...{ key, seq, kind: 'act', account: 'bench', assignment: 'bench', lane: `ticket:${ticketId}`, action: 'note' },
  ...{ object: { kind: 'ticket', id: ticketId }, request: { method: 'POST', path: '', body: '' }, version: null },
  ...{ needs: [], notBefore: 0, tries: 0, refusal: null },
});
