import type { ManagingBodyAnswer, SchoolPage } from '@parc/api-client';
import { counted, type PickerOption } from '@parc/ui';

export type BodyKind = ManagingBodyAnswer['kind'];

/** As many as one looks at before typing on. */
const MOST_OPTIONS = 12;

export const KIND_OPTIONS: readonly { readonly value: BodyKind; readonly label: string }[] = [
  { value: 'ogec', label: 'OGEC' },
  { value: 'diocese', label: 'Direction diocésaine' },
  { value: 'medico-social', label: 'Organisme médico-social' },
];

/** Which bodies may run a school; none where a commune does. The API judges in the end. */
export function bodyKindsFor({ sector, kind }: Pick<SchoolPage, 'sector' | 'kind'>): readonly BodyKind[] {
  if (kind === 'teaching-unit') return ['medico-social'];
  return sector === 'private' ? ['ogec', 'diocese'] : [];
}

/** Bodies of the possible kinds whose name has every word that was typed, accents aside. */
export function bodyOptions(
  bodies: readonly ManagingBodyAnswer[],
  possible: readonly BodyKind[],
  typed: string,
): PickerOption[] {
  const words = plain(typed).split(/\s+/);
  return bodies
    .filter(({ kind, name }) => possible.includes(kind) && words.every((word) => plain(name).includes(word)))
    .slice(0, MOST_OPTIONS)
    .map(({ id, name, schools }) => ({
      id,
      label: name,
      detail: schools === 0 ? 'aucune école' : counted(schools, 'école'),
    }));
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase().trim();
}
