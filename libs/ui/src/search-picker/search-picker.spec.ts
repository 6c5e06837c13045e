import { Component, signal } from '@angular/core';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Field } from '../field/field.js';
import { expectAccessible } from '../testing/accessibility.js';
import { render, type Rendered } from '../testing/rendering.js';
import { type PickerOption, SearchPicker } from './search-picker.js';

const ROOMS: readonly PickerOption[] = [
  { id: '3', label: 'Salle 3', detail: 'rez-de-chaussée' },
  { id: '5', label: 'Salle 5', detail: 'étage' },
];

@Component({
  imports: [Field, SearchPicker],
  template: `
    <parc-field label="Salle" controlId="room">
      <parc-search-picker [options]="options()" [(value)]="value" (query)="queries.push($event)" />
    </parc-field>
  `,
})
class Page {
  readonly options = signal<readonly PickerOption[]>(ROOMS);
  readonly value = signal<PickerOption | null>(null);
  readonly queries: string[] = [];
}

describe('a search picker', () => {
  let page: Rendered<Page>;
  beforeEach(async () => {
    page = await render(Page);
    page.one('input').focus();
    await page.fixture.whenStable();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  async function pointAt(selector: string): Promise<void> {
    page.one(selector).dispatchEvent(new MouseEvent('mouseup', { bubbles: true }));
    await page.fixture.whenStable();
  }

  it('unfolds what is recent before anything is typed', async () => {
    expect(page.component.queries).toEqual(['']);
    expect(page.one('input').getAttribute('aria-expanded')).toBe('true');
    expect(page.texts('[role=option]')).toEqual(['Salle 3 rez-de-chaussée', 'Salle 5 étage']);
    await expectAccessible(page.host);
  });

  it('is labelled by its field', () => {
    expect(page.one('label').getAttribute('for')).toBe(page.one('input').id);
  });

  it('picks by keyboard and says what it points at', async () => {
    await page.press('input', 'ArrowDown');
    await page.press('input', 'ArrowDown');
    const active = page.one('input').getAttribute('aria-activedescendant') ?? '';
    expect(document.getElementById(active)?.textContent).toContain('Salle 5');
    await page.press('input', 'Enter');
    expect(page.component.value()?.id).toBe('5');
    expect(page.one<HTMLInputElement>('input').value).toBe('Salle 5');
    expect(page.one('input').getAttribute('aria-expanded')).toBe('false');
  });

  it('picks by a click', async () => {
    await pointAt('[role=option]');
    expect(page.component.value()?.id).toBe('3');
  });

  it('searches once for a burst of letters, and forgets the former choice', async () => {
    await pointAt('[role=option]');
    jest.useFakeTimers();
    const box = page.one<HTMLInputElement>('input');
    for (const text of ['s', 'sa', 'sal']) {
      box.value = text;
      box.dispatchEvent(new Event('input'));
    }
    jest.advanceTimersByTime(500);
    expect(page.component.queries.slice(1)).toEqual(['sal']);
    expect(page.component.value()).toBeNull();
  });

  it('takes a scan whose answer comes after its Entrée', async () => {
    page.component.options.set([]);
    await page.type('input', 'PE-006118');
    await page.press('input', 'Enter');
    expect(page.component.queries.at(-1)).toBe('PE-006118');
    page.component.options.set([{ id: 'x', label: 'PE-006118' }]);
    await page.fixture.whenStable();
    expect(page.component.value()?.id).toBe('x');
  });

  it('folds on Escape and says when nothing corresponds', async () => {
    page.component.options.set([]);
    await page.type('input', 'grenier');
    expect(page.text('.none')).toBe('Rien ne correspond à « grenier »');
    await page.press('input', 'Escape');
    expect(page.all('.none')).toHaveLength(0);
  });
});
