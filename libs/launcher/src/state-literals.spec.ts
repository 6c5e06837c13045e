import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import angular from 'angular-eslint';
import { Linter } from 'eslint';
import typescript from 'typescript-eslint';

type Selectors = readonly { selector: string; message: string }[];
interface Table {
  domain: string;
  type: string;
  names: readonly string[];
}
interface Rules {
  TABLES: readonly Table[];
  STATES_IN_CODE: Selectors;
  STATES_IN_TEMPLATES: Selectors;
  statesTold(tables: readonly Table[], otherWords?: ReadonlySet<string>): { inCode: Selectors; inTemplates: Selectors };
  wordsByFolder(root: string, tables: readonly Table[]): { folder: string; words: ReadonlySet<string> }[];
}

const { TABLES, STATES_IN_CODE, STATES_IN_TEMPLATES, statesTold, wordsByFolder } = (await import(
  join(import.meta.dirname, 'state-literals.mjs')
)) as Rules;

function toldBy(parser: unknown, selectors: Selectors, code: string): string[] {
  const rules = { 'no-restricted-syntax': ['error', ...selectors] } satisfies Linter.RulesRecord;
  const messages = new Linter().verify(code, [{ languageOptions: { parser: parser as Linter.Parser }, rules }]);
  return messages.map(({ message }) => message);
}

const told = (code: string) => toldBy(typescript.parser, STATES_IN_CODE, code);
const toldOfTemplate = (code: string) => toldBy(angular.templateParser, STATES_IN_TEMPLATES, code);

describe('a literal state outside its row', () => {
  it.each([
    `order.state === 'approved'`,
    `page.renewedBy?.state !== 'signed'`,
    `['approved'].includes(order.state)`,
    `const list = ['approved', 'scheduled'];`,
    `this.mine(actor, ['installed'])`,
    `switch (order.state) { case 'draft': }`,
    `ORDER_STATES[order.state ?? 'draft']`,
    `insert({ state: 'drafted' })`,
    `type Waiting = 'submitted' | 'installed';`,
    `const words: Partial<Record<OrderState, string>> = {};`,
    `const reached: Record<string, number> = { draft: 0, 'in-progress': 3 };`,
    `const sql = \`where o.state = 'submitted'\`;`,
    `const sql = "where o.state not in ('draft', 'discarded')";`,
    `const sql = \`case o.state when 'scheduled' then 1 end\`;`,
    `const sql = \`where m.to_state is distinct from 'closed'\`;`,
  ])('is told: %s', (code) => expect(told(code).length).toBeGreaterThan(0));

  it.each([
    `school.state === 'closed'`,
    `const sql = \`where s.state = 'open'\`;`,
    `ORDERS_UNDER_WAY.includes(order.state)`,
    `ORDERS.statesFrom('approve').includes(order.state)`,
    `const words: Record<OrderMilestone, string> = { submitted: '', approved: '' };`,
    `quantityOf(line, 'approved')`,
    `const views = ['to-conclude', 'in-force', 'over'];`,
  ])('is another word: %s', (code) => expect(told(code)).toEqual([]));

  it.each([
    `@if (page.state === 'approved') {}`,
    `@if (page?.state !== 'closed') {}`,
    `@if (['scheduled', 'in-progress'].includes(page.state)) {}`,
    `<p [word]="page().state === 'installed' ? 'a' : 'b'"></p>`,
    `<p [hidden]="state() === 'closed'"></p>`,
  ])('is told of a template: %s', (code) => expect(toldOfTemplate(code).length).toBeGreaterThan(0));

  it.each([`@if (school.state === 'closed') {}`, `{{ cents | money: 'signed' }}`, `@if (isToDo()) {}`])(
    'is another word of a template: %s',
    (code) => expect(toldOfTemplate(code)).toEqual([]),
  );

  it('says what to ask instead', () => expect(told(`order.state === 'approved'`)[0]).toContain('statesFrom(action)'));
});

describe('a new domain whose states are called « open » and « kept »', () => {
  const repository = join(import.meta.dirname, '../../..');
  const invented = [...TABLES, { domain: 'wishes', type: 'WishState', names: ['open', 'kept', 'voiced'] }];

  /** The sources in which one of its words stands, but for those whose states lint knows to be other things'. */
  const sources = globSync('{api/src,libs/domain/src,libs/ui/src,web/src/app}/**/*.{ts,html}', { cwd: repository })
    .map((file) => ({ file: file.replaceAll('\\', '/'), text: readFileSync(join(repository, file), 'utf8') }))
    .filter(({ file }) => !/\.(spec|fixture)\.ts$|^api\/src\/notifications\/|^web\/src\/app\/mail\//.test(file))
    .filter(({ file }) => !/^(api\/src|web\/src\/app|libs\/domain\/src)\/directory\/.*\.ts$/.test(file))
    .filter(({ text }) => /'(open|kept)'/.test(text));

  function misled(file: string, text: string): string[] {
    const folders = ['api/src', 'libs/domain/src', 'web/src/app'].flatMap((root) => wordsByFolder(root, invented));
    const there = folders.find(({ folder }) => file.startsWith(`${folder}/`))?.words;
    const before = statesTold(TABLES, there);
    const after = statesTold(invented, there);
    const tell = file.endsWith('.html')
      ? ({ inTemplates }: typeof after) => toldBy(angular.templateParser, inTemplates, text)
      : ({ inCode }: typeof after) => toldBy(typescript.parser, inCode, text);
    return tell(after).length > tell(before).length ? [`${file} is told of states that it does not mean`] : [];
  }

  it('changes nothing in the files of the others', () => {
    expect(sources.length).toBeGreaterThan(6);
    expect(sources.flatMap(({ file, text }) => misled(file, text))).toEqual([]);
  });

  it.each([`wish.state === 'open'`, `const list = ['open', 'kept'];`, `const sql = "where w.state = 'kept'";`])(
    'is told of its own all the same: %s',
    (code) => expect(toldBy(typescript.parser, statesTold(invented).inCode, code).length).toBeGreaterThan(0),
  );

  it('spares a word where something else is called so, never in its own folder', () => {
    const spared = (domain: string) =>
      wordsByFolder('web/src/app', [...TABLES, { domain, type: 'WishState', names: ['open', 'kept'] }])
        .filter(({ folder }) => folder === 'web/src/app/orders')
        .flatMap(({ words }) => [...words].sort());
    expect(spared('wishes')).toEqual(['kept', 'open']);
    expect(spared('orders')).toEqual([]);
  });
});
