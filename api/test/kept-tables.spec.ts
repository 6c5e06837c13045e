import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TABLE_OWNERS } from './crossings/table-owners.js';
import { House } from './harness/house.js';

/**
 * What changes is remembered (`record_history`); what tells a move, a decision or money is never changed (`refuse_change`,
 * of each row and of the whole table). A table that does neither says why here, in words.
 */
const NEITHER: Readonly<Record<string, string>> = {
  idempotency_key: 'the answer to a repeated request, forgotten once nobody can repeat it',
  phone_act: 'a count of what has come from a phone, gone with it; what came is remembered where it was written',
  photo_part:
    'a stretch of a photo that is not whole yet, gone once it is; the photo itself is kept by what announced it',
  job_run: 'is itself the journal of the jobs: one row a job and a day',
  mail: 'is itself the journal of what was sent; the body of a secret is blanked after it has left',
  directory_import_change:
    'details of a reading, made anew with it; the import is remembered, and the school that it changes',
  directory_import_refusal: 'details of a reading, made anew with it; the import is remembered',
  directory_import_missing: 'details of a reading, made anew with it; the import is remembered',
  delivery_list:
    'a file that waits to be mended, taken away when it is; what of it came in is told by its receipt and its devices',
  fleet_import_row:
    'rows of a file, taken away once they are in; the list is remembered, and so are the devices that it makes and moves',
  calendar_mark:
    'one line that says whether a calendar has changed; the calendars are remembered, each in its own table',
  house_tag: 'a count of labels; each stands in the device that bears it',
  software_installation:
    'is itself the history: who put it there and who ended it; nothing else of it changes (software-orders.spec.ts)',
  remedy_tally: 'counts what was shown and what helped, nobody by name; the remedy and its versions are remembered',
  session: 'a presence, seen anew at every request; that somebody came in or went is a security event',
  credential_link: 'a secret, used once; who invites or asks is a security event',
  sign_in_try: 'a count that slows guessing, forgotten when it succeeds or ages',
  sign_in_window: 'a count that slows guessing, forgotten when it ages',
  sign_in_place: 'a habit of an account, forgotten when it ages',
  received_mail:
    'is itself the journal of what came in, forgotten when it ages; what it said is a comment, which nothing changes',
  mail_refusal: 'a count by day and reason of what was written nowhere',
  label_report_window: 'a count that slows who reports without account, forgotten when it ages',
  training_feed: 'a secret address, renewed and ended by whoever has it; what it leads to is remembered',
  training_survey_ticket: 'a secret, used to answer once and forgotten at its term; that people were asked is kept',
  training_survey_answer:
    'said without a name: a history of it would tell who answered when; one that its writer changes is the last one said',
  training_window: 'a count that slows guessing, forgotten when it ages',
  equipment_stay: 'worked out from the moves of devices, which nothing changes: a move of before changes it with them',
  usage_waiting:
    'lines of a file that waits for a decision, gone with it; the file and what became of it are remembered',
  usage_week: 'figures of devices by the hundred thousand: what a file corrects or withdraws goes to usage_superseded',
  usage_superseded: 'is itself what was there before, and goes with the years of what it was',
  usage_whole: 'up to which version a week was told whole; the files that told it are remembered',
  usage_touched: 'marks of what is to be summed, taken when it is',
  usage_rolled_week: 'when a week was summed last',
  usage_school_week: 'sums of figures, made anew from them',
  usage_subject_week: 'sums of figures, made anew from them',
  indicator_period: 'worked out of what is there, and worked out again',
  indicator_cell: 'worked out of what is there, and worked out again',
  indicator_school: 'worked out of what is there, and worked out again',
  usage_changed_week: 'marks of what was summed, taken by whoever builds on it',
  confirmation_try: 'a count that slows guessing, forgotten when it ages',
  security_event: 'is itself a journal, of which the law wants that it ends: kept twelve months, then deleted',
  order_file:
    'the content of a file, too large for the history; deleted with a draft alone, where it may be taken back',
};

/** Nothing is changed in them, and another table stands in the way of emptying them. */
const HELD_BY_ANOTHER: Readonly<Record<string, string>> = {
  allocation_run: 'ledger_entry refers to it: emptied alone it is refused, and with the ledger the ledger refuses',
};

let house: House;
let remembered: Set<string>;
let unchanged: Set<string>;
let untruncated: Set<string>;

beforeAll(async () => {
  house = await House.open();
  remembered = await tablesWith('record_history', ROW + INSERT + DELETE + UPDATE);
  unchanged = await tablesWith('refuse_change', ROW + BEFORE + DELETE + UPDATE);
  untruncated = await tablesWith('refuse_change', BEFORE + TRUNCATE);
});
afterAll(() => house.close());

/** The bits of pg_trigger.tgtype. */
const [ROW, BEFORE, INSERT, DELETE, UPDATE, TRUNCATE] = [1, 2, 4, 8, 16, 32] as const;

/** The tables of which one enabled trigger, without a condition or a list of columns, runs this function at all of these. */
async function tablesWith(procedure: string, at: number): Promise<Set<string>> {
  const rows = await house.sql<{ table: string }>(
    `select tgrelid::regclass::text as table from pg_trigger
      where not tgisinternal and tgenabled = 'O' and tgqual is null and tgattr = ''
        and tgfoid = $1::regproc and tgtype & $2::int = $2::int`,
    [procedure, at],
  );
  return new Set(rows.map(({ table }) => table));
}

const tables = Object.keys(TABLE_OWNERS);

describe('the database', () => {
  it('remembers what changes in a table, or refuses that anything changes', () => {
    const silent = tables.filter((table) => !remembered.has(table) && !unchanged.has(table) && !(table in NEITHER));
    expect(
      silent.map((table) => `${table} has neither record_history nor refuse_change, and kept-tables.spec.ts no reason`),
    ).toEqual([]);
  });

  it('refuses change and truncation of what tells a move', () => {
    const moves = tables.filter((table) => table.endsWith('_move'));
    expect(moves.length).toBeGreaterThan(0);
    expect([
      ...moves.filter((table) => !unchanged.has(table)).map((table) => `${table} lets its rows be changed or deleted`),
      ...tables
        .filter((table) => table.endsWith('_move') || unchanged.has(table))
        .filter((table) => !untruncated.has(table) && !(table in HELD_BY_ANOTHER))
        .map((table) => `${table} lets itself be truncated`),
    ]).toEqual([]);
  });

  it.each(Object.keys(HELD_BY_ANOTHER))('refuses that %s is emptied, with what refers to it too', async (table) => {
    await expect(house.arrange(`truncate ${table}`)).rejects.toThrow(/foreign key/);
    await expect(house.arrange(`truncate ${table} cascade`)).rejects.toThrow(/append-only|never|refus/i);
  });

  it('gives reasons only where they are needed', () => {
    expect(
      Object.keys(NEITHER).filter((table) => !(table in TABLE_OWNERS) || remembered.has(table) || unchanged.has(table)),
    ).toEqual([]);
    expect(Object.keys(HELD_BY_ANOTHER).filter((table) => !unchanged.has(table) || untruncated.has(table))).toEqual([]);
  });
});
