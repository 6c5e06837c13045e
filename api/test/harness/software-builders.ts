import type { Body } from './answers.js';
import type { House } from './house.js';

type Row = Record<string, unknown>;

let count = 0;

export const aTitle = (house: House, row: Row = {}): Promise<string> =>
  house.build.insert('software_title', {
    ...{ name: `Lecture ${++count}`, publisher: 'Éditions du Crêt', hosting: 'installed', ...row },
  });

/** The plan's, of ten seats, without an end, unless the row says otherwise. */
export const aLicence = (house: House, titleId: string, row: Row = {}): Promise<string> =>
  house.build.insert('software_licence', { title_id: titleId, seats: 10, from_day: '2026-01-05', ...row });

export const anInstallation = (house: House, titleId: string, row: Row): Promise<string> =>
  house.build.insert('software_installation', {
    ...{ title_id: titleId, seats: 1, since_day: '2026-10-06', at: '2026-10-06T07:00:00Z', role: 'system', ...row },
  });

/** Where a title stands, the first first. */
export const standingOf = (house: House, titleId: string) =>
  house.sql<Body>(
    `select equipment_id, room_id, school_id, licence_id, seats, order_id from software_installation
      where title_id = $1 and ended_at is null order by at, id`,
    [titleId],
  );

/** Why it stands elsewhere no longer, and by whom: "removed technician". */
export async function endsOf(house: House, titleId: string): Promise<string[]> {
  const rows = await house.sql<{ why: string; role: string }>(
    `select ended_why as why, ended_role as role from software_installation where title_id = $1 and ended_at is not null order by id`,
    [titleId],
  );
  return rows.map(({ why, role }) => `${why} ${role}`);
}

export async function licenceRow(house: House, id: string): Promise<Body> {
  const [row] = await house.sql<Body>('select seats, seats_used, over_used from software_licence where id = $1', [id]);
  return row!;
}
