import type { ItemPage, ItemProposalRequest, ItemRequest } from '@parc/api-client';
import {
  ITEM_CATEGORIES,
  ITEM_KINDS,
  type ItemCategory,
  type ItemKind,
  type PlainDate,
  kindChoices,
  kindsOf,
  PREREQUISITES,
} from '@parc/domain';
import { centsOf, type FormField, type FormSpec, type Values, wholeOf, YES } from '../../shell/forms/fields';
import { PICTURES, uncapitalized } from '../item-words';
import { PRICE_FIELDS, priceWords } from '../../shell/forms/price-fields';
import { priceRequest } from './item-steps';

const NEEDS = kindsOf(PREREQUISITES);

interface ContractChoice {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly holderName: string;
}

/** The form of an item: a proposal, with its first price, or what it is while nothing is decided. */
export function itemForm(item: ItemPage | null, contracts: readonly ContractChoice[], today: PlainDate): FormSpec {
  return {
    id: item?.id ?? 'proposal',
    sections: [
      { fields: identityFields(item) },
      { heading: 'Ce que l’école lit', fields: wordFields(item) },
      { heading: 'Comment cela se fait', fields: workFields(item, contracts) },
      ...(item === null
        ? [
            {
              heading: 'Premier prix',
              text: 'Il peut attendre, mais il en faut un pour valider.',
              fields: firstPriceFields(today),
            },
          ]
        : []),
    ],
    button: item === null ? 'Proposer cet article' : 'Enregistrer',
    ...(item === null ? { says: priceWords } : {}),
  };
}

function identityFields(item: ItemPage | null): FormField[] {
  return [
    {
      name: 'kind',
      label: 'Nature',
      type: 'choice',
      options: kindChoices(ITEM_KINDS),
      initial: item?.kind ?? 'service',
    },
    {
      name: 'category',
      label: 'L’école le cherche dans',
      type: 'choice',
      options: kindChoices(ITEM_CATEGORIES),
      initial: item?.category ?? 'install',
    },
    {
      name: 'name',
      label: 'Nom',
      type: 'text',
      help: 'Comme le dirait une école : « Pose d’un écran interactif ».',
      initial: item?.name ?? '',
      required: 'Donnez un nom.',
    },
    {
      name: 'reference',
      label: 'Référence',
      type: 'text',
      most: 60,
      half: true,
      initial: item?.reference ?? '',
      required: 'Donnez une référence.',
    },
    {
      name: 'unit',
      label: 'Le prix est pour',
      type: 'text',
      most: 60,
      half: true,
      initial: item?.unit ?? 'l’unité',
      required: 'Dites pour quoi est le prix : « le poste », « la salle ».',
    },
    {
      name: 'picture',
      label: 'Dessin',
      type: 'select',
      options: PICTURES,
      initial: item?.picture ?? 'wrench',
      required: '',
    },
  ];
}

function wordFields(item: ItemPage | null): FormField[] {
  return [
    { name: 'description', label: 'En une phrase', type: 'lines', most: 2000, initial: item?.description ?? '' },
    { name: 'includes', label: 'Comprend', type: 'lines', most: 2000, initial: item?.includes ?? '' },
    { name: 'excludes', label: 'Ne comprend pas', type: 'lines', most: 2000, initial: item?.excludes ?? '' },
  ];
}

function workFields(item: ItemPage | null, contracts: readonly ContractChoice[]): FormField[] {
  const flag = (name: string, label: string, on: boolean | undefined, help = ''): FormField => ({
    name,
    label,
    type: 'flag',
    half: true,
    initial: on ? YES : '',
    help,
  });
  return [
    {
      name: 'contractId',
      label: 'Qui réalise',
      type: 'select',
      options: [
        { value: '', label: 'La métropole' },
        ...contracts.map((each) => ({
          value: each.id,
          label: `${each.holderName}, marché ${each.number} (${each.title})`,
        })),
      ],
      initial: item?.contractId ?? '',
      required: '',
    },
    {
      name: 'delayWorkingDays',
      label: 'Délai en jours ouvrés',
      type: 'whole',
      half: true,
      initial: item === null ? '10' : String(item.delayWorkingDays),
      required: 'Donnez un délai.',
      check: (value) => (Number(value) > 250 ? 'Le plus long délai est de 250 jours ouvrés.' : ''),
    },
    {
      name: 'warrantyMonths',
      label: 'Garantie en mois',
      type: 'whole',
      half: true,
      initial: item?.warrantyMonths ? String(item.warrantyMonths) : '',
    },
    { name: 'maker', label: 'Fabricant ou éditeur', type: 'text', half: true, initial: item?.maker ?? '' },
    {
      name: 'trainingModule',
      label: 'Formation à suivre avant',
      type: 'text',
      half: true,
      initial: item?.trainingModule ?? '',
    },
    flag('remote', 'Se fait à distance', item?.remote),
    ...NEEDS.map((need) =>
      flag(`need-${need}`, `Il faut d’abord : ${uncapitalized(PREREQUISITES[need].word)}`, item?.needs.includes(need)),
    ),
    flag('investment', 'Dépense d’investissement', item?.investment, 'Jamais approuvée d’office.'),
    flag('onQuote', 'Sur devis', item?.onQuote, 'Visible au catalogue, mais pas commandable en ligne.'),
  ];
}

function firstPriceFields(today: PlainDate): FormField[] {
  return [
    ...PRICE_FIELDS.map(({ required: _required, ...field }) => ({
      ...field,
      ...(field.type === 'select' ? { required: '' } : {}),
    })),
    { name: 'fromDay', label: 'À partir du', type: 'date', initial: today, required: 'Dites à partir de quand.' },
  ];
}

export function itemRequest(values: Values): ItemRequest {
  const text = (name: string): string => values[name]?.trim() ?? '';
  return {
    kind: values['kind'] as ItemKind,
    category: values['category'] as ItemCategory,
    reference: text('reference'),
    name: text('name'),
    description: text('description'),
    includes: text('includes'),
    excludes: text('excludes'),
    unit: text('unit'),
    picture: text('picture'),
    maker: text('maker') || null,
    warrantyMonths: wholeOf(values, 'warrantyMonths'),
    delayWorkingDays: wholeOf(values, 'delayWorkingDays') ?? 0,
    remote: values['remote'] === YES,
    investment: values['investment'] === YES,
    onQuote: values['onQuote'] === YES,
    contractId: text('contractId') || null,
    needs: NEEDS.filter((need) => values[`need-${need}`] === YES),
    trainingModule: text('trainingModule') || null,
  };
}

/** A proposal bears its first price when one was typed. */
export function proposalRequest(values: Values): ItemProposalRequest {
  const priced = centsOf(values, 'unitNetCents') !== null;
  return { ...itemRequest(values), ...(priced ? { price: priceRequest(values) } : {}) };
}
