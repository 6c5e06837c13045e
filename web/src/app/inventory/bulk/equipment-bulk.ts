import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, type EquipmentBulkAnswer, type EquipmentListItem } from '@parc/api-client';
import { type EquipmentState, parisDateOf } from '@parc/domain';
import { BulkBar, counted, Icon } from '@parc/ui';
import { BulkReport, type ReportLine } from '../../shell/bulk/bulk-report';
import { deviceLines } from './device-lines';
import type { Values } from '../../shell/forms/fields';
import { StepForm } from '../../shell/forms/step-form';
import { may } from '../../shell/may';
import { mutation } from '../../shell/mutation';
import { placeWords } from '../equipment-words';
import { targetChoices } from '../target/target-choices';
import { TargetScan } from '../target/target-scan';
import { TargetSchool } from '../target/target-school';
import { NO_GROUND } from '../ends/end-forms';
import { BULK_FROM, BULK_WORDS, bulkForm, bulkHeading, type BulkStep, ENDS_FROM, sendBulk } from './bulk-steps';

/** As the API bounds one request, and an address that carries ids. */
export const MOST_TOGETHER = 200;

/** What is known here of a device that is ticked. */
export type TickedDevice = Pick<
  EquipmentListItem,
  'id' | 'tag' | 'version' | 'state' | 'modelName' | 'schoolName' | 'roomName' | 'stockPlaceName' | 'containerTag'
>;

/** What is done with the ticked devices: labels, or one move of all of them, looked at before it is done. */
@Component({
  selector: 'parc-equipment-bulk',
  imports: [BulkBar, BulkReport, Icon, RouterLink, StepForm, TargetScan, TargetSchool],
  templateUrl: './equipment-bulk.html',
  styleUrl: './equipment-bulk.css',
})
export class EquipmentBulk {
  readonly devices = input.required<readonly TickedDevice[]>();
  /** How many the list finds, ticked or not. */
  readonly found = input.required<number>();
  readonly cleared = output();
  /** Everything that the list finds is to be ticked, as far as it goes together. */
  readonly allWanted = output();
  /** Devices have moved: the list is to be read again. */
  readonly moved = output();

  private readonly api = inject(Api);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  private readonly report = viewChild.required(BulkReport);
  private readonly today = parisDateOf(new Date());
  private readonly mayPlace = may('equipment.place');
  private readonly mayStore = may('equipment.store');
  private readonly mayLose = may('equipment.lose');
  private readonly mayRetire = may('equipment.retire');
  protected readonly prints = may('labels.print');
  private readonly mayWipe = may('equipment.wipe');
  protected readonly mayInstall = may('software.install');

  protected readonly together = computed(() => this.devices().slice(0, MOST_TOGETHER));
  protected readonly words = computed(() => {
    const { length } = this.devices();
    const words = length === 1 ? '1 appareil coché' : `${counted(length, 'appareil', 'appareils')} cochés`;
    return length > MOST_TOGETHER ? `${words} : les ${MOST_TOGETHER} premiers à la fois` : words;
  });
  protected readonly allLabel = computed(() => {
    if (this.found() <= this.devices().length || this.devices().length >= MOST_TOGETHER) return '';
    return this.found() > MOST_TOGETHER ? `Cocher les ${MOST_TOGETHER} premiers` : `Cocher les ${this.found()}`;
  });
  protected readonly ids = computed(() =>
    this.together()
      .map(({ id }) => id)
      .join(','),
  );
  protected readonly labelWords = computed(
    () => `Imprimer ${counted(this.together().length, 'étiquette', 'étiquettes')}`,
  );
  protected readonly buttons = computed(() => {
    const offered: (BulkStep | false)[] = [
      this.mayPlace() && 'place',
      this.mayStore() && 'store',
      this.mayLose() && 'lose',
      this.mayRetire() && 'retire',
    ];
    return offered
      .filter((step) => step !== false)
      .filter((step) => this.someIn(BULK_FROM[step]))
      .map((step) => ({ step, label: `${BULK_WORDS[step].button}…` }));
  });

