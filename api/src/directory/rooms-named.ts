import type { EntityManager } from 'typeorm';

/** A room as somebody's list names it. */
export interface RoomNamed {
  schoolId: string;
  name: string;
}

interface RoomFound extends RoomNamed {
  id: string;
}

/**
 * The rooms of schools by name, without accents or capitals; those that are not there are made, and counted. In the order of
 * `named`.
 */
export async function roomsNamed(
  manager: EntityManager,
  named: readonly RoomNamed[],
): Promise<{ roomIds: string[]; made: number }> {
  if (named.length === 0) return { roomIds: [], made: 0 };
  const told = [named.map(({ schoolId }) => schoolId), named.map(({ name }) => name)];
  const made: object[] = await manager.query(MAKE, told);
  const found: RoomFound[] = await manager.query(FIND, told);
  return { roomIds: found.map(({ id }) => id), made: made.length };
}

const TOLD = 'unnest($1::uuid[], $2::text[]) with ordinality as t(school_id, name, place)';

const MAKE = `insert into room (school_id, name)
  select distinct on (t.school_id, plain_text(t.name)) t.school_id, t.name from ${TOLD}
   where not exists (select from room r where r.school_id = t.school_id and not r.removed and plain_text(r.name) = plain_text(t.name))
   order by t.school_id, plain_text(t.name), t.place
  on conflict (school_id, plain_text(name)) where not removed do nothing returning id`;

const FIND = `select r.id from ${TOLD}
  join room r on r.school_id = t.school_id and not r.removed and plain_text(r.name) = plain_text(t.name) order by t.place for key share of r`;
