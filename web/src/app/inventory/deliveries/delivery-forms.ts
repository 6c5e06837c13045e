import type { DeliveryRequest, HandReceivedDevice, Supplier } from '@parc/api-client';
import { centsOf, type FormSpec, textOf, type Values } from '../../shell/forms/fields';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** One model that is awaited, as the form holds it. */
export interface Awaited {
  readonly modelId: string;
  readonly name: string;
  readonly quantity: number;
}

const choice = (none: string, options: readonly { value: string; label: string }[]) => [
  { value: '', label: none },
  ...options,
];
const named = (each: Named) => ({ value: each.id, label: each.name });

/** The note that came with the boxes, and what was ordered. */
export function deliveryForm(
  suppliers: readonly Supplier[],
  stockPlaces: readonly Named[],
  holderId: string,
  today: string,
): FormSpec {
  const contracts = suppliers.find(({ id }) => id === holderId)?.contracts ?? [];
  return {
    id: 'livraison',
    sections: [
      {
        heading: 'Le bon de livraison',
        fields: [
          {
            ...{ name: 'holderId', label: 'Fournisseur', type: 'select', required: 'Choisissez le fournisseur.' },
            options: choice('Choisir…', suppliers.map(named)),
          },
          {
            ...{ name: 'noteNumber', label: 'N° du bon de livraison', type: 'text', most: 60, half: true },
            required: 'Donnez le numéro du bon.',
          },
          {
            name: 'deliveredOn',
            label: 'Livré le',
            type: 'date',
            half: true,
            initial: today,
            required: 'Donnez le jour de la livraison.',
          },
          {
            ...{
              name: 'stockPlaceId',
              label: 'Lieu de stock',
              type: 'select',
              required: 'Choisissez le lieu de stock.',
            },
            ...(stockPlaces.length === 1 ? { initial: stockPlaces[0]!.id } : {}),
            options: choice(stockPlaces.length === 0 ? 'Aucun lieu de stock' : 'Choisir…', stockPlaces.map(named)),
          },
          {
            name: 'announcedNetCents',
            label: 'Total du bon, hors taxes',
            type: 'money',
            half: true,
            help: 'Il sera comparé aux lignes.',
          },
        ],
      },
      {
        heading: 'L’achat',
        fields: [
          { name: 'orderReference', label: 'N° de commande', type: 'text', most: 60, half: true },
          {
            ...{ name: 'contractId', label: 'Marché', type: 'select', half: true },
            options: choice(
              contracts.length === 0 ? 'Hors marché' : 'Aucun',
              contracts.map(({ id, number, title }) => ({ value: id, label: `${number}, ${title}` })),
            ),
          },
          { name: 'commitmentNumber', label: 'N° d’engagement', type: 'text', most: 60, half: true },
          { name: 'funding', label: 'Financement', type: 'text', most: 100, half: true },
        ],
      },
    ],
    button: 'Continuer',
  };
}

/** What the form says, as the API takes it. */
export function deliveryRequest(values: Values, awaited: readonly Awaited[]): DeliveryRequest {
  return {
    ...{ holderId: values['holderId'] ?? '', noteNumber: textOf(values, 'noteNumber') ?? '' },
    ...{ deliveredOn: values['deliveredOn'] ?? '', stockPlaceId: values['stockPlaceId'] ?? '' },
    ...{ orderReference: textOf(values, 'orderReference'), contractId: textOf(values, 'contractId') },
    ...{ commitmentNumber: textOf(values, 'commitmentNumber'), funding: textOf(values, 'funding') },
    announcedNetCents: centsOf(values, 'announcedNetCents'),
    awaited: awaited.map(({ modelId, quantity }) => ({ modelId, quantity })),
  };
}

/** One device without a file. */
export function handForm(deliveryId: string, modelName: string): FormSpec {
  return {
    id: `${deliveryId} à la main`,
    ...(modelName === '' ? {} : { heading: modelName }),
    sections: [
      {
        fields: [
          {
            name: 'serials',
            label: 'Numéros de série',
            type: 'lines',
            most: 5_000,
            required: 'Donnez au moins un numéro de série.',
            help: 'Un par ligne, 50 au plus.',
          },
          {
            name: 'netCents',
            label: 'Prix hors taxes de chacun',
            type: 'money',
            half: true,
            help: 'Vide : celui de la commande.',
          },
        ],
      },
    ],
    button: 'Recevoir',
  };
}

/** One device a line. */
export function handReceived(values: Values, modelId: string): HandReceivedDevice[] {
  const netCents = centsOf(values, 'netCents');
  return (values['serials'] ?? '')
    .split(/\r?\n/)
    .map((serial) => serial.trim())
    .filter((serial) => serial !== '')
    .map((serial) => ({ modelId, serial, netCents }));
}

/** What was read off a box or a device, on a line of its own; what stands there is not written twice. */
export function withSerial(values: Values, code: string): Values {
  const serials = (values['serials'] ?? '').split(/\r?\n/).filter((serial) => serial.trim() !== '');
  return { serials: [...serials.filter((serial) => serial.trim() !== code), code].join('\n') };
}
