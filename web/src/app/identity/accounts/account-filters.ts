import type { AccountsList$Params } from '@parc/api-client';
import { plainText, type Role, ROLE_WORDS, ROLES } from '@parc/domain';
import { countedRows, type FilterChip } from '@parc/ui';
import { type AddressWords, readOne, readPage } from '../../shell/lists/list-address';
import { PAGE_SIZE } from '../../shell/lists/list-reading';

interface AccountFilters {
  readonly search: string;
  readonly role: Role | null;
  readonly standing: 'active' | 'inactive' | null;
  /** The first is 1. */
  readonly page: number;
}

/** How an address says each role: "direction-d-ecole". */
export const ROLE_SLUGS = Object.fromEntries(
  ROLES.map((role) => [role, plainText(ROLE_WORDS[role]).replaceAll(' ', '-')]),
) as Record<Role, string>;

const STANDING_SLUGS = { active: 'ouverts', inactive: 'desactives' } as const;
export const NO_ACCOUNT_FILTER = { recherche: null, role: null, etat: null, page: null };

export function readAccountFilters(words: AddressWords): AccountFilters {
  const slug = readOne(words['etat'], Object.values(STANDING_SLUGS));
  return {
    search: (words['recherche'] ?? '').trim(),
    role: ROLES.find((role) => ROLE_SLUGS[role] === words['role']) ?? null,
    standing: slug === null ? null : slug === 'ouverts' ? 'active' : 'inactive',
    page: readPage(words['page']),
  };
}

export function isAccountNarrowed({ search, role, standing }: AccountFilters): boolean {
  return search !== '' || role !== null || standing !== null;
}

export function askedAccounts({ search, role, standing, page }: AccountFilters): AccountsList$Params {
  return {
    ...(search !== '' && { search }),
    ...(role !== null && { role }),
    ...(standing !== null && { active: standing === 'active' }),
    page,
    size: PAGE_SIZE,
  };
}

export function accountChips({ role, standing }: AccountFilters): readonly FilterChip[] {
  return [
    {
      id: 'role',
      label: 'Rôle',
      options: ROLES.map((each) => ({ value: ROLE_SLUGS[each], label: ROLE_WORDS[each] })),
      value: role === null ? null : ROLE_SLUGS[role],
    },
    {
      id: 'etat',
      label: 'État',
      options: [
        { value: STANDING_SLUGS.active, label: 'Ouverts' },
        { value: STANDING_SLUGS.inactive, label: 'Désactivés' },
      ],
      value: standing === null ? null : STANDING_SLUGS[standing],
    },
  ];
}

/** The answer as a title: "298 comptes · Direction d’école". */
export function accountsTitle({ role, standing, search }: AccountFilters, total: number): string {
  const what = [
    total === 0 ? 'Aucun compte' : countedRows(total, 'compte'),
    role === null ? null : ROLE_WORDS[role],
    standing === null ? null : standing === 'active' ? 'ouverts' : 'désactivés',
    search === '' ? null : `« ${search} »`,
  ];
  return what.filter((part) => part !== null).join(' · ');
}
