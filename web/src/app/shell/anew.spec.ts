import { signal } from '@angular/core';
import { expect, it } from '@jest/globals';
import { anewWith } from './anew';

it('what was changed stays while the same thing is read again, and begins anew with another', () => {
  const page = signal({ id: 'order-1', note: 'a' });
  const opened = anewWith<string | null>(
    () => page().id,
    () => null,
  );
  const first = anewWith(
    () => page().id,
    () => page().note,
  );
  expect(first()).toBe('a');
  opened.set('motif');
  page.set({ id: 'order-1', note: 'b' });
  expect([opened(), first()]).toEqual(['motif', 'a']);
  page.set({ id: 'order-2', note: 'c' });
  expect([opened(), first()]).toEqual([null, 'c']);
});
