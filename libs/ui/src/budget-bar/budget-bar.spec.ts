import { describe, expect, it } from '@jest/globals';
import { expectAccessible } from '../testing/accessibility.js';
import { render } from '../testing/rendering.js';
import { BudgetBar } from './budget-bar.js';
import { availableCents, budgetSegments, type BudgetFigures, budgetSentence } from './budget-figures.js';

const figures: BudgetFigures = {
  openedCents: 310_000,
  spentCents: 105_400,
  committedCents: 52_700,
  reservedCents: 43_100,
};
const order = { part: 'committed', amountCents: 49_600, word: 'Cette commande' } as const;

describe('the figures of a budget bar', () => {
  it('leave free what is neither done, committed nor waiting', () => {
    expect(availableCents(figures)).toBe(108_800);
  });

  it('draw each part as its share of what was opened', () => {
    const shares = budgetSegments(figures, null).map(({ part, percent }) => [part, Math.round(percent)]);
    expect(shares).toEqual([
      ['spent', 34],
      ['committed', 17],
      ['reserved', 14],
    ]);
  });

  it('draw nothing for a part at zero, and nothing at all before the allocation', () => {
    expect(budgetSegments({ ...figures, committedCents: 0 }, null).map(({ part }) => part)).toEqual([
      'spent',
      'reserved',
    ]);
    const empty = { openedCents: 0, spentCents: 0, committedCents: 0, reservedCents: 0 };
    expect(budgetSegments(empty, null)).toEqual([]);
  });

  it('cut the highlighted share out of its part, without making it larger', () => {
    const committed = budgetSegments(figures, order).filter(({ part }) => part === 'committed');
    expect(committed.map(({ highlighted }) => highlighted)).toEqual([false, true]);
    const whole = committed.reduce((sum, { percent }) => sum + percent, 0);
    expect(whole).toBeCloseTo((52_700 / 310_000) * 100);
    const more = budgetSegments(figures, { ...order, amountCents: 99_999 });
    expect(more.filter(({ part }) => part === 'committed').map(({ highlighted }) => highlighted)).toEqual([true]);
  });

  it('make one sentence', () => {
    expect(budgetSentence(figures, null).replaceAll('\u202f', ' ')).toBe(
      'Réalisé 1 054,00 €, engagé 527,00 €, en attente d’accord 431,00 €, reste 1 088,00 €, sur 3 100,00 €',
    );
  });
});

describe('a budget bar', () => {
  it('says its figures in words beside the drawing', async () => {
    const bar = await render(BudgetBar, { figures });
    expect(bar.text('.legend')).toBe(
      'Réalisé 1 054,00 € Engagé 527,00 € En attente d’accord 431,00 € Reste 1 088,00 € sur 3 100,00 € pour l’année',
    );
    expect(bar.one('.bar').getAttribute('aria-hidden')).toBe('true');
    await expectAccessible(bar.host);
  });

  it('keeps the words for a screen reader where the legend is hidden', async () => {
    const bar = await render(BudgetBar, {
      figures,
      legend: 'hidden',
      size: 'small',
      label: 'Budget installation 2026',
    });
    expect(bar.one('[role=img]').getAttribute('aria-label')).toMatch(/^Budget installation 2026\. Réalisé/);
    expect(bar.text()).toBe('');
    await expectAccessible(bar.host);
  });

  it('drops useless cents in its short legend', async () => {
    const bar = await render(BudgetBar, { figures, legend: 'short' });
    expect(bar.text('ul')).toBe('Réalisé 1 054 € Engagé 527 € En attente 431 € Reste 1 088 €');
  });

  it('names the share it highlights', async () => {
    const bar = await render(BudgetBar, { figures, highlight: order });
    expect(bar.all('.segment.highlighted')).toHaveLength(1);
    expect(bar.text('li:last-child')).toBe('Cette commande 496,00 €');
  });

  it('says that the year has nothing', async () => {
    const bar = await render(BudgetBar, {
      figures: { openedCents: 0, spentCents: 0, committedCents: 0, reservedCents: 0 },
    });
    expect(bar.text('.legend')).toBe('Reste 0,00 € rien pour l’année');
  });
});
