import type { ListTerms, Terms } from '../../reading/terms.js';
import type { SoftwareFields } from './software-fields.js';

/** The register's titles: who reads it reads it whole. */
export const SOFTWARE_LIST = {
  columns: {
    id: null,
    version: null,
    name: null,
    publisher: null,
    hosting: null,
    free: null,
    clearance: null,
    clearedOn: null,
    reviewOn: null,
    seatsUsed: null,
    seatsBought: null,
    unlimited: null,
    expiring: null,
    expired: null,
    overUsed: null,
    unlicensed: null,
  },
  sorts: { name: null, used: null },
  filters: { search: null, attention: null, clearance: null, hosting: null },
} as const satisfies ListTerms<never>;

/** Licences, of one title or of all. */
export const LICENCE_LIST = {
  columns: {
    id: null,
    version: null,
    titleId: null,
    titleName: null,
    publisher: null,
    edition: null,
    schoolId: null,
    schoolName: null,
    seats: null,
    seatsUsed: null,
    strict: null,
    fromDay: null,
    untilDay: null,
    renewed: null,
    orderId: null,
    orderNumber: null,
    contractId: null,
    contractNumber: null,
    netCents: null,
    vatBasisPoints: null,
    priceCents: null,
  },
  sorts: { until: null },
  filters: { titleId: null, schoolId: null, attention: null, current: null },
} as const satisfies ListTerms<never>;

/** Where a title stands. */
export const INSTALLATION_LIST = {
  columns: {
    id: null,
    titleId: null,
    titleName: null,
    edition: null,
    licenceId: null,
    equipmentId: null,
    tag: null,
    modelName: null,
    roomName: null,
    schoolId: null,
    schoolName: null,
    seats: null,
    sinceDay: null,
    orderId: null,
    orderNumber: null,
  },
  sorts: { since: null },
  filters: { titleId: null, licenceId: null, unlicensed: null },
} as const satisfies ListTerms<never>;

/** A title as its school or its device shows it. */
export const SHOWN_SOFTWARE_TERMS = {
  titleId: null,
  name: null,
  publisher: null,
  hosting: null,
  clearance: null,
  clearanceConditions: null,
  seats: null,
  edition: null,
  sinceDay: null,
  licensed: 'licences',
  licensedUntil: 'licences',
  priceCents: 'prices',
} as const satisfies Terms<keyof SoftwareFields>;
