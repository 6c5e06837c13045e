import { inject } from '@angular/core';
import { Api, fleetSettingsRead } from '@parc/api-client';
import { may } from '../../shell/may';
import { reading } from '../../shell/reading';

/** What one device that is given may be worth today, read when it is asked about. For an injection context. */
export function giftLimit(asked: () => boolean) {
  const api = inject(Api);
  const reads = may('fleet-value.settings');
  return reading({
    asked: () => (asked() && reads() ? true : undefined),
    load: async () => (await api.invoke(fleetSettingsRead)).inForce.giftMaxCents,
  });
}
