import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { QueryResult } from 'pg';
import { House } from './harness/house.js';
import { buildWorld, ownPlace, type World } from './matrix/world.js';
import { NO_SCREEN, SCREENS, type ScreenReading } from './screens/screens.js';
import { readable } from './screens/statement-text.js';

/**
 * The SQL that each screen sends, who asked it and the index that serves it, beside the queries: a change shows in review,
 * and what is not checked in fails. `UPDATE_GOLDEN=1` writes the files anew.
 */
const SOURCES = join(import.meta.dirname, '../src');
let house: House;
let world: World;

beforeAll(async () => {
  house = await House.open();
  world = await buildWorld(house);
  // Plans follow what the planner knows: the same at each run.
  await house.sql('analyze');
}, 120_000);
afterAll(() => house.close());

describe('a file of queries', () => {
  it('serves a screen whose statements stand beside it, or says why not', () => {
    const files = globSync('**/*.queries.ts', { cwd: SOURCES }).map((file) => file.replace(/\.queries\.ts$/, ''));
    const named = [...Object.keys(SCREENS), ...Object.keys(NO_SCREEN)];
    expect(
      files
        .filter((file) => !named.includes(file))
        .map((file) => `${file}.queries.ts stands in no row of api/test/screens/screens.ts: which screen reads it?`),
    ).toEqual([]);
    expect(named.filter((name) => !files.includes(name))).toEqual([]);
    expect(Object.keys(NO_SCREEN).filter((name) => name in SCREENS)).toEqual([]);
  });
});

describe('the statements of', () => {
  it.each(Object.keys(SCREENS))('%s.queries.ts are the ones checked in beside it', async (name) => {
    const file = join(SOURCES, `${name}.queries.sql`);
    const sections: string[] = [];
    for (const reading of SCREENS[name]!) sections.push(await section(reading));
    const text = `${sections.join('\n\n')}\n`;
    if (process.env.UPDATE_GOLDEN) writeFileSync(file, text);
    expect(text).toBe(existsSync(file) ? readFileSync(file, 'utf8') : '');
  });

  it.each(
    Object.values(SCREENS)
      .flat()
      .map((reading) => [reading.url, reading.role, reading] as const),
  )('%s for the %s are no more than its panels, and several see one instant', async (_url, _role, reading) => {
    const statements = await sentEach(reading);
    expect(statements.length).toBeLessThanOrEqual(reading.statements);
    // A setting holds from a day: when it is read matters to nothing.
    const facts = statements.filter(
      ({ statement }) => !/from setting\b/.test(statement) || /\bjoin\b/i.test(statement),
    );
    const instants = new Set(facts.map(({ snapshot }) => snapshot));
    if (facts.length > 1) expect([...instants]).toEqual([expect.any(Number)]);
  });
});

async function section(reading: ScreenReading): Promise<string> {
  const parts: string[] = [];
  for (const statement of await sent(reading)) parts.push(`${await plan(statement)}\n${readable(statement)};`);
  return [`-- ${reading.screen} · ${reading.role} · GET /api/v1${reading.url}`, ...parts].join('\n');
}

/** What a reading sends, but for the session that every request reads. */
async function sent(reading: ScreenReading): Promise<string[]> {
  // Panels asked side by side arrive in any order.
  return (await sentEach(reading)).map(({ statement }) => statement).sort();
}

async function sentEach({ role, url }: ScreenReading) {
  const { site, territory } = ownPlace(world, role);
  const ids: Record<string, string> = {
    school: site.schoolId,
    order: site.orderId,
    convention: site.conventionId,
    equipment: site.equipmentId,
    tag: site.equipmentTag,
    need: site.needId,
    ticket: site.ticketId,
    loan: site.loanId,
    lentTag: site.lentTag,
    check: site.upkeepCheckId,
    plan: site.upkeepPlanId,
    warranty: site.warrantyReturnId,
    visit: site.visitId,
    training: site.trainingId,
    support: site.supportId,
    pilot: site.pilotId,
    module: site.moduleId,
    deposit: world.deposit.id,
    usageBatch: world.usage.batchId,
    edition: world.editionId,
    problem: world.problemId,
    remedy: world.remedyId,
    loanKit: site.loanKitId,
    software: site.softwareId,
    redeployment: site.redeploymentId,
    dotation: ownPlace(world, 'plan-manager').site.dotationId,
    dotationPart: site.dotationPartId,
    delivery: world.delivery.id,
    list: world.delivery.listId,
    fleetImport: world.fleetImportId,
    campaign: ownPlace(world, 'plan-manager').site.campaignId,
    part: ownPlace(world, role).site.campaignPartId,
    room: ownPlace(world, role).site.roomId,
    item: territory.itemId,
    contract: territory.contractId,
  };
  house.statements.take();
  const answer = await world.people[role].get(`/api/v1${url.replace(/:(\w+)/g, (_, name: string) => ids[name]!)}`);
  expect(answer.status).toBe(200);
  return house.statements.takeEach().filter(({ statement }) => !/\bs\.token_hash = |^update session\b/.test(statement));
}

interface PlanNode {
  'Node Type': string;
  'Index Name'?: string;
  'Relation Name'?: string;
  Plans?: PlanNode[];
}

/** The indexes that serve a statement, whatever its parameters, and the tables that none serves. */
async function plan(statement: string): Promise<string> {
  const client = await house.pool.connect();
  try {
    await client.query('set enable_seqscan = off');
    // Without parameters of its own, so that the text is planned as it is: for any value.
    const { rows }: QueryResult = await client.query(`explain (generic_plan, format json) ${statement}`);
    const nodes = flat((rows[0] as { 'QUERY PLAN': { Plan: PlanNode }[] })['QUERY PLAN'][0]!.Plan);
    const indexes = nodes.flatMap((node) => node['Index Name'] ?? []);
    const whole = nodes.filter((node) => node['Node Type'] === 'Seq Scan').map((node) => node['Relation Name']!);
    const listed = (names: string[]) => [...new Set(names)].sort().join(', ') || 'none';
    return `-- index: ${listed(indexes)}${whole.length > 0 ? `; read whole: ${listed(whole)}` : ''}`;
  } finally {
    await client.query('reset enable_seqscan');
    client.release();
  }
}

function flat(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(flat)];
}
