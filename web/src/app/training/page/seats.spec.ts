import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import type { TrainingEnrolmentLine } from '@parc/api-client';
import { TrainingSeats } from './seats';

const one = (changes: Partial<TrainingEnrolmentLine>): TrainingEnrolmentLine => ({
  ...{ id: 'e', accountId: 'a', name: 'Inès Barlet', schoolName: 'École du Châtelet', standing: 'seated' },
  ...{ enrolledAt: '2026-11-03T09:00:00Z', offerUntil: null, present: null, comes: null },
  ...changes,
});

async function drawn(enrolments: TrainingEnrolmentLine[], enrolled = enrolments.length) {
  const fixture = TestBed.createComponent(TrainingSeats);
  fixture.componentRef.setInput('page', { capacity: 4, enrolled, waiting: 1, enrolments });
  await fixture.whenStable();
  const all = (selector: string) => [...(fixture.nativeElement as HTMLElement).querySelectorAll(selector)];
  return {
    seats: all('.row > i').map(({ className }) => className),
    legend: all('.legend > span').map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim()),
    label: all('[role=img]')[0]!.getAttribute('aria-label'),
  };
}

describe('the seats of a session', () => {
  it('are taken and free, then who waits', async () => {
    const { seats, legend } = await drawn([one({}), one({})]);
    expect(seats).toEqual(['taken', 'taken', 'free', 'free']);
    expect(legend).toEqual(['place prise', 'place libre', '1 attend, dans cet ordre']);
  });

  it('are hatched by who has not answered a new date, and say so aloud', async () => {
    const { seats, legend, label } = await drawn([one({ comes: true }), one({ comes: false }), one({ comes: false })]);
    expect(seats).toEqual(['taken', 'silent', 'silent', 'free']);
    expect(legend.slice(0, 2)).toEqual(['vient', 'sans réponse']);
    expect(label).toContain('2 sans réponse');
  });

  it('tell who did not come once it is known of everybody, and no answer any more', async () => {
    const { seats, legend } = await drawn([one({ present: true, comes: true }), one({ present: false, comes: false })]);
    expect(seats).toEqual(['taken', 'absent', 'free', 'free']);
    expect(legend.slice(0, 2)).toEqual(['là', 'absent']);
  });

  it('say nothing of answers to who reads its own people alone', async () => {
    const { seats, legend } = await drawn([], 2);
    expect(seats).toEqual(['taken', 'taken', 'free', 'free']);
    expect(legend[0]).toBe('place prise');
  });
});
