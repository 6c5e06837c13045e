import type { DotationPreview, DotationRequest, Kit } from '@parc/api-client';
import { DOTATION_BASES, DOTATION_SOURCES, kindChoices, SECTORS, SHARING_WORDS, type SchoolSector } from '@parc/domain';
import type { FormSpec, Values } from '../../shell/forms/fields';
import { textOf } from '../../shell/forms/fields';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What is shared, and between whom. @param groupId the part of the kit that was chosen: its models are offered */
export function dotationForm(kit: Kit, communes: readonly Named[], groupId: string): FormSpec {
  const models = kit.groups.find(({ id }) => id === groupId)?.models ?? [];
  const choices = (first: string, named: readonly Named[]) => [
    { value: '', label: first },
    ...named.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return {
    id: 'dotation',
    sections: [
      {
        fields: [
          {
            ...{ name: 'title', label: 'Nom de la dotation', type: 'text', most: 120 },
            ...{ required: 'Donnez-lui un nom.', help: 'Les écoles le lisent : « Tablettes, hiver 2026 ».' },
          },
          {
            ...{ name: 'groupId', label: 'Partie du socle', type: 'select', half: true },
            ...{ required: 'Choisissez une partie.', options: choices('Choisir…', kit.groups) },
          },
          {
            ...{ name: 'modelId', label: 'Modèle', type: 'select', half: true },
            required: 'Choisissez un modèle.',
            options: choices(groupId === '' ? 'La partie du socle d’abord' : 'Choisir…', models),
          },
          {
            ...{ name: 'quantity', label: 'Quantité disponible', type: 'whole', half: true },
            required: 'Dites combien il y en a.',
          },
          {
            ...{
              name: 'source',
              label: 'D’où ils viennent',
              type: 'select',
              half: true,
              initial: 'stock',
              required: '',
            },
            options: kindChoices(DOTATION_SOURCES),
          },
        ],
      },
      {
        ...{ heading: 'Le partage', text: SHARING_WORDS },
        fields: [
          {
            ...{ name: 'basis', label: 'Selon', type: 'select', initial: 'gap', required: '' },
            options: kindChoices(DOTATION_BASES),
          },
          {
            ...{ name: 'communeId', label: 'Commune', type: 'select', half: true },
            options: choices('Toutes', communes),
          },
          {
            ...{ name: 'sector', label: 'Secteur', type: 'select', half: true },
            options: [{ value: '', label: 'Tous' }, ...kindChoices(SECTORS)],
          },
        ],
      },
    ],
    button: 'Préparer la dotation',
  };
}

type Asked = Pick<DotationRequest, 'groupId' | 'modelId' | 'basis' | 'quantity'> & {
  communeId?: string;
  sector?: SchoolSector;
};

/** What the preview is asked; nothing until all of it is there. */
export function previewAsked(values: Values): Asked | undefined {
  const [groupId, modelId] = [textOf(values, 'groupId'), textOf(values, 'modelId')];
  const quantity = Number(values['quantity'] ?? '');
  if (groupId === null || modelId === null || !Number.isInteger(quantity) || quantity < 1 || quantity > MOST)
    return undefined;
  const communeId = textOf(values, 'communeId');
  const sector = textOf(values, 'sector') as SchoolSector | null;
  return {
    ...{ groupId, modelId, quantity, basis: (textOf(values, 'basis') ?? 'gap') as Asked['basis'] },
    ...(communeId === null ? {} : { communeId }),
    ...(sector === null ? {} : { sector }),
  };
}
const MOST = 5_000;

/** Shares as they stand: the method's, but for the lines that were written. */
export type Written = Readonly<Record<string, number>>;

export const shareOf = (school: DotationPreview['items'][number], written: Written): number =>
  written[school.id] ?? school.share;

export const sumOf = (items: DotationPreview['items'], written: Written): number =>
  items.reduce((sum, school) => sum + shareOf(school, written), 0);

export function dotationRequest(values: Values, items: DotationPreview['items'], written: Written): DotationRequest {
  const asked = previewAsked(values)!;
  return {
    ...{ title: values['title'] ?? '', groupId: asked.groupId, modelId: asked.modelId, basis: asked.basis },
    ...{ quantity: asked.quantity, source: (textOf(values, 'source') ?? 'stock') as DotationRequest['source'] },
    parts: items
      .map((school) => ({ schoolId: school.id, quantity: shareOf(school, written) }))
      .filter(({ quantity }) => quantity > 0),
  };
}
