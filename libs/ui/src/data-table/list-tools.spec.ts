import { Component } from '@angular/core';
import { describe, expect, it } from '@jest/globals';
import { expectAccessible } from '../testing/accessibility.js';
import { render } from '../testing/rendering.js';
import { BulkBar } from './bulk-bar.js';
import { type FilterChange, FilterChips } from './filter-chips.js';
import { Pager } from './pager.js';
import { ViewTabs } from './view-tabs.js';

describe('saved views', () => {
  const views = [
    { id: 'to-approve', label: 'À approuver', count: 14 },
    { id: 'all', label: 'Toutes', count: 20_000, more: true },
    { id: 'mine', label: 'Les miennes', count: null },
  ];

  it('show their counts, exact or not yet or no longer', async () => {
    const tabs = await render(ViewTabs, { views, chosen: 'to-approve' });
    expect(tabs.texts('button')).toEqual(['À approuver 14', 'Toutes plus de 20 000', 'Les miennes']);
    await expectAccessible(tabs.host);
  });

  it('say which one is open', async () => {
    const tabs = await render(ViewTabs, { views, chosen: 'to-approve' });
    await tabs.click('button:nth-child(2)');
    expect(tabs.component.chosen()).toBe('all');
    expect(tabs.text('[aria-current]')).toBe('Toutes plus de 20 000');
  });
});

describe('filter chips', () => {
  const chips = [
    { id: 'year', label: 'Exercice', value: '2026', options: [{ value: '2026', label: 'Exercice 2026' }] },
    { id: 'sector', label: 'Secteur', value: null, options: [{ value: 'public', label: 'Public' }] },
  ];

  async function shown() {
    const filters = await render(FilterChips, { chips });
    const changes: FilterChange[] = [];
    filters.component.changed.subscribe((change) => changes.push(change));
    return { filters, changes };
  }

  it('turn on by a native choice', async () => {
    const { filters, changes } = await shown();
    const select = filters.one<HTMLSelectElement>('[aria-label=Secteur]');
    select.value = 'public';
    select.dispatchEvent(new Event('change'));
    expect(changes).toEqual([{ id: 'sector', value: 'public' }]);
    await expectAccessible(filters.host);
  });

  it('turn off by their cross, which only a filter that is on has', async () => {
    const { filters, changes } = await shown();
    expect(filters.all('button')).toHaveLength(1);
    await filters.click('[aria-label="Retirer le filtre Exercice"]');
    expect(changes).toEqual([{ id: 'year', value: null }]);
  });
});

describe('the pager', () => {
  it.each([
    [1, 1_000, '1 – 50 sur 1 000'],
    [20, 960, '951 – 960 sur 960'],
    [21, 1_051, '1 001 – 1 050 sur plus de 1 000'],
    [1, 0, 'Aucune ligne'],
  ])('says where page %i of %i rows stands', async (page, total, words) => {
    const pager = await render(Pager, { page, size: 50, total });
    expect(pager.text('span')).toBe(words);
    await expectAccessible(pager.host);
  });

  it('goes no further than the first and last pages', async () => {
    const pager = await render(Pager, { page: 1, size: 50, total: 60 });
    await pager.click('button:first-of-type');
    expect(pager.component.page()).toBe(1);
    await pager.click('button:last-of-type');
    await pager.click('button:last-of-type');
    expect(pager.component.page()).toBe(2);
  });
});

@Component({
  imports: [BulkBar],
  template: `
    <parc-bulk-bar words="3 sélectionnées" (cleared)="cleared = true"
      >, toutes prêtes <button parcBulkAction type="button">Approuver 3 · 1 284,00 €</button></parc-bulk-bar
    >
  `,
})
class Page {
  cleared = false;
}

describe('the bulk bar', () => {
  it('says what is ticked and what can be done with it', async () => {
    const page = await render(Page);
    expect(page.text('p')).toBe('3 sélectionnées , toutes prêtes');
    expect(page.texts('.actions button')).toEqual(['Désélectionner', 'Approuver 3 · 1 284,00 €']);
    await page.click('.clear');
    expect(page.component.cleared).toBe(true);
    await expectAccessible(page.host);
  });
});
