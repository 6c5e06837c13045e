import { describe, expect, it } from '@jest/globals';
import { CONVENTIONS } from './agreements/convention-lifecycle.js';
import { ITEMS } from './catalogue/item-lifecycle.js';
import type { NoticeWord } from './lifecycle/notice-words.js';
import { ORDERS } from './orders/order-lifecycle.js';
import { ORDER_NOTICE_WORDS } from './orders/order-notice-words.js';

/** Table → its words; a table that begins to tell brings its own. */
const WORDS: Record<string, Record<string, NoticeWord>> = { orders: ORDER_NOTICE_WORDS };

describe('the mail of a move', () => {
  it.each([ORDERS, CONVENTIONS, ITEMS])('has words for everyone whom the table of $name tells', (table) => {
    const wordless = (table.tellings as readonly string[]).filter((telling) => {
      const [action, who] = telling.split(' ') as [string, string];
      return WORDS[table.name]?.[action]?.next[who] === undefined;
    });
    expect(wordless.map((telling) => `${table.name}: "${telling}" is told and has no words`)).toEqual([]);
  });

  it('says something of each move', () => {
    const words = Object.values(WORDS).flatMap(Object.values<NoticeWord>);
    expect(words.filter(({ subject, told }) => !subject || !/\.$/.test(told))).toEqual([]);
  });
});
