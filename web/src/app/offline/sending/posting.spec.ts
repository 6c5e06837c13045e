import { describe, expect, it } from '@jest/globals';
import { partOf, posted } from './posting';
import { entry } from '../queue/entry.fixture';

const PART = 65_536;
const photo = (length: number) => Uint8Array.from({ length }, (_, at) => at % 251);

describe('what leaves of a photo', () => {
  it('is all of a small one, and a large one in stretches that make it whole', () => {
    expect(partOf(photo(PART), 0)).toEqual({ bytes: photo(PART), range: null });
    const whole = photo(2 * PART + 10);
    const stretches = [0, PART, 2 * PART].map((from) => partOf(whole, from));
    expect(stretches.map(({ range }) => range)).toEqual([
      'bytes 0-65535/131082',
      'bytes 65536-131071/131082',
      'bytes 131072-131081/131082',
    ]);
    expect(Uint8Array.from(stretches.flatMap(({ bytes }) => [...bytes]))).toEqual(whole);
  });

  it('begins anew where the server tells of more than there is', () => {
    expect(partOf(photo(PART + 1), PART + 1).range).toBe('bytes 0-65535/65537');
  });

  it('is told beside its key, with the bytes of that stretch alone', async () => {
    const asked: { headers: Record<string, string>; sizes: number[] }[] = [];
    const former = globalThis.fetch;
    globalThis.fetch = (async (_: unknown, { headers, body }: { headers: Record<string, string>; body: FormData }) => {
      asked.push({ headers, sizes: [...body.values()].map((file) => (file as File).size) });
      throw new Error('cut');
    }) as never;
    try {
      const sent = entry({ key: 'slot', seq: 1, kind: 'whole', version: null, sentBytes: PART });
      const answer = await posted(
        { ...sent, request: { method: 'POST', path: '/x', body: null } },
        { csrfToken: 't', photo: photo(PART + 20), count: 'phone;1;0;' },
      );
      expect(answer.status).toBe(0);
    } finally {
      globalThis.fetch = former;
    }
    expect(asked).toMatchObject([
      {
        headers: { 'Content-Range': 'bytes 65536-65555/65556', 'Idempotency-Key': 'slot', 'Phone-Act': 'phone;1;0;' },
        sizes: [20],
      },
    ]);
  });
});
