import { Full, type Shelf } from './shelf';

/**
 * A shelf of Cache Storage, of which no killed browser has lost a row. It holds requests and answers: a row is the answer
 * to an address that nobody asks for.
 */
export function journalShelf(name: string): Shelf {
  const addressOf = (row: string) => `${location.origin}/__kept/${name}/${encodeURIComponent(row)}`;
  return {
    async all() {
      const cache = await caches.open(name);
      const rows = await Promise.all(
        (await cache.keys()).map(async (request) => {
          const answer = await cache.match(request);
          const bytes = answer === undefined ? null : new Uint8Array(await answer.arrayBuffer());
          return [decodeURIComponent(request.url.split('/').at(-1)!), bytes] as const;
        }),
      );
      return new Map(rows.flatMap(([row, bytes]) => (bytes === null ? [] : [[row, bytes] as const])));
    },
    async put(row, sealed) {
      const cache = await caches.open(name);
      try {
        await cache.put(addressOf(row), new Response(Uint8Array.from(sealed)));
      } catch (error) {
        throw isQuota(error) ? new Full() : error;
      }
    },
    async remove(row) {
      await (await caches.open(name)).delete(addressOf(row));
    },
  };
}

/** One row of such a shelf, without reading the others. */
export async function journalRow(name: string, row: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const answer = await (await caches.open(name)).match(`${location.origin}/__kept/${name}/${encodeURIComponent(row)}`);
  return answer === undefined ? null : new Uint8Array(await answer.arrayBuffer());
}

export async function hasJournal(name: string): Promise<boolean> {
  return 'caches' in globalThis && (await caches.has(name));
}

export async function eraseJournal(name: string): Promise<void> {
  await caches.delete(name);
}

export function isQuota(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError';
}
