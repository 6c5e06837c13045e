import { Component } from '@angular/core';
import { expect, it } from '@jest/globals';
import { render } from '../testing/rendering.js';
import { CountedPipe, DayPipe, DurationPipe, MoneyPipe, TimePipe } from './pipes.js';

@Component({
  imports: [CountedPipe, DayPipe, DurationPipe, MoneyPipe, TimePipe],
  template: `
    <p>{{ 43100 | money }}</p>
    <p>{{ 43100 | money: 'short' }}</p>
    <p>{{ -43100 | money: 'signed' }}</p>
    <p>{{ 43100 | money: 'bare' }}</p>
    <p>{{ '2026-11-24' | day }}</p>
    <p>{{ '2026-11-24' | day: 'short' }}</p>
    <p>{{ '2026-11-24' | day: 'year' }}</p>
    <p>{{ '2026-11-24T15:45:00Z' | day: 'time' }}</p>
    <p>{{ '2026-11-24T15:45:00Z' | time }}</p>
    <p>{{ 130 | duration }}</p>
    <p>{{ 130 | duration: 'remaining' }}</p>
    <p>{{ 12 | counted: 'poste' }}</p>
  `,
})
class Page {}

it('templates write money, dates, durations and counts as people read them', async () => {
  const page = await render(Page);
  expect(page.texts('p')).toEqual([
    '431,00 €',
    '431 €',
    '− 431,00 €',
    '431,00',
    'mar. 24 nov.',
    '24 nov.',
    '24 nov. 2026',
    'mar. 24 nov. à 16 h 45',
    '16 h 45',
    '2 h 10',
    'encore 2 h 10',
    '12 postes',
  ]);
});
