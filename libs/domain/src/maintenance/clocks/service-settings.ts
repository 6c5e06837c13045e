import { kindRows, kindsOf, type Kind } from '../../kinds/kinds.js';

/** The settings that clocks count with, each with its day. */
export const SERVICE_SETTINGS = kindRows<{ word: string }>()({
  'service.hours': { word: 'horaires du service' },
  'service.closings': { word: 'fermetures du service' },
  'service.dayMinutes': { word: 'durée d’une journée' },
  'ticket.targets': { word: 'délais par priorité' },
});
export type ServiceSetting = Kind<typeof SERVICE_SETTINGS>;
export const SERVICE_SETTING_NAMES = kindsOf(SERVICE_SETTINGS);
