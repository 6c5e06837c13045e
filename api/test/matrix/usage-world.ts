import { randomBytes } from 'node:crypto';
import type { Role } from '@parc/domain';
import type { House } from '../harness/house.js';
import type { Person } from '../harness/person.js';
import { AT } from './territory.js';

export interface UsageWorld {
  sourceId: string;
  tokenId: string;
  batchId: string;
  /** Each person's own. */
  declared: Partial<Record<Role, string>>;
}

export async function buildUsage(house: House, schoolId: string, people: Record<Role, Person>): Promise<UsageWorld> {
  const { build } = house;
  const by = people['plan-manager'].accountId;
  const named = {
    name: 'Source du monde',
    slug: 'source-du-monde',
    arrival: 'fichier, le lundi',
    families: ['tablet'],
  };
  const sourceId = await build.insert('usage_source', named);
  const [{ number: source }] = (await house.sql<{ number: number }>('select number from usage_source where id = $1', [
    sourceId,
  ])) as [{ number: number }];
  const made = { made_at: AT, made_by: by, expires_on: '2027-06-30' };
  const tokenId = await build.insert('usage_token', { source, secret_digest: randomBytes(32), ...made });
  const counts = {
    lines: 3,
    refused: 2,
    refusals: JSON.stringify([{ reason: 'device-unknown', count: 2, lines: [2, 3] }]),
  };
  const batchId = await build.insert('usage_batch', {
    ...{
      source,
      version: 1,
      whole: false,
      sha256: 'a'.repeat(64),
      received_at: AT,
      received_by: by,
      outcome: 'waiting',
    },
    ...counts,
  });
  const declare = (role: Role) =>
    build.insert('usage_declared', {
      ...{ school_id: schoolId, day: '2026-10-06', subject: 'french', duration: 'hour' },
      ...{ declared_by: people[role].accountId, declared_at: AT },
    });
  const declared = { teacher: await declare('teacher'), 'school-head': await declare('school-head') };
  return { sourceId, tokenId, batchId, declared };
}