  protected readonly ends = computed(() => this.mayWipe() && this.someIn(ENDS_FROM));

  protected readonly opened = signal<BulkStep | null>(null);
  protected readonly target = targetChoices(() => {
    const step = this.opened();
    if (step === null || (step !== 'place' && step !== 'store')) return null;
    return { id: step, to: step === 'place' ? 'room' : 'stock', schoolId: null, cases: true };
  });
  protected readonly form = computed(() => {
    const step = this.opened();
    return step === null
      ? null
      : bulkForm(step, this.together().length, {
          ...this.target.choices(),
          ending: { ...NO_GROUND, today: this.today },
        });
  });
  protected readonly heading = bulkHeading;

  private readonly values = signal<Values>({});
  /** What would happen; then, in its place, what happened. */
  protected readonly answer = signal<EquipmentBulkAnswer | null>(null);
  protected readonly applied = signal(false);
  /** As they were when they were looked at: the list is read again once they have moved. */
  private readonly asked = signal<readonly TickedDevice[]>([]);
  private readonly done = computed(() => this.answer()?.outcomes.filter(({ done }) => done).length ?? 0);
  protected readonly reportHeading = computed(() => {
    const { will, done: words } = BULK_WORDS[this.opened() ?? 'place'];
    const done = this.done();
    if (done === 0) return this.applied() ? `Aucun appareil ${words[0]}` : `Aucun appareil ne ${will[0]}`;
    return `${counted(done, 'appareil', 'appareils')} ${(this.applied() ? words : will)[done < 2 ? 0 : 1]}`;
  });
  protected readonly applyLabel = computed(() => {
    const step = this.opened() ?? 'place';
    return `${BULK_WORDS[step].act} ${counted(this.done(), 'appareil', 'appareils')}`;
  });
  protected readonly lines = computed<readonly ReportLine[] | null>(() => {
    const outcomes = this.answer()?.outcomes;
    if (outcomes === undefined) return null;
    return deviceLines(outcomes, this.asked(), (device) =>
      [device.modelName, device.schoolName, placeWords(device)].filter((word) => word).join(', '),
    );
  });

  protected readonly sending = mutation(
    (key, step: BulkStep, devices: readonly { id: string; version: number }[], values: Values, preview: boolean) =>
      sendBulk(this.api, step, { key, devices, preview }, values),
  );

  protected open(step: BulkStep): void {
    this.sending.forget();
    this.opened.set(step);
    // It stands under the rows: whoever asked for it goes there.
    afterNextRender(() => this.host.nativeElement.querySelector<HTMLElement>('input, select')?.focus(), {
      injector: this.injector,
    });
  }

  /** Shows what would happen, and does nothing yet. */
  protected async look(values: Values): Promise<void> {
    const step = this.opened();
    if (step === null) return;
    this.values.set(values);
    this.asked.set(this.together());
    this.applied.set(false);
    this.answer.set(null);
    this.report().open();
    this.answer.set(await this.sending.run(step, named(this.asked()), values, true));
  }

  protected async apply(): Promise<void> {
    const step = this.opened();
    if (step === null) return;
    const seen = new Set(this.answer()?.outcomes.flatMap(({ id, done }) => (done ? [id] : [])));
    const devices = named(this.asked().filter(({ id }) => seen.has(id)));
    const answer = await this.sending.run(step, devices, this.values(), false);
    if (answer === null) return;
    this.answer.set(answer);
    this.applied.set(true);
    this.moved.emit();
  }

  private someIn(states: readonly EquipmentState[]): boolean {
    return this.together().some(({ state }) => states.includes(state));
  }

  protected again(): Promise<void> {
    return this.look(this.values());
  }

  protected close(): void {
    if (!this.applied()) return;
    this.opened.set(null);
    this.cleared.emit();
  }
}

const named = (devices: readonly TickedDevice[]) => devices.map(({ id, version }) => ({ id, version }));
