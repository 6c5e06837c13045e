import { INDEXED_FAMILIES, INFORMATICS, REUSE_AGE_YEARS, REUSE_DESTINATIONS } from '@parc/domain';
import { boughtIn, disposedIn, retiredUpTo } from '../../inventory/ends/ends.sql.js';
import { anyOf } from '../../platform/database/kinds.sql.js';
import { lifeOf, lives } from './fleet-ages.sql.js';
import type { ObjectRows } from './object-rows.js';

/** Of no school: it is the métropole that buys, and that retires. */
const OF_NONE = 'null::uuid as school_id';
/** Of a family that counts, or of one that nobody has said: those are not known. */
const couldBe = (families: typeof INFORMATICS) => `(b.family is null or ${anyOf('b.family', families)})`;

/** A row a device bought in the year: what it cost net, where it had served before, of what it cost. */
export const reusedBought: ObjectRows = {
  sql: () =>
    `select ${OF_NONE}, b.tag as object, case when b.refurbished then b.net_cents else 0 end as num, b.net_cents as den,
       b.family is not null and b.net_cents is not null as known from (${boughtIn(':from', ':to')}) b where ${couldBe(INFORMATICS)}`,
};

/**
 * A row a device below ten years at its retirement, neither lost nor stolen: sent to reuse in the year, its taker having committed to it; of
 * those that were retired and there on its first of January. Who was one may not be the other: the law compares a flow with a stock.
 */
export const retiredReused: ObjectRows = {
  sql: () =>
    `select ${OF_NONE}, b.tag as object, (b.disposed_on is not null and b.disposed_on <= :to and ${anyOf('b.destination', REUSE_DESTINATIONS)} and b.attested)::int as num,
       (b.retired_on < :from::date)::int as den, b.family is not null and b.purchased_on is not null as known
       from (${retiredUpTo(':from', ':to')}) b
      where not b.missing and ${couldBe(INFORMATICS)}
        and (b.purchased_on is null or b.purchased_on + make_interval(years => ${REUSE_AGE_YEARS}) > b.retired_on)`,
};

/** A row a device bought in the year that has an index to tell. */
export const indexKnown: ObjectRows = {
  sql: () =>
    `select ${OF_NONE}, b.tag as object, b.repairability_index as num, 1 as den, b.repairability_index is not null as known
       from (${boughtIn(':from', ':to')}) b where ${anyOf('b.family', INDEXED_FAMILIES)}`,
};

/** A row a device retired in the year: the years that it had, less those that its family is expected to serve. */
export const lifeGained: ObjectRows = {
  sql: () =>
    `select ${OF_NONE}, b.tag as object, round((b.retired_on - b.purchased_on) / 365.25 - ${lifeOf('b.family')}, 4) as num, 1 as den,
       b.purchased_on is not null and b.family is not null as known
       from (${retiredUpTo(':from', ':to')}) b where b.retired_on >= :from::date`,
  settings: lives,
};

/** A row a device that left for good in the year: whether where it went is proved, and its data were made unreadable. */
export const traced: ObjectRows = {
  sql: () =>
    `select ${OF_NONE}, b.tag as object, (b.proved and b.wiped)::int as num, 1 as den, true as known from (${disposedIn(':from', ':to')}) b`,
};
