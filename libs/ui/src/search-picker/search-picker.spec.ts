import { Component, signal } from '@angular/core';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Field } from '../field/field.js';
import { expectAccessible } from '../testing/accessibility.js';
import { render, type Rendered } from '../testing/rendering.js';
import { type PickerOption, SearchPicker } from './search-picker.js';

const ROOMS: readonly PickerOption[] = [
  { id: '3', label: 'Salle 3', detail: 'rez-de-chaussée' },
  { id: '5', label: 'Salle 5', detail: 'étage' },
  { id: '7', label: 'Salle 7', detail: 'étage' },
];

@Component({
  imports: [Field, SearchPicker],
  host: { '(keydown.escape)': 'left.set(true)' },
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
  /** Whether what lies around has heard Escape too. */
  readonly left = signal(false);
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
    expect(page.texts('[role=option]')).toEqual(['Salle 3 rez-de-chaussée', 'Salle 5 étage', 'Salle 7 étage']);
    await expectAccessible(page.host);
  });

  /** The row that a screen reader says, by the box's own word. */
  function pointedAt(): string {
    const active = page.one('input').getAttribute('aria-activedescendant');
    return active === null ? 'none' : (document.getElementById(active)?.querySelector('span')?.textContent ?? 'lost');
  }

  async function walk(...keys: readonly string[]): Promise<string> {
    for (const key of keys) await page.press('input', key);
    return pointedAt();
  }

  it('is labelled by its field', () => {
    expect(page.one('label').getAttribute('for')).toBe(page.one('input').id);
  });

  it('points at nothing before an arrow is pressed, so that Entrée never takes what nobody chose', () => {
    expect(pointedAt()).toBe('none');
  });

  it('goes down from the first row, up from the last, and round', async () => {
    expect(await walk('ArrowDown')).toBe('Salle 3');
    expect(await walk('ArrowUp')).toBe('Salle 7');
    expect(await walk('ArrowDown', 'ArrowDown')).toBe('Salle 5');
    await page.press('input', 'Escape');
    expect(pointedAt()).toBe('none');
    expect(await walk('ArrowUp')).toBe('Salle 7');
  });

  it('hears each of two arrows that come before the page is drawn again', async () => {
    for (let times = 0; times < 2; times++) {
      page.one('input').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
    }
    await page.fixture.whenStable();
    expect(pointedAt()).toBe('Salle 5');
  });

  it('shows the row it points at, when the list is longer than its place', async () => {
    const shown = jest.spyOn(Element.prototype, 'scrollIntoView');
    await walk('ArrowUp');
    expect(shown.mock.contexts.map((row) => (row as Element).id)).toEqual([
      page.one('input').getAttribute('aria-activedescendant'),
    ]);
  });

  it('leaves Début, Fin and the arrows aside to the text', () => {
    for (const key of ['Home', 'End', 'ArrowLeft', 'ArrowRight']) {
      const pressed = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
      page.one('input').dispatchEvent(pressed);
      expect({ key, taken: pressed.defaultPrevented }).toEqual({ key, taken: false });
    }
  });

  it('picks by keyboard, keeps the focus and folds', async () => {
    await walk('ArrowDown', 'ArrowDown', 'Enter');
    expect(page.component.value()?.id).toBe('5');
    expect(page.one<HTMLInputElement>('input').value).toBe('Salle 5');
    expect(page.one('input').getAttribute('aria-expanded')).toBe('false');
    expect(document.activeElement).toBe(page.one('input'));
  });

  it('keeps its choice when the same row is picked again', async () => {
    await walk('ArrowDown', 'Enter', 'ArrowDown');
    expect(page.one('[aria-selected=true]').textContent).toContain('Salle 3');
    await page.press('input', 'Enter');
    expect(page.component.value()?.id).toBe('3');
  });

  it('keeps its choice when the rows under it are others', async () => {
    await walk('ArrowDown', 'Enter');
    page.component.options.set([{ id: '9', label: 'Salle 9' }]);
    await page.fixture.whenStable();
    expect(page.component.value()?.id).toBe('3');
  });

  it('picks by a click', async () => {
    await pointAt('[role=option]');
    expect(page.component.value()?.id).toBe('3');
    expect(document.activeElement).toBe(page.one('input'));
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

  it('takes a scan and not the row that was pointed at before it', async () => {
    await walk('ArrowDown');
    await page.type('input', 'PE-006118');
    expect(pointedAt()).toBe('none');
    await page.press('input', 'Enter');
    expect(page.component.value()).toBeNull();
    page.component.options.set([{ id: 'x', label: 'PE-006118' }]);
    await page.fixture.whenStable();
    expect(page.component.value()?.id).toBe('x');
  });

  it('takes the only row that answers what was typed, once Entrée is pressed', async () => {
    jest.useFakeTimers();
    page.one<HTMLInputElement>('input').value = 'salle 5';
    page.one('input').dispatchEvent(new Event('input'));
    jest.advanceTimersByTime(500);
    jest.useRealTimers();
    page.component.options.set([ROOMS[1]!]);
    await page.fixture.whenStable();
    expect(page.component.value()).toBeNull();
    await page.press('input', 'Enter');
    expect(page.component.value()?.id).toBe('5');
  });

  it('does not take the only recent row for a scan', async () => {
    page.component.options.set([ROOMS[0]!]);
    await page.fixture.whenStable();
    await page.press('input', 'Enter');
    expect(page.component.value()).toBeNull();
    await page.type('input', 'PE-006118');
    await page.press('input', 'Enter');
    expect(page.component.value()).toBeNull();
  });

  it('keeps the letters that are typed over a choice', async () => {
    await pointAt('[role=option]');
    await page.type('input', 'Salle');
    expect(page.component.value()).toBeNull();
    expect(page.one<HTMLInputElement>('input').value).toBe('Salle');
    page.component.value.set(ROOMS[2]!);
    await page.fixture.whenStable();
    page.component.value.set(null);
    await page.fixture.whenStable();
    expect(page.one<HTMLInputElement>('input').value).toBe('');
  });

  it('points at nothing any more when one comes back to it', async () => {
    await walk('ArrowDown');
    page.one('input').blur();
    page.one('input').focus();
    await page.fixture.whenStable();
    expect(pointedAt()).toBe('none');
  });

  it('asks for nothing once its screen is left', async () => {
    jest.useFakeTimers();
    page.one('input').dispatchEvent(new Event('input'));
    page.fixture.destroy();
    jest.advanceTimersByTime(500);
    expect(page.component.queries).toEqual(['']);
  });

  it('keeps Escape for itself while it is unfolded, and lets the next one pass', async () => {
    await page.press('input', 'Escape');
    expect(page.one('input').getAttribute('aria-expanded')).toBe('false');
    expect(page.component.left()).toBe(false);
    expect(document.activeElement).toBe(page.one('input'));
    await page.press('input', 'Escape');
    expect(page.component.left()).toBe(true);
  });

  it('folds on Escape and says when nothing corresponds', async () => {
    page.component.options.set([]);
    await page.type('input', 'grenier');
    expect(page.text('.none')).toBe('Rien ne correspond à « grenier »');
    await page.press('input', 'Escape');
    expect(page.all('.none')).toHaveLength(0);
  });
});
