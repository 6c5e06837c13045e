import { computed, inject, type Signal, signal, type WritableSignal } from '@angular/core';
import { Api, equipmentList, schoolsList, schoolsRooms, stockPlacesList } from '@parc/api-client';
import { EQUIPMENT, EQUIPMENT_IN_ROOM } from '@parc/domain';
import type { PickerOption } from '@parc/ui';
import { anewWith } from '../../shell/anew';
import { byName } from '../../shell/by-name';
import { reading } from '../../shell/reading';
import type { Choices } from '../page/equipment-steps';

const PROPOSED = 8;
/** Cases of one school, or of the stock: few. */
const MOST_CASES = 50;

/** Where something is about to go. */
export interface Going {
  /** Tells one question from another: what was picked stays as long as it is the same. */
  readonly id: string;
  readonly to: 'stock' | 'room';
  /** The school whose rooms it changes; null: the school is asked first. */
  readonly schoolId: string | null;
  /** A case goes into no other. */
  readonly cases: boolean;
}

/** What a form that asks where something goes chooses from. */
export interface TargetChoices {
  /** Whether a case may be what was scanned. */
  readonly cases: Signal<boolean>;
  readonly to: Signal<Going['to'] | null>;
  readonly asksSchool: Signal<boolean>;
  readonly query: WritableSignal<string>;
  readonly picked: WritableSignal<PickerOption | null>;
  readonly pending: Signal<boolean>;
  readonly schools: Signal<readonly PickerOption[]>;
  /** Shelves or rooms, and the cases there. */
  readonly choices: Signal<Choices>;
}

/** Reads what there is to choose from, as it is needed. For an injection context. @param going null: nothing is asked */
export function targetChoices(going: () => Going | null): TargetChoices {
  const api = inject(Api);
  const asksSchool = computed(() => going()?.to === 'room' && going()?.schoolId === null);
  const query = signal('');
  const picked = anewWith<PickerOption | null>(
    () => going()?.id ?? '',
    () => null,
  );
  const schools = reading({
    asked: () => (asksSchool() ? { search: query(), size: PROPOSED } : undefined),
    load: async (asked) => (await api.invoke(schoolsList, asked)).items,
    keepsFormer: true,
  });
  const schoolId = () => (going()?.to === 'room' ? (going()?.schoolId ?? picked()?.id) : undefined);
  const rooms = reading({
    asked: schoolId,
    load: async (id: string) => byName((await api.invoke(schoolsRooms, { id })).items),
  });
  const stockPlaces = reading({
    asked: () => (going()?.to === 'stock' ? true : undefined),
    load: async () => (await api.invoke(stockPlacesList)).items,
  });
  const cases = reading({
    asked: () => {
      if (!going()?.cases) return undefined;
      if (going()?.to === 'stock') return { state: [...EQUIPMENT.statesFrom('place')] };
      const of = schoolId();
      return of === undefined ? undefined : { schoolId: of, state: [...EQUIPMENT_IN_ROOM] };
    },
    load: async (asked) => {
      const { items } = await api.invoke(equipmentList, { ...asked, cases: true, size: MOST_CASES });
      return items.map((one) => ({ id: one.id, name: `${one.tag}, ${one.roomName ?? one.stockPlaceName}` }));
    },
  });
  return {
    ...{ asksSchool, query, picked },
    cases: computed(() => going()?.cases ?? false),
    to: computed(() => going()?.to ?? null),
    pending: schools.loading,
    schools: computed(() =>
      (schools.value() ?? []).map(({ id, name, communeName }) => ({ id, label: name, detail: communeName })),
    ),
    choices: computed(() => ({
      ...{ stockPlaces: stockPlaces.value() ?? [], rooms: rooms.value() ?? [], cases: cases.value() ?? [] },
    })),
  };
}
