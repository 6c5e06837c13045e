import type { FleetSettingsBody, FleetSettingsRequest } from '@parc/api-client';
import { EQUIPMENT_FAMILIES, EQUIPMENT_FAMILY_NAMES } from '@parc/domain';
import { amount } from '@parc/ui';
import { centsOf, type FormField, type FormSpec, textOf, type Values, wholeOf } from '../../shell/forms/fields';

const monthsField = (name: string, label: string, months: number): FormField => ({
  ...{ name, label, type: 'whole', half: true, initial: `${months}`, required: 'Donnez un nombre de mois.' },
  check: (value) => (Number(value) < 1 || Number(value) > 360 ? 'De 1 à 360 mois.' : ''),
});

/** The settings of value and gift from a day on, as they will hold then. @param today ISO date */
export function fleetSettingsForm(settings: FleetSettingsBody, today: string): FormSpec {
  return {
    id: 'fleet-settings',
    heading: 'Changer les durées ou les seuils',
    text: 'Seul ce qui change est écrit, à partir de son jour. Les valeurs des jours passés restent comme elles étaient.',
    sections: [
      {
        fields: [
          {
            ...{ name: 'from', label: 'À partir du', type: 'date', half: true, initial: today },
            required: 'Donnez le premier jour.',
            check: (day) => (day < today ? 'Aujourd’hui ou plus tard.' : ''),
          },
          {
            ...{ name: 'source', label: 'Qui l’a décidé', type: 'text', most: 200, half: true },
            ...{ help: 'Délibération, loi, règlement…', required: 'Dites d’où vient ce réglage.' },
          },
        ],
      },
      {
        heading: 'Dons',
        fields: [
          {
            ...{ name: 'giftMaxCents', label: 'Valeur d’un appareil donné, au plus', type: 'money', half: true },
            ...{ initial: amount(settings.giftMaxCents), required: 'Donnez ce montant.' },
          },
        ],
      },
      {
        heading: 'Faible valeur',
        fields: [
          {
            ...{ name: 'lowValueCents', label: 'Un appareil à moins de', type: 'money', half: true },
            ...{ initial: amount(settings.lowValueCents), required: 'Donnez ce montant.' },
          },
          monthsField('lowValueMonths', 'est amorti en, mois', settings.lowValueMonths),
        ],
      },
      {
        heading: 'Durées d’amortissement, en mois',
        fields: settings.families.map(({ family, months }) =>
          monthsField(`months.${family}`, EQUIPMENT_FAMILIES[family].word, months),
        ),
      },
    ],
    button: 'Écrire ces réglages',
  };
}

/** What is sent of what was typed; the form has checked it. */
export function fleetSettingsRequest(values: Values): FleetSettingsRequest {
  return {
    ...{ from: textOf(values, 'from') ?? '', source: textOf(values, 'source') ?? '' },
    giftMaxCents: centsOf(values, 'giftMaxCents') ?? 0,
    lowValueCents: centsOf(values, 'lowValueCents') ?? 0,
    lowValueMonths: wholeOf(values, 'lowValueMonths') ?? 0,
    families: EQUIPMENT_FAMILY_NAMES.map((family) => ({ family, months: wholeOf(values, `months.${family}`) ?? 0 })),
  };
}
