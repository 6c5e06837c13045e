import { searchFor, type BodyKind } from '@parc/domain';
import type { ManagingBodyAnswer } from '@parc/api-client';
import { counted, type PickerOption } from '@parc/ui';

/** As many as one looks at before typing on. */
const MOST_OPTIONS = 12;

/** Bodies of the possible kinds whose name has every word that was typed, accents aside. */
export function bodyOptions(
  bodies: readonly ManagingBodyAnswer[],
  possible: readonly BodyKind[],
  typed: string,
): PickerOption[] {
  const isFound = searchFor(typed);
  return bodies
    .filter(({ kind, name }) => possible.includes(kind) && isFound(name))
    .slice(0, MOST_OPTIONS)
    .map(({ id, name, schools }) => ({
      id,
      label: name,
      detail: schools === 0 ? 'aucune école' : counted(schools, 'école'),
    }));
}
