import { describe, expect, it } from '@jest/globals';
import { trainingHomeTitle } from './training-home-title';

const title = (sessions: number, supports: number, agrees = false) =>
  trainingHomeTitle({ sessions, supports, agrees }).replaceAll(/\s/g, ' ');

describe('the first page of Éducation nationale', () => {
  it('says what waits for a trainer: who came, and visits to a class', () => {
    expect(title(2, 3)).toBe('2 émargements et 3 accompagnements vous attendent');
    expect(title(1, 1)).toBe('1 émargement et 1 accompagnement vous attendent');
    expect(title(1, 0)).toBe('1 émargement vous attend');
    expect(title(0, 1)).toBe('1 accompagnement vous attend');
  });

  it('says how many sessions wait for an inspector', () => {
    expect(title(4, 0, true)).toBe('4 sessions vous attendent');
    expect(title(1, 0, true)).toBe('1 session vous attend');
  });

  it('says that nothing waits, and speaks of nothing else', () => {
    expect([title(0, 0), title(0, 0, true)]).toEqual(['Rien ne vous attend', 'Rien ne vous attend']);
  });
});
