import { HttpErrorResponse } from '@angular/common/http';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { listReading } from './list-reading';

type Answer = { items: string[]; total: number };

describe('the reading of a list', () => {
  const asked = signal<{ page: number } | undefined>(undefined);
  let answer: () => Promise<Answer>;
  beforeEach(() => asked.set({ page: 1 }));

  async function settled(): Promise<void> {
    TestBed.tick();
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
  }

  const begin = () => TestBed.runInInjectionContext(() => listReading(asked, () => answer()));
  const rows = (...items: string[]) => Promise.resolve({ items, total: items.length });

  it('stands as what there is to see: on its way, rows, none, not read', async () => {
    answer = () => rows('a', 'b');
    const list = begin();
    expect([list.standing(), list.rows(), list.total()]).toEqual(['loading', [], 0]);
    await settled();
    expect([list.standing(), list.rows(), list.total()]).toEqual(['rows', ['a', 'b'], 2]);
    answer = () => rows();
    list.reload();
    await settled();
    expect([list.standing(), list.rows()]).toEqual(['empty', []]);
    answer = () => Promise.reject(new HttpErrorResponse({ status: 0 }));
    list.reload();
    await settled();
    expect(list.standing()).toBe('offline');
  });

  it('keeps its rows in sight until those of the next filter are there', async () => {
    answer = () => rows('a');
    const list = begin();
    await settled();
    expect(list.rows()).toEqual(['a']);
    let arrive: (answer: Answer) => void = () => undefined;
    answer = () => new Promise((resolve) => (arrive = resolve));
    asked.set({ page: 2 });
    await settled();
    expect([list.standing(), list.rows(), list.loading()]).toEqual(['rows', ['a'], true]);
    arrive({ items: ['b'], total: 2 });
    await settled();
    expect([list.rows(), list.total(), list.loading()]).toEqual([['b'], 2, false]);
  });
});
