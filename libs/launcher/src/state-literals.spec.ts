import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import angular from 'angular-eslint';
import { Linter } from 'eslint';
import typescript from 'typescript-eslint';

type Rules = Record<'STATES_IN_CODE' | 'STATES_IN_TEMPLATES', readonly { selector: string; message: string }[]>;

const { STATES_IN_CODE, STATES_IN_TEMPLATES } = (await import(
  join(import.meta.dirname, 'state-literals.mjs')
)) as Rules;

function toldBy(parser: unknown, selectors: Rules[keyof Rules], code: string): string[] {
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
