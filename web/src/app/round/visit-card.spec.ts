import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { type Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { ORDER_STATES, ORDERS_TO_CARRY_OUT } from '@parc/domain';
import { describe, expect, it } from '@jest/globals';
import { roundDays } from './round-days';
import { ToScheduleCard } from '../orders/to-schedule-card';
import { VisitCard } from './visit-card';
import { workStop } from './work-stop.fixture';

const TODAY = '2026-11-24';

async function shown<Card>(card: Type<Card>, inputs: Record<string, unknown>): Promise<HTMLElement> {
  TestBed.resetTestingModule().configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
  });
  const fixture = TestBed.createComponent(card);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}

const words = (element: Element): string => element.textContent.replace(/\s+/g, ' ').trim();

describe('a visit of the round', () => {
  // The date of each is left in the stop, as if one that holds no more were told.
  it.each(ORDERS_TO_CARRY_OUT)(
    'has an hour and a map where an appointment stands, else its state: "%s"',
    async (state) => {
      const days = roundDays([workStop({ state })], TODAY);
      const visit = days.flatMap(({ visits }) => visits)[0]!;
      const card = await shown(VisitCard, { visit, rank: 1, today: TODAY });
      const { appointment, word } = ORDER_STATES[state];
      expect({
        map: card.querySelector('a[href^="geo:"]') !== null,
        when: card.querySelector('.when') !== null,
        toDo: words(card).includes('1 à faire'),
      }).toEqual({ map: appointment, when: appointment, toDo: appointment });
      if (!appointment) expect(words(card.querySelector('parc-state-chip')!)).toBe(word);
    },
  );

  it('says nothing of a state whose hour says it all, and what is under way', async () => {
    const chips = async (state: 'scheduled' | 'in-progress') => {
      const [today] = roundDays([workStop({ state })], TODAY);
      const card = await shown(VisitCard, { visit: today!.visits[0], rank: 1, today: TODAY });
      return [...card.querySelectorAll('parc-state-chip')].map(words);
    };
    expect(await chips('scheduled')).toEqual([]);
    expect(await chips('in-progress')).toEqual(['En cours']);
  });
});

describe('what waits for a date', () => {
  it('says its state, but for the step that a first date follows', async () => {
    const chip = async (state: 'approved' | 'in-progress') =>
      (await shown(ToScheduleCard, { stop: workStop({ state, plannedFrom: null }) })).querySelector('parc-state-chip');
    expect(await chip('approved')).toBeNull();
    expect(words((await chip('in-progress'))!)).toBe('En cours');
  });
});
