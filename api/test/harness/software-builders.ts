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
