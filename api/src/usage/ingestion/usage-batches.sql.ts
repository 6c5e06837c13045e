import { accountOf } from '../../identity/account.sql.js';
import { leftJoin } from '../../platform/database/joins.sql.js';

/** What is told of a file, over `b` and its source `o`. */
export const BATCH_COLUMNS = {
  id: 'b.id',
  sourceName: 'o.name',
  source: 'o.slug',
  version: 'b.version',
  whole: 'b.whole',
  receivedAt: 'b.received_at',
  byToken: 'b.token_id is not null',
  outcome: 'b.outcome',
  refusal: 'b.refusal',
  receivedBefore: 'b.repeat_of is not null',
  firstWeek: 'b.first_week',
  lastWeek: 'b.last_week',
  lines: 'b.lines',
  added: 'b.added',
  changed: 'b.changed',
  unchanged: 'b.unchanged',
  outdated: 'b.outdated',
  refused: 'b.refused',
  withdrawn: 'b.withdrawn',
} as const;

const FIELDS = Object.entries(BATCH_COLUMNS)
  .map(([name, sql]) => `'${name}', ${sql}`)
  .join(', ');

/** One file with its reasons. */
export const BATCH_PAGE = `select json_build_object(${FIELDS}, 'refusals', b.refusals, 'decidedAt', b.decided_at,
    'decidedByName', a.name) as batch
  from usage_batch b join usage_source o on o.number = b.source ${leftJoin(accountOf('b.decided_by', 'a'))} where b.id = $1`;
