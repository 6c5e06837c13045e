import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { House } from './harness/house.js';

let house: House;

beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

describe('the application', () => {
  it('says that it lives, and that requests may come, to whoever asks', async () => {
    const answers = [await house.nobody().get('/api/health/live'), await house.nobody().get('/api/health/ready')];
    expect(answers.map(({ status, body }) => [status, body])).toEqual([
      [200, { status: 'up' }],
      [200, { status: 'up' }],
    ]);
  });
});
