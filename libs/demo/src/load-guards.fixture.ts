/**
 * All that guards the tables: constraints, as they are enforced, and triggers, those of references among them; what a year of use has is
 * its table's.
 */
export const GUARDS = `select
  (select json_agg(c order by c) from (select conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(oid)
     || conenforced || convalidated || condeferrable || condeferred as c from pg_constraint where connamespace = 'public'::regnamespace and conrelid not in (select oid from pg_class where relispartition)) x) as constraints,
  (select json_agg(t order by t) from (select tgrelid::regclass::text || ' ' || tgfoid::regproc || tgtype || tgenabled::text || tgisinternal || tgdeferrable || tginitdeferred
     || coalesce((select ' ' || conname from pg_constraint c where c.oid = tgconstraint), '') as t from pg_trigger where tgrelid not in (select oid from pg_class where relispartition)) x) as triggers`;
