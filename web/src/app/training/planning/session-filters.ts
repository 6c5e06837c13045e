import type { TrainingGroundAnswer, TrainingModuleItem } from '@parc/api-client';
import {
  kindChoices,
  TRAINING_CYCLE_NAMES,
  TRAINING_CYCLES,
  TRAINING_STATE_NAMES,
  TRAINING_STATES,
  type TrainingCycle,
  type TrainingState,
} from '@parc/domain';
import type { FilterChip, TableSort } from '@parc/ui';
import { type AddressWords, askedSort, readOne, readPage, readSort } from '../../shell/lists/list-address';

export const SESSION_VIEWS = ['a-vous', 'a-venir', 'toutes'] as const;
type View = (typeof SESSION_VIEWS)[number];

export const VIEW_CHOICES: readonly { value: View; label: string }[] = [
  { value: 'a-venir', label: 'À venir' },
  { value: 'a-vous', label: 'Qui vous attendent' },
  { value: 'toutes', label: 'Toutes' },
];

export const sessionQuery = (view: View): { readonly vue: View } => ({ vue: view });

export interface SessionFilters {
  readonly view: View;
  readonly state: TrainingState | null;
  readonly circonscriptionId: string | null;
  readonly moduleId: string | null;
  readonly cycle: TrainingCycle | null;
  readonly search: string;
  readonly sort: TableSort;
  readonly page: number;
}

/** The words that `clear` writes: the view stays. */
export const UNFILTERED = {
  etat: null,
  circonscription: null,
  module: null,
  cycle: null,
  recherche: null,
  page: null,
} as const;

const ID = /^[0-9a-f-]{36}$/;
const readId = (text = ''): string | null => (ID.test(text) ? text : null);

export function readFilters(words: AddressWords): SessionFilters {
  const view = readOne(words['vue'], SESSION_VIEWS) ?? 'a-venir';
  return {
    ...{ view, page: readPage(words['page']), state: readOne(words['etat'], TRAINING_STATE_NAMES) },
    ...{ circonscriptionId: readId(words['circonscription']), moduleId: readId(words['module']) },
    ...{ cycle: readOne(words['cycle'], TRAINING_CYCLE_NAMES), search: words['recherche'] ?? '' },
    // What comes next stands first; of what has been, the latest.
    sort: readSort(words, ['starts'], { key: 'starts', direction: view === 'toutes' ? 'descending' : 'ascending' }),
  };
}

/** The same as the API is asked for it. */
export function askedSessions(filters: SessionFilters, size: number) {
  const { view, state, circonscriptionId, moduleId, cycle, search, sort, page } = filters;
  return {
    ...{ page, size, ...askedSort<'starts'>(sort) },
    ...(view === 'a-vous' ? { due: true } : view === 'a-venir' ? { ahead: true } : {}),
    ...(state === null ? {} : { state: [state] }),
    ...(circonscriptionId === null ? {} : { circonscriptionId }),
    ...(moduleId === null ? {} : { moduleId }),
    ...(cycle === null ? {} : { cycle }),
    ...(search === '' ? {} : { search }),
  };
}

export const isNarrowed = ({ state, circonscriptionId, moduleId, cycle, search }: SessionFilters): boolean =>
  state !== null || circonscriptionId !== null || moduleId !== null || cycle !== null || search !== '';

/** The choices above the list; a circonscription alone is no choice. */
export function sessionChips(
  filters: SessionFilters,
  grounds: readonly TrainingGroundAnswer[],
  modules: readonly TrainingModuleItem[],
): readonly FilterChip[] {
  const state: FilterChip = {
    ...{ id: 'etat', label: 'État', value: filters.state },
    options: TRAINING_STATE_NAMES.map((name) => ({ value: name, label: TRAINING_STATES[name].word })),
  };
  const circonscription: FilterChip = {
    ...{ id: 'circonscription', label: 'Circonscription', value: filters.circonscriptionId },
    options: grounds.map(({ id, name }) => ({ value: id, label: name })),
  };
  const module: FilterChip = {
    ...{ id: 'module', label: 'Module', value: filters.moduleId },
    options: modules.map(({ id, title }) => ({ value: id, label: title })),
  };
  return [state, ...(grounds.length > 1 ? [circonscription] : []), module, cycleChip(filters.cycle)];
}

/** Whom sessions are meant for; what is meant for everybody stands among them. */
export const cycleChip = (cycle: TrainingCycle | null): FilterChip => ({
  ...{ id: 'cycle', label: 'Public', value: cycle, options: kindChoices(TRAINING_CYCLES) },
});
