import { type ItemCategory, ITEM_CATEGORIES, PREREQUISITES, type Prerequisite } from '@parc/domain';
import { counted, type IconName } from '@parc/ui';

/** The drawings an item may be shown by, with the word a person chooses them by. */
export const PICTURES: readonly { readonly value: IconName; readonly label: string }[] = [
  { value: 'wrench', label: 'Outil' },
  { value: 'laptop', label: 'Ordinateur' },
  { value: 'box', label: 'Matériel' },
  { value: 'exchange', label: 'Déplacement' },
  { value: 'document', label: 'Licence' },
  { value: 'camera', label: 'Caméra' },
  { value: 'printer', label: 'Imprimante' },
  { value: 'gear', label: 'Réglage' },
  { value: 'search', label: 'Contrôle' },
  { value: 'people', label: 'Comptes' },
  { value: 'person', label: 'Poste adapté' },
  { value: 'filter', label: 'Filtrage' },
  { value: 'refresh', label: 'Remise à neuf' },
  { value: 'pencil', label: 'Stylet' },
  { value: 'eye', label: 'Vision' },
  { value: 'star', label: 'Bouquet' },
  { value: 'circle', label: 'Bouton' },
];

const CATEGORY_PICTURES: Record<ItemCategory, IconName> = {
  install: 'wrench',
  move: 'exchange',
  software: 'laptop',
  hardware: 'box',
  network: 'exchange',
};

/** The item's own drawing, or its category's when that drawing is not one of ours. */
export function pictureOf({ picture, category }: { picture: string; category: ItemCategory }): IconName {
  return PICTURES.find(({ value }) => value === picture)?.value ?? CATEGORY_PICTURES[category];
}

/** "Sur place, sous 15 jours ouvrés, hors temps de classe" */
export function delayWords({ remote, delayWorkingDays }: { remote: boolean; delayWorkingDays: number }): string {
  const days = `sous ${counted(delayWorkingDays, 'jour ouvré', 'jours ouvrés')}`;
  return remote ? `À distance, ${days}` : `Sur place, ${days}, hors temps de classe`;
}

export function categoryWord(category: ItemCategory): string {
  return ITEM_CATEGORIES[category].word;
}

/** "Prise électrique, meuble ou support" */
export function needsWords(needs: readonly Prerequisite[]): string {
  return needs
    .map((need, index) => (index === 0 ? PREREQUISITES[need].word : uncapitalized(PREREQUISITES[need].word)))
    .join(', ');
}

export function uncapitalized(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

/** A list of things as a sentence: a final mark is added only where the text has none. */
export function asSentence(text: string): string {
  const trimmed = text.trim();
  return trimmed === '' || /[.…?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
