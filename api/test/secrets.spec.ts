import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { SECRET_FIELDS } from '@parc/domain';
import { hashSync } from '@node-rs/argon2';
import { List, Nested, Secret, Text, withoutSecrets } from '../src/platform/http/fields.js';
import { House } from './harness/house.js';
import { nameOf } from './matrix/matrix.js';
import { documentedRoutes, type Operation } from './matrix/routes.js';
import { installed, smallPlan, type SmallPlan } from './harness/plan.js';

const { routes, schemas, documented } = await documentedRoutes();

interface Schema {
  $ref?: string;
  format?: string;
  items?: Schema;
  allOf?: Schema[];
  properties?: Record<string, Schema>;
}

/** Every field of a body, those of its parts included: `lines.quantity`. */
function fieldsOf(schema: Schema, path = ''): [name: string, schema: Schema][] {
  const inner = schema.$ref ? (schemas[schema.$ref.split('/').at(-1)!] as Schema) : schema;
  return [
    ...Object.entries(inner.properties ?? {}).flatMap(([name, field]): [string, Schema][] => [
      [`${path}${name}`, field],
      ...fieldsOf(field, `${path}${name}.`),
    ]),
    ...[inner.items ?? [], inner.allOf ?? []].flat().flatMap((part) => fieldsOf(part, path)),
  ];
}

const bodyFields = ({ requestBody }: Operation) =>
  Object.values(requestBody?.content ?? {}).flatMap(({ schema }) => fieldsOf(schema));
const isSecret = (field: Schema) => field.format === 'password';
const withSecret = routes.filter((route) => bodyFields(documented(route)!).some(([, field]) => isSecret(field)));

/** Fields that sound like a secret and are none: a commune's number, and what a label says to whoever passes. */
const NO_SECRETS = new Set(['inseeCode', 'CampaignPartsController.see code', 'DepositsController.make refusalCode']);

describe('a field that holds a secret', () => {
  it('is declared one: nothing that sounds like a secret is an ordinary text', () => {
    const undeclared = routes.flatMap((route) =>
      bodyFields(documented(route)!)
        .filter(([name, field]) => /password|code|token|secret|pin$/i.test(name) && !isSecret(field))
        .filter(([name]) => !NO_SECRETS.has(name))
        .map(([name]) => `${nameOf(route)} ${name}`)
        .filter((name) => !NO_SECRETS.has(name)),
    );
    expect(undeclared).toEqual([]);
  });

  it('is one of those that a browser keeps out of what it asks again', () => {
    const named = withSecret.flatMap((route) =>
      bodyFields(documented(route)!).flatMap(([name, field]) => (isSecret(field) ? name.split('.').at(-1)! : [])),
    );
    expect([...new Set(named)].sort()).toEqual([...SECRET_FIELDS].sort());
  });

  it('stands in these routes, of which five keep their answer for a repeated key', () => {
    const keyed = withSecret.filter((route) =>
      documented(route)!.parameters?.some(({ name }) => name === 'Idempotency-Key'),
    );
    expect(withSecret.map(nameOf).sort()).toEqual([
      'AttendanceController.sign',
      'OrderWorkController.confirmOnSite',
      'OrderWorkController.report',
      'OwnAccountController.changePassword',
      'OwnAccountController.setConfirmationCode',
      'PasskeysController.askRegistering',
      'PasswordLinksController.read',
      'PasswordLinksController.use',
      'PhonesController.enrol',
      'SessionController.signIn',
      'SurveysController.answer',
      'SurveysController.read',
      'VisitMovesController.close',
      'VisitWorkController.closeByCode',
    ]);
    expect(keyed.map(nameOf).sort()).toEqual([
      'AttendanceController.sign',
      'OrderWorkController.confirmOnSite',
      'OrderWorkController.report',
      'VisitMovesController.close',
      'VisitWorkController.closeByCode',
    ]);
  });

  it('is left out of what is kept of a body, wherever it stands in it', () => {
    class Part {
      @Text({ max: 10 })
      name!: string;

      @Secret({ max: 10 })
      pin!: string;
    }
    class Whole extends Part {
      @Nested(() => Part)
      first!: Part;

      @List(() => Part, { most: 3 })
      others!: Part[];
    }
    const part = { name: 'a', pin: '1' };
    const kept = { name: 'a' };
    expect(withoutSecrets(Whole, { ...part, first: part, others: [part, part], more: part })).toEqual({
      ...kept,
      ...{ first: kept, others: [kept, kept], more: part },
    });
    // Its parent keeps nothing of what the heir has added.
    expect(withoutSecrets(Part, { ...part, first: part })).toEqual({ ...kept, first: part });
    expect(withoutSecrets(Whole, { first: null, others: 'none' })).toEqual({ first: null, others: 'none' });
  });
});

describe('the code by which a head confirms on site', () => {
  const CODE = '246813';
  let house: House;
  let plan: SmallPlan;
  beforeAll(async () => {
    house = await House.open();
    plan = await smallPlan(house, 1_000_000);
    const hash = hashSync(CODE, { memoryCost: 1024, timeCost: 1, parallelism: 1 });
    await house.arrange('update account set confirmation_code_hash = $1 where id = $2', [hash, plan.head.accountId]);
  });
  afterAll(() => house.close());

  it('cannot be found again from the database, and its repetition answers as the first time', async () => {
    const id = await installed(plan);
    const { version, reportedCents: seenCents } = (await plan.technician.get(`/api/v1/orders/${id}`)).body;
    const confirm = (code: string) =>
      plan.technician.post(
        `/api/v1/orders/${id}/confirm-on-site`,
        { code, seenCents },
        { version, key: 'sur-le-telephone' },
      );
    expect((await confirm('111222')).body.code).toBe('order.code-wrong');
    const first = await confirm(CODE);
    expect(first).toMatchObject({ status: 200, body: { state: 'confirmed' } });
    expect(await confirm(CODE)).toMatchObject({ status: 200, body: first.body });
    const rows = await house.sql<{ table: string; row: string }>(
      `select 'idempotency_key' as table, to_jsonb(k)::text as row from idempotency_key k
       union all select 'history', to_jsonb(h)::text from history h union all select 'order_move', to_jsonb(m)::text from order_move m
       union all select 'security_event', to_jsonb(e)::text from security_event e union all select 'mail', to_jsonb(m)::text from mail m`,
    );
    expect(new Set(rows.map(({ table }) => table))).toContain('idempotency_key');
    const texts = [JSON.stringify({ code: CODE }), JSON.stringify(CODE), CODE];
    const forms = texts.flatMap((text) => [
      ...['base64', 'hex', 'base64url'].map((form) =>
        createHash('sha256')
          .update(text)
          .digest(form as 'hex')
          .replace(/=+$/, ''),
      ),
      text,
    ]);
    expect(rows.filter(({ row }) => forms.some((form) => row.includes(form)))).toEqual([]);
  });
});
