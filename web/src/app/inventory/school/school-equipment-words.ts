import type { RoomEquipment } from '@parc/api-client';
import { EQUIPMENT_STATES } from '@parc/domain';
import { counted } from '@parc/ui';
import { uncapitalized } from '../../catalogue/item-words';

/** "62 appareils dans l’école", "Aucun appareil dans l’école" */
export function schoolEquipmentTitle(count: number): string {
  return count === 0 ? 'Aucun appareil dans l’école' : `${counted(count, 'appareil', 'appareils')} dans l’école`;
}

/** "2 × portable de 14 pouces, visualiseur de documents" */
export function modelsWords({ models }: Pick<RoomEquipment, 'models'>): string {
  return models
    .map(({ name, count }) => (count === 1 ? uncapitalized(name) : `${count} × ${uncapitalized(name)}`))
    .join(', ');
}

/** "1 en réparation": what deserves a look in a room. */
export function lookWords({ state, count }: RoomEquipment['looks'][number]): string {
  return `${count} : ${uncapitalized(EQUIPMENT_STATES[state].word)}`;
}
