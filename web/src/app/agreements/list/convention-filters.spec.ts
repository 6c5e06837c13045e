import { describe, expect, it } from '@jest/globals';
import {
  askedConventions,
  conventionChips,
  conventionsTitle,
  conventionTabs,
  isConventionNarrowed,
  readConventionFilters,
} from './convention-filters';

const plain = (text: string): string => text.replace(/[\u202f\u00a0]/g, ' ');

describe('the list of conventions, from its address', () => {
  it('asks for the states of its view, or for the one that is chosen in it', () => {
    expect(askedConventions(readConventionFilters({ vue: 'a-conclure' })).state).toEqual([
      'drafted',
      'sent',
      'approved',
      'signed',
    ]);
    expect(askedConventions(readConventionFilters({ vue: 'a-conclure', etat: 'sent' })).state).toEqual(['sent']);
    // A state that the view does not hold is no choice of that view.
    expect(readConventionFilters({ vue: 'a-conclure', etat: 'ended' }).state).toBeNull();
  });

  it('reads those near their term with the nearest first', () => {
    expect(askedConventions(readConventionFilters({ vue: 'pres-du-terme' }))).toEqual({
      page: 1,
      size: 50,
      nearTerm: true,
      sort: 'term',
      direction: 'asc',
    });
  });

  it('is narrowed by kind, commune or a word', () => {
    expect(isConventionNarrowed(readConventionFilters({ vue: 'passees', tri: 'number' }))).toBe(false);
    expect(isConventionNarrowed(readConventionFilters({ type: 'commune' }))).toBe(true);
    expect(askedConventions(readConventionFilters({ commune: 'c1', recherche: 'sorbiers' }))).toMatchObject({
      communeId: 'c1',
      search: 'sorbiers',
    });
  });

  it('offers communes only to who has several', () => {
    const ids = (communes: { id: string; name: string }[]) =>
      conventionChips(readConventionFilters({}), communes).map(({ id }) => id);
    expect(ids([{ id: 'c1', name: 'Sorbiers' }])).toEqual(['type', 'etat']);
    expect(
      ids([
        { id: 'c1', name: 'Sorbiers' },
        { id: 'c2', name: 'Unieux' },
      ]),
    ).toEqual(['type', 'commune', 'etat']);
  });
});

describe('the tabs of conventions', () => {
  it('count what they hold and leave out what holds nothing', () => {
    const counts = {
      states: [
        { state: 'in-force' as const, count: 100 },
        { state: 'sent' as const, count: 1 },
        { state: 'drafted' as const, count: 2 },
      ],
      nearTermCount: 0,
      blockedSchoolCount: 5,
    };
    const tabs = (open: 'all' | 'over') => conventionTabs(counts, open).map(({ id, count }) => [id, count]);
    expect(tabs('all')).toEqual([
      ['toutes', 103],
      ['a-conclure', 3],
      ['en-vigueur', 100],
      ['ecoles-bloquees', 5],
    ]);
    expect(tabs('over')).toContainEqual(['passees', 0]);
  });
});

describe('the title of conventions', () => {
  it('says the answer', () => {
    const title = (vue: string, total: number) => plain(conventionsTitle(readConventionFilters({ vue }), total));
    expect(title('en-vigueur', 100)).toBe('100 conventions en vigueur');
    expect(title('pres-du-terme', 0)).toBe('Aucune convention près de son terme');
    expect(title('ecoles-bloquees', 1)).toBe('1 école ne peut pas commander');
    expect(title('ecoles-bloquees', 5)).toBe('5 écoles ne peuvent pas commander');
    expect(title('ecoles-bloquees', 0)).toBe('Toutes les écoles peuvent commander');
  });

  it('does not promise that every school may order when a filter hides some', () => {
    const filters = readConventionFilters({ vue: 'ecoles-bloquees', secteur: 'private' });
    expect(conventionsTitle(filters, 0)).toBe('Aucune école bloquée');
  });
});
