import { Component, signal } from '@angular/core';
import { describe, expect, it } from '@jest/globals';
import { expectAccessible } from '../testing/accessibility.js';
import { render } from '../testing/rendering.js';
import { Cell, type RowShortcut, type TableColumn, type TableSort } from './columns.js';
import { DataTable } from './data-table.js';

interface Order {
  readonly id: string;
  readonly number: string;
  readonly school: string;
}

@Component({
  imports: [Cell, DataTable],
  template: `
    <parc-data-table
      caption="Commandes à approuver"
      selectable
      [rows]="rows()"
      [columns]="columns"
      [rowKey]="key"
      [rowName]="name"
      [shortcuts]="shortcuts"
      [(sort)]="sort"
      [(selected)]="selected"
      [(current)]="current"
      (opened)="opened.push($event.number)"
      (shortcut)="used.push($event.shortcut.label + ' ' + $event.row.number)"
    >
      <ng-template parcCell="school" [parcCellOf]="rows()" let-row>
        <a href="#ecole">{{ row.school }}</a>
      </ng-template>
    </parc-data-table>
    <input id="elsewhere" aria-label="Ailleurs" />
  `,
})
class Page {
  readonly rows = signal<readonly Order[]>([
    { id: 'a', number: 'C-2026-00191', school: 'Les Églantines' },
    { id: 'b', number: 'C-2026-00194', school: 'Les Tilleuls' },
    { id: 'c', number: 'C-2026-00196', school: 'Les Marronniers' },
  ]);
  readonly columns: readonly TableColumn<Order>[] = [
    { key: 'number', label: 'Numéro', sortable: true, text: ({ number }) => number },
    { key: 'school', label: 'École', card: 'title' },
  ];
  readonly shortcuts: readonly RowShortcut[] = [
    { key: 'a', label: 'approuver la ligne' },
    { key: 'a', shift: true, label: 'approuver la sélection' },
  ];
  readonly sort = signal<TableSort | null>(null);
  readonly selected = signal<ReadonlySet<string>>(new Set());
  readonly current = signal<string | null>(null);
  readonly opened: string[] = [];
  readonly used: string[] = [];
  readonly key = ({ id }: Order) => id;
  readonly name = ({ number }: Order) => number;
}

const row = (index: number) => `tbody tr:nth-child(${index})`;

describe('a data table', () => {
  it('shows rows by text or by template and names its columns on cards', async () => {
    const page = await render(Page);
    expect(page.texts(`${row(2)} td`)).toEqual(['', 'C-2026-00194', 'Les Tilleuls']);
    expect(page.one(`${row(2)} td.card-title`).getAttribute('data-label')).toBe('École');
    expect(page.text('caption')).toBe('Commandes à approuver');
    await expectAccessible(page.host);
  });

  it('sorts by its head: one way, then the other, and says which', async () => {
    const page = await render(Page);
    await page.click('th button');
    expect(page.component.sort()).toEqual({ key: 'number', direction: 'ascending' });
    expect(page.one('th[aria-sort]').getAttribute('aria-sort')).toBe('ascending');
    await page.click('th button');
    expect(page.component.sort()).toEqual({ key: 'number', direction: 'descending' });
  });

  it('ticks a row, then all, then none, and keeps what another page ticked', async () => {
    const page = await render(Page);
    page.component.selected.set(new Set(['of another page']));
    await page.fixture.whenStable();
    await page.click(`${row(2)} input`);
    expect([...page.component.selected()]).toEqual(['of another page', 'b']);
    expect(page.one<HTMLInputElement>('thead input').indeterminate).toBe(true);
    await page.click('thead input');
    expect(page.component.selected().size).toBe(4);
    await page.click('thead input');
    expect([...page.component.selected()]).toEqual(['of another page']);
  });

  it('opens a row by a click on it, not on a link in it', async () => {
    const page = await render(Page);
    await page.click(`${row(3)} a`);
    expect(page.component.opened).toEqual([]);
    await page.click(`${row(3)} td:nth-child(2)`);
    expect(page.component.opened).toEqual(['C-2026-00196']);
    expect(page.component.current()).toBe('c');
  });
});

describe('a data table by keyboard', () => {
  async function focused() {
    const page = await render(Page);
    page.one(row(1)).focus();
    await page.fixture.whenStable();
    return page;
  }

  it('walks with J and K or the arrows and stops at both ends', async () => {
    const page = await focused();
    await page.press(row(1), 'k');
    expect(page.component.current()).toBe('a');
    await page.press(row(1), 'j');
    await page.press(row(2), 'ArrowDown');
    await page.press(row(3), 'j');
    expect(page.component.current()).toBe('c');
    expect(document.activeElement).toBe(page.one(row(3)));
    await page.press(row(3), 'ArrowUp');
    expect(document.activeElement).toBe(page.one(row(2)));
  });

  it('has one row at a time in the order of Tab', async () => {
    const page = await focused();
    await page.press(row(1), 'j');
    expect(page.all('tbody tr').map((line) => line.getAttribute('tabindex'))).toEqual(['-1', '0', '-1']);
  });

  it('ticks with X and opens with Entrée', async () => {
    const page = await focused();
    await page.press(row(1), 'x');
    await page.press(row(1), 'Enter');
    expect([...page.component.selected()]).toEqual(['a']);
    expect(page.component.opened).toEqual(['C-2026-00191']);
  });

  it("runs the page's own keys on the row in focus, with and without Maj", async () => {
    const page = await focused();
    await page.press(row(1), 'a');
    await page.press(row(1), 'A', { shiftKey: true });
    expect(page.component.used).toEqual(['approuver la ligne C-2026-00191', 'approuver la sélection C-2026-00191']);
  });

  it('shows every key on ?', async () => {
    const page = await focused();
    await page.press(row(1), '?', { shiftKey: true });
    expect(page.one<HTMLDialogElement>('dialog').open).toBe(true);
    expect(page.texts('dd')).toContain('approuver la sélection');
  });

  it('leaves letters alone that are typed elsewhere or with Ctrl', async () => {
    const page = await focused();
    await page.press('#elsewhere', 'x');
    await page.press(row(1), 'x', { ctrlKey: true });
    await page.press(row(1), 'z');
    expect(page.component.selected().size).toBe(0);
    expect(page.component.used).toEqual([]);
  });
});
