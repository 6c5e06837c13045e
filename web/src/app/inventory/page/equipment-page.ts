import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  Api,
  equipmentList,
  equipmentPage,
  schoolsList,
  schoolsRooms,
  stockPlacesList,
  type EquipmentPage,
} from '@parc/api-client';
import { EQUIPMENT, EQUIPMENT_IN_ROOM, EQUIPMENT_STATES, parisDateOf } from '@parc/domain';
import {
  DayPipe,
  Field,
  Icon,
  MoneyPipe,
  Path,
  type PickerOption,
  SearchPicker,
  StateChip,
  StatePanel,
  Thread,
  Toasts,
} from '@parc/ui';
import { anewWith } from '../../shell/anew';
import { byName } from '../../shell/by-name';
import type { Values } from '../../shell/forms/fields';
import { StepForm } from '../../shell/forms/step-form';
import { FreeTextsLink } from '../../shell/free-texts-link';
import { may } from '../../shell/may';
import { mutation, onVersion } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { equipmentPicture, placeWords, schoolWords } from '../equipment-words';
import { DeviceLabelCard } from '../labels/device-label-card';
import { DeviceEndsCard } from '../ends/device-ends-card';
import { chosenDestination } from '../ends/end-forms';
import { equipmentPath, equipmentThread, stateSentence, warrantyWords } from './equipment-history';
import { sendStep } from './equipment-send';
import { equipmentButtons, equipmentStepForm, type EquipmentStep, TO_ROOM, TO_STOCK } from './equipment-steps';

const PROPOSED = 8;
/** Cases of one school, or of the stock: few. */
const MOST_CASES = 50;

/** One device: where it is, how it came, all that happened to it, and what its reader may do with it now. */
@Component({
  selector: 'parc-equipment-page',
  imports: [
    DayPipe,
    DeviceEndsCard,
    DeviceLabelCard,
    Field,
    FreeTextsLink,
    Icon,
    MoneyPipe,
    Path,
    ProblemPanel,
    RouterLink,
    SearchPicker,
    StateChip,
    StatePanel,
    StepForm,
    Thread,
  ],
  templateUrl: './equipment-page.html',
  styleUrl: './equipment-page.css',
})
export class EquipmentPageView {
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly pageTitle = inject(PageTitle);
  private readonly today = parisDateOf(new Date());

  protected readonly device = reading({
    asked: () => ({ id: this.id() }),
    load: (asked) => this.api.invoke(equipmentPage, asked),
  });
  private readonly page = this.device.value;
  protected readonly state = computed(() => EQUIPMENT_STATES[this.page()?.state ?? EQUIPMENT.initial]);
  protected readonly buttons = computed(() => (this.page() ? equipmentButtons(this.page()!) : []));
  protected readonly thread = computed(() => (this.page() ? equipmentThread(this.page()!) : []));
  protected readonly path = computed(() => (this.page() ? equipmentPath(this.page()!) : []));
  protected readonly title = computed(() => {
    const page = this.page();
    return page === null ? 'Appareil' : `${page.modelName} : ${stateSentence(page)}`;
  });
  protected readonly readsOrders = may('orders.read');

  /** The step whose form is open; another state closes it: it was about what is no longer so. */
  protected readonly opened = anewWith<EquipmentStep | null>(
    () => `${this.page()?.id} ${this.page()?.version}`,
    () => null,
  );
  /** What is being typed in the step's form: what it asks next follows from it. */
  protected readonly typed = anewWith<Values>(
    () => this.opened() ?? '',
    () => ({}),
  );
  private readonly stockPlaces = reading({
    asked: () => (TO_STOCK.some((step) => step === this.opened()) ? true : undefined),
    load: async () => (await this.api.invoke(stockPlacesList)).items,
  });

  /** The school that a device in stock goes to; one that stands in a school changes rooms there. */
  protected readonly schoolQuery = signal('');
  protected readonly pickedSchool = anewWith<PickerOption | null>(
    () => `${this.page()?.id} ${this.opened()}`,
    () => null,
  );
  protected readonly schools = reading({
    asked: () => (this.opened() === 'place' ? { search: this.schoolQuery(), size: PROPOSED } : undefined),
    load: async (asked) => (await this.api.invoke(schoolsList, asked)).items,
    keepsFormer: true,
  });
  protected readonly schoolOptions = computed<readonly PickerOption[]>(() =>
    (this.schools.value() ?? []).map(({ id, name, communeName }) => ({ id, label: name, detail: communeName })),
  );
  private readonly rooms = reading({
    asked: () => {
      if (!TO_ROOM.some((step) => step === this.opened())) return undefined;
      return (this.opened() === 'place' ? this.pickedSchool()?.id : this.page()?.schoolId) ?? undefined;
    },
    load: async (id: string) => byName((await this.api.invoke(schoolsRooms, { id })).items),
  });
  /** A case there may be where it goes: those of the school, or those in stock. */
  private readonly cases = reading({
    asked: () => {
      const [page, opened] = [this.page(), this.opened()];
      if (page === null || page.isContainer) return undefined;
      if (TO_STOCK.some((step) => step === opened)) return { state: [...EQUIPMENT.statesFrom('place')] };
      if (!TO_ROOM.some((step) => step === opened)) return undefined;
      const schoolId = opened === 'place' ? this.pickedSchool()?.id : page.schoolId;
      return schoolId ? { schoolId, state: [...EQUIPMENT_IN_ROOM] } : undefined;
    },
    load: async (asked) => {
      const { items } = await this.api.invoke(equipmentList, { ...asked, cases: true, size: MOST_CASES });
      return items.map((one) => ({ id: one.id, name: `${one.tag}, ${one.roomName ?? one.stockPlaceName}` }));
    },
  });
  protected readonly form = computed(() => {
    const [page, opened] = [this.page(), this.opened()];
    if (page === null || opened === null) return null;
    const rooms = (this.rooms.value() ?? []).filter(({ id }) => id !== page.roomId);
    const cases = (this.cases.value() ?? []).filter(({ id }) => id !== page.containerId);
    const ending = { destination: chosenDestination(this.typed()), today: this.today };
    return equipmentStepForm(opened, page, { stockPlaces: this.stockPlaces.value() ?? [], rooms, cases, ...ending });
  });

  protected readonly acting = mutation((key, page: EquipmentPage, step: EquipmentStep, values: Values) =>
    sendStep(this.api, step, { ...onVersion(key, page.version), id: page.id }, values),
  );

  protected readonly picture = equipmentPicture;
  protected readonly place = placeWords;
  protected readonly school = schoolWords;
  protected readonly warranty = (page: EquipmentPage): string => warrantyWords(page.warrantyUntil, this.today);

  constructor() {
    effect(() => {
      const page = this.page();
      if (page !== null) this.pageTitle.show(page.tag);
    });
  }

  protected reload(): void {
    this.close();
    this.device.reload();
  }

  protected openStep(step: EquipmentStep): void {
    this.acting.forget();
    this.opened.set(step);
  }

  protected close(): void {
    this.acting.forget();
    this.opened.set(null);
  }

  protected async record(values: Values): Promise<void> {
    const [page, step] = [this.page(), this.opened()];
    if (page === null || step === null) return;
    const moved = await this.acting.run(page, step, values);
    if (moved === null) return;
    this.toasts.say(`${moved.tag} : ${EQUIPMENT_STATES[moved.state].word.toLowerCase()}`);
    this.reload();
  }
}
