import { Injectable } from '@nestjs/common';
import {
  boughtShare,
  EQUIPMENT_MISSING,
  INFORMATICS,
  REUSE_AGE_YEARS,
  REUSE_DESTINATIONS,
  reusedShare,
  type PurchaseGroup,
  type RetiredGroup,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { inStates } from '../../platform/database/in-states.js';
import { leftJoin } from '../../platform/database/joins.sql.js';
import { Transactions } from '../../platform/database/transactions.js';
import { csvEuros, csvText } from '../../platform/http/csv.js';
import { modelFacts } from './ends.sql.js';
import type { ReuseShares } from './fleet-value.answers.js';

/** The shares that the laws on reuse ask of a civil year, with what counts on neither side. */
@Injectable()
export class ReuseSharesQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @param year civil; this one when left out */
  shares(year = Number(this.clock.today().slice(0, 4))): Promise<ReuseShares> {
    return this.transactions.snapshot((manager) => this.sharesWithin(manager, year));
  }

  /** The same file of what a transaction sees. */
  async csvWithin(manager: EntityManager, year: number): Promise<string> {
    return csvOf(await this.sharesWithin(manager, year));
  }

  private async sharesWithin(manager: EntityManager, year: number): Promise<ReuseShares> {
    const days = [`${year}-01-01`, `${year}-12-31`];
    const bought: PurchaseGroup[] = await manager.query(BOUGHT, [...days, INFORMATICS]);
    const retired: RetiredGroup[] = await manager.query(RETIRED, [
      ...[...days, INFORMATICS, REUSE_DESTINATIONS, REUSE_AGE_YEARS],
    ]);
    return { year, bought: boughtShare(bought, year), retired: reusedShare(retired, year) };
  }

  /** The same as a file: one line a figure, so that each is found by its name. */
  async csv(asked?: number): Promise<string> {
    return csvOf(await this.shares(asked));
  }
}

function csvOf({ year, bought, retired }: ReuseShares): string {
  const line = (share: string, figure: string, value: string | number) => ({ year, share, figure, value });
  const [agec, reen] = ['Achats réemployés ou reconditionnés (AGEC)', 'Réemploi du matériel retiré (REEN)'];
  const rows = [
    line(agec, 'Numérateur : réemployé ou reconditionné, € HT', csvEuros(bought.reusedCents)),
    line(agec, 'Dénominateur : tous les achats, € HT', csvEuros(bought.totalCents)),
    line(agec, 'Part, %', percent(bought.shareBasisPoints)),
    line(agec, 'Cible, %', percent(bought.targetBasisPoints)),
    ...bought.excluded.map(({ why, devices }) => line(agec, `Écartés : ${why}`, devices)),
    line(reen, 'Numérateur : envoyés au réemploi dans l’année', retired.reused),
    line(reen, 'Dénominateur : retirés et détenus au 1er janvier', retired.held),
    line(reen, 'Part, %', percent(retired.shareBasisPoints)),
    line(reen, 'Cible, %', percent(retired.targetBasisPoints)),
    line(reen, 'Retirés dans l’année', retired.retiredInYear),
    line(reen, 'Envoyés au réemploi sans engagement écrit, non comptés', retired.unattested),
    ...retired.excluded.map(({ why, devices }) => line(reen, `Écartés : ${why}`, devices)),
  ];
  return csvText(rows, { year: 'Année', share: 'Part', figure: 'Chiffre', value: 'Valeur' });
}

const percent = (basisPoints: number | null) => (basisPoints === null ? '' : csvEuros(basisPoints));

/** Why it counts on neither side, by the column of its family. */
const ofFamily = (family: string) =>
  `when ${family} is null then 'no-family' when ${family} <> all($3) then 'other-family'`;

const BOUGHT = `select excluded, refurbished, count(*)::int as devices, coalesce(sum(net_cents), 0)::bigint as "netCents"
  from (select e.refurbished, e.net_cents,
          case ${ofFamily('f.family')} when e.net_cents is null then 'no-price' end as excluded
          from equipment e ${leftJoin(modelFacts())} where e.purchased_on between $1 and $2) bought
  group by excluded, refurbished`;

/** What was retired and still there on the first of January, retired in the year, or gone in the year. */
const RETIRED = `select excluded, reused, unattested, held, "retiredInYear", count(*)::int as devices
  from (select case when missing then 'missing' ${ofFamily('family')} when purchased_on is null then 'age-unknown'
            when purchased_on + make_interval(years => $5::int) <= retired_on then 'too-old' end as excluded,
          coalesce(disposed_on between $1 and $2 and destination = any($4) and attested, false) as reused,
          coalesce(disposed_on between $1 and $2 and destination = any($4) and not attested, false) as unattested,
          retired_on < $1::date and (disposed_on is null or disposed_on >= $1::date) as held,
          retired_on between $1 and $2 as "retiredInYear"
        from (select e.purchased_on, e.retired_on, x.disposed_on, x.destination, d.reuse_attested as attested,
                case when x.equipment_id is null then f.family else x.family end as family,
                coalesce(x.missing, (select ${inStates('v.from_state', EQUIPMENT_MISSING)} from equipment_move v
                  where v.equipment_id = e.id and v.to_state <> v.from_state order by v.at desc, v.id desc limit 1)) as missing
                from equipment e left join disposed_device x on x.equipment_id = e.id left join equipment_disposal d on d.id = x.disposal_id
                ${leftJoin(modelFacts())}
               where e.retired_on <= $2 and (x.disposed_on is null or x.disposed_on >= $1)) ended) told
  group by excluded, reused, unattested, held, "retiredInYear"`;
