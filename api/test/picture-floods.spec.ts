import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Builders } from './harness/builders.js';
import { Caller, type Called } from './harness/caller.js';
import { House } from './harness/house.js';
import * as pictures from './harness/pictures.js';
import { ApiProcess } from './harness/process.js';

/** Pictures that cost far more than their bytes, sent to the API as a process of its own whose memory is looked at. */
const MOST_MEGABYTES = 300;

/** Made once: it costs seconds to write and a kilobyte to keep. */
let hugeAvif: Buffer<ArrayBuffer>;

let house: House;
let api: ApiProcess;
let head: Caller;
let itemId: string;

beforeAll(async () => {
  hugeAvif = await pictures.avif(7_070);
  house = await House.open();
  api = await ApiProcess.compiled(house.database.url);
  await api.start();
  const school = await house.build.school();
  await house.build.convention(school);
  itemId = await house.build.item();
  const { email } = await house.build.account('school-head', { school_id: school.id });
  head = await Caller.signIn(api.origin, email, Builders.PASSWORD);
}, 120_000);
afterAll(async () => {
  await api.remove();
  await house.close();
});

async function draft(): Promise<string> {
  const content = { lines: [{ itemId, quantity: 1 }], wishes: [], contact: '', note: '', prerequisites: [] };
  const { body } = await head.post('/api/v1/orders', { key: randomUUID(), body: content });
  return body.id as string;
}

interface Flood {
  answers: Called[];
  /** What a list and the health route answered meanwhile. */
  beside: number[];
  /** Most memory seen meanwhile. */
  megabytes: number;
}

/** All at once, while a list and the health route are asked over and over. */
async function flood(sent: readonly Buffer<ArrayBuffer>[]): Promise<Flood> {
  const id = await draft();
  const beside = new Set<number>();
  let megabytes = 0;
  let over = false;
  const looking = (async () => {
    while (!over) {
      megabytes = Math.max(megabytes, api.memoryMegabytes());
      await pause(10);
    }
  })();
  const asking = (async () => {
    while (!over) {
      for (const path of ['/api/v1/orders', '/api/health/live']) beside.add((await head.get(path)).status);
      await pause(200);
    }
  })();
  const answers = await Promise.all(sent.map((one) => head.upload(`/api/v1/orders/${id}/files?kind=place-photo`, one)));
  over = true;
  await Promise.all([looking, asking]);
  return { answers, beside: [...beside], megabytes };
}

const codes = (answers: readonly Called[]) =>
  [...new Set(answers.map(({ status, body }) => body.code ?? status))].sort();
const times = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);

describe('pictures sent all at once', () => {
  it.each([
    ['AVIF', 12, () => Promise.resolve(hugeAvif)],
    ['progressive JPEG', 3, () => pictures.progressiveJpeg(3_600)],
    ['JPEG in three scans', 3, async () => pictures.jpegInThreeScans(7_000)],
    ['interlaced PNG', 3, () => pictures.interlacedPng(3_600)],
    ['WebP', 3, () => pictures.losslessWebp(4_500)],
    ['JPEG', 3, () => pictures.jpeg(7_100)],
  ])('of too many pixels for %s are refused by their header', async (_kind, many, make) => {
    const { answers, beside, megabytes } = await flood(times(many, await make()));
    expect(codes(answers)).toEqual(['file.too-many-pixels']);
    expect(beside).toEqual([200]);
    expect(megabytes).toBeLessThanOrEqual(MOST_MEGABYTES);
  });

  it('whose header lies are refused by the decoder', async () => {
    const { answers, megabytes } = await flood(times(3, pictures.saidToBe(1_000, hugeAvif)));
    expect(codes(answers)).toEqual(['file.not-an-image']);
    expect(megabytes).toBeLessThanOrEqual(MOST_MEGABYTES);
  });

  it('of as many pixels as may be are made anew one at a time, within the memory', async () => {
    const largest = await Promise.all([
      pictures.avif(2_000),
      pictures.progressiveJpeg(3_535),
      pictures.jpegInThreeScans(3_535),
      pictures.interlacedPng(3_535),
      pictures.losslessWebp(4_472),
      pictures.jpeg(7_070),
      pictures.png(7_070),
    ]);
    const { answers, beside, megabytes } = await flood(largest);
    // On a machine that does much else the last ones have waited long enough.
    expect(codes(answers).filter((code) => code !== 'work.too-many')).toEqual([201]);
    expect(beside).toEqual([200]);
    expect(megabytes).toBeLessThanOrEqual(MOST_MEGABYTES);
  });

  it('are one person’s share: more are refused with the time to come back, and the others’ arrive', async () => {
    const small = await pictures.png(40);
    const { answers } = await flood(times(40, small));
    const refused = answers.filter(({ body }) => body.code === 'work.too-many');
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.every(({ status, retryAfterSeconds }) => status === 429 && retryAfterSeconds! > 0)).toBe(true);
    expect(codes(answers)).toEqual(expect.arrayContaining([201, 'work.too-many']));
  });
});
