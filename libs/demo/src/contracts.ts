import type { ContractKey } from './catalogue-facts.js';
import { HOLDERS } from './people.js';
import { DEMONSTRATION_DOMAIN } from './personas.js';
import { addressName } from './names.js';
import type { ContractPeriodRow, DemonstrationRows } from './rows.js';
import type { Workshop } from './workshop.js';
import { PLAN_START } from './workshop.js';

export interface DemonstrationContract {
  key: ContractKey;
  row: DemonstrationRows['contract'][number];
  holderName: string;
  /** Maxima are set by the books once everything is counted. */
  periods: ContractPeriodRow[];
}

const FIRST_DAY = '2023-03-01';
/** Four years, the longest a framework contract runs. */
const LAST_DAY = '2027-02-28';

const CONTRACTS: readonly { key: ContractKey; holder: string; number: string; lot: string; title: string }[] = [
  {
    key: 'screens',
    holder: HOLDERS.screens,
    number: '2023-041-1',
    lot: 'Lot 1',
    title: 'Pose d’écrans et de vidéoprojecteurs',
  },
  { key: 'sound', holder: HOLDERS.screens, number: '2023-041-2', lot: 'Lot 2', title: 'Sonorisation des classes' },
  {
    key: 'network',
    holder: HOLDERS.network,
    number: '2023-057',
    lot: 'Lot unique',
    title: 'Câblage et Wi-Fi des écoles',
  },
  { key: 'small', holder: HOLDERS.small, number: '2023-063', lot: 'Lot unique', title: 'Petit matériel pédagogique' },
];

/** Three invented firms, four contracts, one period a civil year. */
export function makeContracts(workshop: Workshop): {
  contracts: Map<ContractKey, DemonstrationContract>;
  holderIds: Map<string, string>;
} {
  const { rows, identify } = workshop;
  const at = `${PLAN_START}T08:00:00.000Z`;
  const holderIds = new Map<string, string>();
  for (const name of Object.values(HOLDERS)) {
    const id = identify(at);
    holderIds.set(name, id);
    rows.contract_holder.push({ id, name, siret: null, email: `${addressName(name)}@${DEMONSTRATION_DOMAIN}` });
  }
  // A demonstration opened after the term shows contracts that were renewed.
  const lastDay = workshop.today < '2027-01-01' ? LAST_DAY : `${workshop.year + 1}-12-31`;
  const contracts = new Map<ContractKey, DemonstrationContract>();
  for (const { key, holder, number, lot, title } of CONTRACTS) {
    const id = identify(at);
    const row = { id, number, title, holder_id: holderIds.get(holder)!, lot, from_day: FIRST_DAY, to_day: lastDay };
    rows.contract.push(row);
    const periods: ContractPeriodRow[] = [];
    for (let year = 2023; year <= Number(lastDay.slice(0, 4)); year++) {
      periods.push({
        id: identify(at),
        contract_id: id,
        from_day: year === 2023 ? FIRST_DAY : `${year}-01-01`,
        to_day: lastDay < `${year}-12-31` ? lastDay : `${year}-12-31`,
        maximum_net_cents: 0,
        minimum_net_cents: null,
        alert_basis_points: 8_000,
        counted_net_cents: 0,
        last_purchase_order: 0,
      });
    }
    rows.contract_period.push(...periods);
    contracts.set(key, { key, row, holderName: holder, periods });
  }
  return { contracts, holderIds };
}

export function periodOn(contract: DemonstrationContract, day: string): ContractPeriodRow {
  const period = contract.periods.find((one) => one.from_day <= day && day <= one.to_day);
  if (period === undefined) throw new RangeError(`Contract ${contract.row.number} has no period on ${day}`);
  return period;
}
