/** The periods of a figure `$1` in its version `$2` that are worked out, and whether for good. */
export const PERIODS_OF = `select id, from_day::text as "from", to_day::text as "to", over, in_curve as "inCurve", is_figure as "isFigure", is_beside as "isBeside", stale
   from indicator_period where key = $1 and version = $2`;

/** Forgets these: what is read follows in the same transaction. */
export const FORGET_PERIODS = 'delete from indicator_period where id = any($1)';

export const NEW_PERIOD = `insert into indicator_period (key, version, from_day, to_day, over, in_curve, is_figure, is_beside, worked_out_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`;

/** One figure is worked out by one server at a time. */
export const LOCK_FIGURE = `select pg_advisory_xact_lock(hashtext('indicator'), hashtext($1))`;

/** Marks what is worked out of weeks `$2` (Mondays), of the figures `$1`: each week is of the period that holds its Thursday. */
export const MARK_STALE = `update indicator_period p set stale = true
  where p.key = any($1) and not p.stale and exists (select from unnest($2::date[]) w where w + 3 between p.from_day and p.to_day)`;

export const ANALYZE_FIGURES = 'analyze indicator_period, indicator_cell, indicator_school';
