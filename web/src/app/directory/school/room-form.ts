import type { RoomAnswer, RoomRequest } from '@parc/api-client';
import { type FormSpec, textOf, type Values, YES } from '../../shell/forms/fields';

/** The questions about a room. @param room null for one to come */
export function roomForm(room: RoomAnswer | null): FormSpec {
  return {
    id: `room-${room?.id ?? 'new'}`,
    heading: room === null ? 'Une salle de plus' : `Modifier ${room.name}`,
    sections: [
      {
        fields: [
          {
            name: 'name',
            label: 'Nom de la salle',
            type: 'text',
            required: 'Donnez un nom à la salle.',
            initial: room?.name ?? '',
            most: 100,
            half: true,
          },
          {
            name: 'floor',
            label: 'Étage ou bâtiment',
            type: 'text',
            initial: room?.floor ?? '',
            most: 60,
            half: true,
          },
          {
            name: 'hasPower',
            label: 'Prise électrique utilisable',
            type: 'flag',
            initial: flag(room?.hasPower ?? true),
            half: true,
          },
          {
            name: 'hasNetwork',
            label: 'Prise réseau ou wifi',
            type: 'flag',
            initial: flag(room?.hasNetwork ?? false),
            half: true,
          },
        ],
      },
    ],
    button: room === null ? 'Ajouter la salle' : 'Garder les changements',
  };
}

export function roomRequest(values: Values): RoomRequest {
  return {
    name: values['name']?.trim() ?? '',
    floor: textOf(values, 'floor'),
    hasPower: values['hasPower'] === YES,
    hasNetwork: values['hasNetwork'] === YES,
  };
}

function flag(value: boolean): string {
  return value ? YES : '';
}
