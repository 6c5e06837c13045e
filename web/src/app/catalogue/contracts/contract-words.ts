import type { ContractListItem, ContractsList$Params, ContractPeriodAnswer } from '@parc/api-client';
import type { StateWords } from '@parc/domain';
import { countedRows, type TableSort, money } from '@parc/ui';
import { type AddressWords, askedSort, readOne, readPage, readSort } from '../../shell/lists/list-address';
import { PAGE_SIZE } from '../../shell/lists/list-reading';

export type Standing = ContractListItem['standing'];
export type Alert = ContractPeriodAnswer['alert'];
type Sort = NonNullable<ContractsList$Params['sort']>;

export const STANDING_WORDS: Record<Standing, StateWords> = {
  coming: { word: 'À venir', tone: 'idle' },
  running: { word: 'En cours', tone: 'done' },
  ended: { word: 'Terminé', tone: 'idle' },
};

const ALERT_WORDS: Record<Exclude<Alert, 'none'>, StateWords> = {
  near: { word: 'Proche du maximum', tone: 'waiting' },
  full: { word: 'Maximum atteint', tone: 'trouble' },
};

/** What matters most of a contract: that it nears its maximum, else where it stands. */
export function contractState({ standing, alert }: { standing: Standing; alert: Alert | null }): StateWords {
  return alert === null || alert === 'none' ? STANDING_WORDS[standing] : ALERT_WORDS[alert];
}

interface ContractFilters {
  readonly standing: Standing | null;
  readonly alert: boolean;
  readonly search: string;
  readonly sort: TableSort;
  readonly page: number;
}

const SORTS: readonly Sort[] = ['number', 'holder', 'term', 'use'];
const STANDINGS: readonly Standing[] = ['running', 'coming', 'ended'];

export const STANDING_OPTIONS = STANDINGS.map((value) => ({ value, label: STANDING_WORDS[value].word }));

export function readContractFilters(words: AddressWords): ContractFilters {
  return {
    standing: readOne(words['etat'], STANDINGS),
    alert: words['alerte'] === 'oui',
    search: words['recherche'] ?? '',
    sort: readSort(words, SORTS, { key: 'use', direction: 'descending' }),
    page: readPage(words['page']),
  };
}

export function askedContracts({ standing, alert, search, sort, page }: ContractFilters): ContractsList$Params {
  return {
    page,
    size: PAGE_SIZE,
    ...askedSort<Sort>(sort),
    ...(standing === null ? {} : { standing: [standing] }),
    ...(alert ? { alert } : {}),
    ...(search === '' ? {} : { search }),
  };
}

/** "4 marchés", "1 marché proche de son maximum". */
export function contractsTitle({ alert }: ContractFilters, total: number): string {
  const [one, many] = alert
    ? ['marché proche de son maximum', 'marchés proches de leur maximum']
    : ['marché', 'marchés'];
  return total === 0 ? `Aucun ${one}` : countedRows(total, one, many);
}

export interface Use {
  readonly countedNetCents: number;
  readonly maximumNetCents: number;
  /** Null where the list does not say it. */
  readonly alertBasisPoints: number | null;
}

/** Share of the maximum that orders count, 0 to 100, never rounded up to a maximum that is not reached. */
export function usePercent({ countedNetCents, maximumNetCents }: Use): number {
  if (maximumNetCents === 0) return 100;
  return Math.min(100, Math.floor((countedNetCents * 100) / maximumNetCents));
}

/** "94 % du maximum · reste 1 403,08 € HT" */
export function useWords(use: Use): string {
  const leftCents = Math.max(0, use.maximumNetCents - use.countedNetCents);
  return `${usePercent(use)} % du maximum · reste ${money(leftCents)} HT`;
}
