import { describe, expect, it } from '@jest/globals';
import {
  askedSchools,
  isSchoolNarrowed,
  readSchoolFilters,
  schoolChips,
  schoolColumns,
  schoolsTitle,
} from './school-filters';
import { exportAddress } from '../../shell/lists/list-address';

const COMMUNES = [
  { id: 'c1', name: 'Firminy', schools: 12 },
  { id: 'c2', name: 'Unieux', schools: 5 },
];
const plain = (text: string): string => text.replace(/[\u202f\u00a0]/g, ' ');

describe('the list of schools, from its address', () => {
  it('asks the API for what the address says', () => {
    const words = {
      recherche: 'tilleuls',
      commune: 'c1',
      secteur: 'prive',
      type: 'elementaire',
      reseau: 'rep-plus',
      etat: 'ouverte',
      tri: 'pupils',
      sens: 'decroissant',
      page: '2',
    };
    expect(askedSchools(readSchoolFilters(words))).toEqual({
      page: 2,
      size: 50,
      sort: 'pupils',
      direction: 'desc',
      search: 'tilleuls',
      communeId: 'c1',
      sector: 'private',
      kind: 'elementary',
      priority: 'REP+',
      state: 'open',
    });
  });

  it('takes words it does not know for none', () => {
    const filters = readSchoolFilters({ secteur: 'autre', type: 'toString', tri: 'secret', page: '0' });
    expect(askedSchools(filters)).toEqual({ page: 1, size: 50, sort: 'name', direction: 'asc' });
    expect(isSchoolNarrowed(filters)).toBe(false);
  });

  it('exports the whole list it shows, not a page of it', () => {
    const filters = readSchoolFilters({ reseau: 'rep-plus', page: '3' });
    expect(exportAddress('/export.csv', askedSchools(filters))).toBe(
      '/export.csv?sort=name&direction=asc&priority=REP%2B',
    );
  });
});

describe('the title of the list', () => {
  const title = (words: Record<string, string>, total: number): string =>
    plain(schoolsTitle(readSchoolFilters(words), total, COMMUNES));

  it('says how many schools, of which sort and where', () => {
    expect(title({}, 277)).toBe('277 écoles');
    expect(title({ type: 'maternelle', secteur: 'public', reseau: 'rep', commune: 'c1' }, 3)).toBe(
      '3 écoles maternelles publiques en REP, Firminy',
    );
    expect(title({ etat: 'fermee' }, 1)).toBe('1 école fermée');
    expect(title({ type: 'unite' }, 14)).toBe('14 unités d’enseignement');
    expect(title({ reseau: 'hors-rep', recherche: 'jean' }, 2)).toBe(
      '2 écoles hors éducation prioritaire pour « jean »',
    );
  });

  it('says that nothing corresponds', () => {
    expect(title({ recherche: 'zzz' }, 0)).toBe('Aucune école ne correspond');
    expect(title({}, 0)).toBe('Aucune école');
  });
});

describe('the filters offered', () => {
  const offered = (role: Parameters<typeof schoolChips>[1], communes = COMMUNES): string[] =>
    schoolChips(readSchoolFilters({}), role, communes).map(({ id }) => id);

  it('leave out the sector for whom every school has the same', () => {
    expect(offered('plan-manager')).toContain('secteur');
    expect(offered('commune-officer', [])).toEqual(['type', 'reseau', 'etat']);
    expect(offered('private-body-officer')).not.toContain('secteur');
  });

  it('speak the words of the address', () => {
    const [, sector] = schoolChips(readSchoolFilters({ secteur: 'prive' }), 'plan-manager', COMMUNES);
    expect(sector).toMatchObject({ id: 'secteur', value: 'prive' });
    expect(sector?.options.map(({ value }) => value)).toEqual(['public', 'prive']);
  });
});

describe('the columns', () => {
  it('count pupils and classes only for who reads figures', () => {
    const keys = (role: Parameters<typeof schoolColumns>[0]): string[] => schoolColumns(role).map(({ key }) => key);
    expect(keys('technician')).toContain('pupils');
    expect(keys('installer')).not.toContain('pupils');
  });
});
