import type { DifferenceItem, ResolutionRequest } from '@parc/api-client';
import { EQUIPMENT_TAG } from '@parc/domain';
import { type FormSpec, textOf, type Values } from '../../shell/forms/fields';

/** What nobody knew becomes a device: its label is the one that was read, where it reads as one. */
export function createForm({ id, code }: Pick<DifferenceItem, 'id' | 'code'>, modelName: string): FormSpec {
  const label = code !== null && EQUIPMENT_TAG.test(code);
  return {
    id: `${id} ajouté`,
    heading: modelName,
    sections: [
      {
        fields: [
          {
            ...{ name: 'serial', label: 'N° de série', type: 'text', most: 100, half: true },
            ...(code !== null && !label ? { initial: code } : {}),
          },
          {
            ...{ name: 'tag', label: 'Étiquette', type: 'text', most: 30, half: true },
            ...{ help: 'Vide : la suivante de la maison.' },
            ...(label ? { initial: code } : {}),
          },
        ],
      },
    ],
    button: 'L’ajouter au parc',
  };
}

export function createdRequest(values: Values, modelId: string): ResolutionRequest {
  const serial = textOf(values, 'serial');
  const tag = textOf(values, 'tag');
  return {
    ...{ resolution: 'created', modelId },
    ...(serial === null ? {} : { serial }),
    ...(tag === null ? {} : { tag }),
  };
}
