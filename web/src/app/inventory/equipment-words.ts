import type { EquipmentListItem, EquipmentPage } from '@parc/api-client';
import { kindsOf, ITEM_CATEGORIES } from '@parc/domain';
import type { IconName } from '@parc/ui';
import { pictureOf } from '../catalogue/item-words';

type Placed = Pick<EquipmentPage, 'roomName' | 'stockPlaceName' | 'containerTag'>;

/** "Salle 3", "Réserve de la Plaine", "dans PE-000012, Salle 3": where a device is, its school apart. */
export function placeWords({ roomName, stockPlaceName, containerTag }: Placed): string {
  const spot = roomName ?? stockPlaceName ?? '';
  if (containerTag === null) return spot;
  return spot === '' ? `dans ${containerTag}` : `dans ${containerTag}, ${spot}`;
}

/** "École des Tilleuls, Sorbiers", or that it stands in none. */
export function schoolWords({ schoolName, communeName }: Pick<EquipmentPage, 'schoolName' | 'communeName'>): string {
  return schoolName === null ? 'Métropole' : [schoolName, communeName].filter((word) => word !== null).join(', ');
}

/** "3 ans" since it was bought; empty where nobody knows. @param today ISO date */
export function ageWords(purchasedOn: string | null, today: string): string {
  if (purchasedOn === null) return '';
  const years = Number(today.slice(0, 4)) - Number(purchasedOn.slice(0, 4));
  const whole = today.slice(5) < purchasedOn.slice(5) ? years - 1 : years;
  if (whole < 1) return 'moins d’un an';
  return whole === 1 ? '1 an' : `${whole} ans`;
}

/** Its model's drawing. */
export function equipmentPicture({ picture }: Pick<EquipmentListItem, 'picture'>): IconName {
  const category = kindsOf(ITEM_CATEGORIES).find((each) => each === 'hardware')!;
  return pictureOf({ picture, category });
}
