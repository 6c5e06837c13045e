import type {
  ContractHolderAnswer,
  ContractHolderRequest,
  ContractPage,
  ContractPeriodAnswer,
  ContractPeriodRequest,
  ContractRequest,
} from '@parc/api-client';
import { addCalendarDays } from '@parc/domain';
import { dayOfYear } from '@parc/ui';
import { centsOf, type FormField, type FormSpec, textOf, typedMoney, type Values } from '../../shell/forms/fields';

/** The choice of a holder that is not in the list yet. */
export const NEW_HOLDER = 'nouveau';

const dates = (fromDay: string, toDay: string): FormField[] => [
  { name: 'fromDay', label: 'Du', type: 'date', half: true, initial: fromDay, required: 'Donnez le premier jour.' },
  {
    name: 'toDay',
    label: 'Au, inclus',
    type: 'date',
    half: true,
    initial: toDay,
    required: 'Donnez le dernier jour.',
    check: (value, values) => ((values['fromDay'] ?? '') > value ? 'La fin vient avant le début.' : ''),
  },
];

/** A contract: holder, lot and term. What is asked of a new holder appears when "another" is chosen. */
export function contractForm(
  contract: ContractPage | null,
  holders: readonly ContractHolderAnswer[],
  holderId: string,
): FormSpec {
  return {
    id: contract?.id ?? 'contract',
    sections: [
      {
        fields: [
          {
            name: 'number',
            label: 'Numéro du marché',
            type: 'text',
            most: 60,
            half: true,
            initial: contract?.number ?? '',
            required: 'Donnez le numéro du marché.',
          },
          {
            name: 'lot',
            label: 'Lot',
            type: 'text',
            most: 100,
            half: true,
            initial: contract?.lot ?? 'Lot unique',
            required: 'Donnez le lot.',
          },
          { name: 'title', label: 'Objet', type: 'text', initial: contract?.title ?? '', required: 'Donnez l’objet.' },
          {
            name: 'holderId',
            label: 'Titulaire',
            type: 'select',
            options: [
              { value: '', label: 'Choisir' },
              ...holders.map(({ id, name }) => ({ value: id, label: name })),
              { value: NEW_HOLDER, label: 'Une autre entreprise…' },
            ],
            initial: contract?.holderId ?? '',
            required: 'Choisissez le titulaire.',
          },
          ...(holderId === NEW_HOLDER ? holderFields(null) : []),
        ],
      },
      {
        heading: 'Durée',
        text: 'Renouvellements compris : après le dernier jour, plus rien ne se commande.',
        fields: dates(contract?.fromDay ?? '', contract?.toDay ?? ''),
      },
    ],
    button: contract === null ? 'Enregistrer ce marché' : 'Enregistrer',
  };
}

function holderFields(holder: ContractHolderAnswer | null): FormField[] {
  return [
    {
      name: 'name',
      label: 'Nom de l’entreprise',
      type: 'text',
      initial: holder?.name ?? '',
      required: 'Donnez le nom de l’entreprise.',
    },
    { name: 'siret', label: 'SIRET', type: 'text', most: 20, half: true, initial: holder?.siret ?? '' },
    {
      name: 'email',
      label: 'Adresse électronique',
      type: 'email',
      most: 254,
      half: true,
      initial: holder?.email ?? '',
    },
  ];
}

export function holderForm(holder: ContractHolderAnswer): FormSpec {
  return {
    id: 'holder',
    heading: `Modifier ${holder.name}`,
    text: 'Les bons de commande déjà numérotés gardent le nom qu’ils portent.',
    sections: [{ fields: holderFields(holder) }],
    button: 'Enregistrer l’entreprise',
  };
}

/** A period of the contract, the one to change or the next one: it starts where the last ends, under the same maximum. */
export function periodForm(contract: ContractPage, period: ContractPeriodAnswer | null): FormSpec {
  const last = contract.periods[0] ?? null;
  const start = last === null ? contract.fromDay : addCalendarDays(last.toDay, 1);
  const like = period ?? last;
  return {
    id: period?.id ?? 'period',
    heading: period === null ? 'Ajouter une période' : `Modifier la période du ${dayOfYear(period.fromDay)}`,
    text: 'Les commandes comptent hors taxes contre le maximum, dès leur approbation.',
    sections: [
      {
        fields: [
          ...dates(period?.fromDay ?? (start <= contract.toDay ? start : ''), period?.toDay ?? contract.toDay),
          {
            name: 'maximumNetCents',
            label: 'Maximum hors taxes',
            type: 'money',
            half: true,
            initial: typedMoney(like?.maximumNetCents),
            required: 'Donnez le maximum.',
          },
          {
            name: 'minimumNetCents',
            label: 'Minimum hors taxes',
            type: 'money',
            half: true,
            initial: typedMoney(like?.minimumNetCents),
          },
          {
            name: 'alertPercent',
            label: 'Alerte à partir de (en % du maximum)',
            type: 'whole',
            initial: String((like?.alertBasisPoints ?? 8000) / 100),
            required: 'Donnez un seuil, 80 par exemple.',
            check: (value) => (Number(value) > 100 ? 'Le seuil est au plus 100 %.' : ''),
          },
        ],
      },
    ],
    button: period === null ? 'Ajouter cette période' : 'Enregistrer la période',
  };
}

export function contractRequest(values: Values, holderId: string): ContractRequest {
  const text = (name: string): string => textOf(values, name) ?? '';
  return {
    number: text('number'),
    lot: text('lot'),
    title: text('title'),
    fromDay: text('fromDay'),
    toDay: text('toDay'),
    holderId,
  };
}

export function holderRequest(values: Values): ContractHolderRequest {
  return { name: textOf(values, 'name') ?? '', siret: textOf(values, 'siret'), email: textOf(values, 'email') };
}

export function periodRequest(values: Values): ContractPeriodRequest {
  return {
    fromDay: values['fromDay']!,
    toDay: values['toDay']!,
    maximumNetCents: centsOf(values, 'maximumNetCents')!,
    minimumNetCents: centsOf(values, 'minimumNetCents'),
    alertBasisPoints: Number(values['alertPercent']) * 100,
  };
}
