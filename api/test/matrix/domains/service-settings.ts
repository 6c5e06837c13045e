import { STANDARD_TARGETS } from '@parc/domain';
import type { DomainRows } from '../domain-rows.js';

export const serviceSettings: DomainRows = {
  bodies: {
    'ServiceSettingsController.write': () => ({
      ...{ from: '2027-01-04', source: 'Règlement intérieur', dayMinutes: 480, closings: [], ...STANDARD_TARGETS },
      week: { mon: [{ from: '08:00', to: '12:00' }], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] },
    }),
  },
};
