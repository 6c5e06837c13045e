import { redeployedIn } from '../../inventory/needs/redeployed.sql.js';
import { lentDaysIn } from '../../loans/lent-days.sql.js';
import type { ObjectRows } from './object-rows.js';

/** A row a kit, of no school: class days on which somebody had it, of those on which it was offered. */
export const shared: ObjectRows = {
  sql: () =>
    `select null::uuid as school_id, k.name as object, k.out as num, k.offered as den, true as known from (${lentDaysIn(':from', ':to')}) k`,
};

/** A row a device that went to a school that had asked for it. */
export const redeployed: ObjectRows = {
  sql: () =>
    `select r.school_id, r.tag as object, 1 as num, 1 as den, true as known from (${redeployedIn(':from', ':to')}) r`,
};
