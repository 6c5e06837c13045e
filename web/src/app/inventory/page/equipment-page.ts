import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, equipmentPage, type EquipmentPage } from '@parc/api-client';
import { EQUIPMENT, EQUIPMENT_STATES, parisDateOf } from '@parc/domain';
import { DayPipe, Icon, MoneyPipe, Path, StateChip, StatePanel, Thread, Toasts } from '@parc/ui';
import { ActButtons } from '../../shell/act-buttons';
import { anewWith } from '../../shell/anew';
import type { Values } from '../../shell/forms/fields';
import { StepForm } from '../../shell/forms/step-form';
import { FreeTextsLink } from '../../shell/free-texts-link';
import { may } from '../../shell/may';
import { mutation, onVersion } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { equipmentPicture, placeWords, schoolWords } from '../equipment-words';
import { DeviceCoherence } from '../../training/coherence/device-coherence';
import { DeviceTicketsCard } from '../../maintenance/device/device-tickets';
import { DeviceNeedsCard } from '../needs/device-needs';
import { DeviceLabelCard } from '../labels/device-label-card';
import { ShownSoftwareCard } from '../software/shown-software-card';
import { DeviceEndsCard } from '../ends/device-ends-card';
import { chosenDestination } from '../ends/end-forms';
import { giftLimit } from '../ends/gift-limit';
import { CaseContentsCard } from './case-contents-card';
import { equipmentPath, equipmentThread, stateSentence, warrantyWords } from './equipment-history';
import { targetChoices } from '../target/target-choices';
import { TargetScan } from '../target/target-scan';
import { TargetSchool } from '../target/target-school';
import { sendStep } from './equipment-send';
import { equipmentButtons, equipmentStepForm, type EquipmentStep, TO_ROOM, TO_STOCK } from './equipment-steps';

/** One device: where it is, how it came, all that happened to it, and what its reader may do with it now. */
@Component({
  selector: 'parc-equipment-page',
  imports: [
    ActButtons,
    CaseContentsCard,
    DayPipe,
    DeviceCoherence,
    DeviceEndsCard,
    DeviceLabelCard,
    DeviceNeedsCard,
    DeviceTicketsCard,
    FreeTextsLink,
    Icon,
    MoneyPipe,
    Path,
    ProblemPanel,
    RouterLink,
    ShownSoftwareCard,
    StateChip,
    StatePanel,
    StepForm,
    TargetScan,
    TargetSchool,
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
  /** One in stock goes to a school; one that stands in a school changes rooms there. */
  protected readonly target = targetChoices(() => {
    const [page, step] = [this.page(), this.opened()];
    if (page === null || step === null) return null;
    const to = TO_STOCK.includes(step) ? 'stock' : TO_ROOM.includes(step) ? 'room' : null;
    const schoolId = step === 'place' ? null : page.schoolId;
    return to === null ? null : { id: `${page.id} ${step}`, to, schoolId, cases: !page.isContainer };
  });
  /** What is being typed in the step's form: what it asks next follows from it. */
  protected readonly typed = anewWith<Values>(
    () => this.opened() ?? '',
    () => ({}),
  );
  private readonly gift = giftLimit(() => this.opened() === 'dispose');
  protected readonly form = computed(() => {
    const [page, opened] = [this.page(), this.opened()];
    if (page === null || opened === null) return null;
    const { stockPlaces, rooms, cases = [] } = this.target.choices();
    return equipmentStepForm(opened, page, {
      stockPlaces,
      rooms: rooms.filter(({ id }) => id !== page.roomId),
      cases: cases.filter(({ id }) => id !== page.containerId),
      ending: {
        ...{ today: this.today, destination: chosenDestination(this.typed()) },
        giftMaxCents: this.gift.value(),
      },
    });
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
