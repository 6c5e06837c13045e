import { byId, type Joined } from '../../platform/database/joins.sql.js';

export const softwareOf = (id: string, alias = 't'): Joined => byId('software_title', alias, id);
export const licenceOf = (id: string, alias = 'l'): Joined => byId('software_licence', alias, id);

/** In turn with whoever counts seats: after the devices are held, and before any licence is. */
export const IN_TURN_FOR_SEATS = `select pg_advisory_xact_lock(hashtext('software seats'))`;

/** In force on a day, over `l`. */
export const inForce = (day: string) => `l.from_day <= ${day} and l.ends_on >= ${day}`;

/** What deserves a look of a licence, over `l`: `day`, and how many days before its end it is told. */
export const LICENCE_LOOKS = {
  expiring: (day: string, until: string) => `l.ends_on between ${day} and ${until} and l.renewed_by is null`,
  expired: (day: string) => `l.ends_on < ${day} and l.seats_used > 0`,
  'over-used': () => 'l.over_used',
};

/** What it cost, tax included, over `l`. */
export const LICENCE_PRICE = 'l.net_cents + (l.net_cents * l.vat_basis_points + 5000) / 10000';
