import { Component, computed, effect, inject, input, signal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  Api,
  equipmentPage,
  softwareInstallationsInstallMany,
  softwareInstallationsRemoveMany,
  type SoftwareOutcomes,
} from '@parc/api-client';
import { Choice, counted, type PickerOption, StatePanel } from '@parc/ui';
import { BulkReport, type ReportLine } from '../../shell/bulk/bulk-report';
import { deviceLines } from '../bulk/device-lines';
import { mutation } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { TitlePicker } from './title-picker';

const ACTS = {
  install: {
    label: 'Installer',
    will: ['le recevra', 'le recevront'],
    done: ['l’a reçu', 'l’ont reçu'],
    act: 'Installer sur',
  },
  remove: {
    label: 'Retirer',
    will: ['ne l’aura plus', 'ne l’auront plus'],
    done: ['ne l’a plus', 'ne l’ont plus'],
    act: 'Retirer de',
  },
} as const;
type Act = keyof typeof ACTS;

/** One title on many devices, or away from them: looked at before it is done, a line of report each. */
@Component({
  selector: 'parc-software-many-page',
  imports: [BulkReport, Choice, ProblemPanel, RouterLink, StatePanel, TitlePicker],
  templateUrl: './software-many-page.html',
  styleUrl: './card-rows.css',
})
export class SoftwareManyPage {
  /** Of the address: ids of devices with commas between. */
  readonly appareils = input<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly report = viewChild.required(BulkReport);
  private readonly ids = computed(() => [...new Set((this.appareils() ?? '').split(',').filter((id) => id !== ''))]);
  protected readonly none = computed(() => this.ids().length === 0);
  protected readonly devices = reading({
    asked: () => (this.ids().length > 0 ? { ids: this.ids() } : undefined),
    load: ({ ids }) => Promise.all(ids.map((id) => this.api.invoke(equipmentPage, { id }))),
    keepsFormer: true,
  });
  protected readonly act = signal<Act>('install');
  protected readonly title = signal<PickerOption | null>(null);
  protected readonly choices = (Object.keys(ACTS) as Act[]).map((value) => ({ value, label: ACTS[value].label }));

  /** What would happen; then, in its place, what happened. */
  private readonly answer = signal<SoftwareOutcomes | null>(null);
  protected readonly applied = signal(false);
  private readonly done = computed(() => this.answer()?.outcomes.filter(({ done }) => done) ?? []);
  protected readonly heading = computed(() => {
    const { will, done } = ACTS[this.act()];
    const { length } = this.done();
    return `${length === 0 ? 'Aucun appareil' : counted(length, 'appareil', 'appareils')} ${(this.applied() ? done : will)[length < 2 ? 0 : 1]}`;
  });
  protected readonly applyLabel = computed(
    () => `${ACTS[this.act()].act} ${counted(this.done().length, 'appareil', 'appareils')}`,
  );
  protected readonly lines = computed<readonly ReportLine[] | null>(() => {
    const outcomes = this.answer()?.outcomes;
    if (outcomes === undefined) return null;
    return deviceLines(outcomes, this.devices.value() ?? [], ({ modelName, schoolName, roomName }) =>
      [modelName, schoolName, roomName].filter((word) => word).join(', '),
    );
  });
  protected readonly sending = mutation((key, id: string, act: Act, ids: readonly string[], preview: boolean) => {
    const devices = (this.devices.value() ?? [])
      .filter((device) => ids.includes(device.id))
      .map((device) => ({ id: device.id, version: device.version }));
    const asked = { ...{ 'Idempotency-Key': key, id, body: { devices } }, ...(preview ? { preview } : {}) };
    return act === 'install'
      ? this.api.invoke(softwareInstallationsInstallMany, asked)
      : this.api.invoke(softwareInstallationsRemoveMany, asked);
  });
  protected readonly pageHeading = computed(() =>
    this.none()
      ? 'Un logiciel sur plusieurs appareils'
      : `Un logiciel sur ${counted(this.ids().length, 'appareil', 'appareils')}`,
  );

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show(this.pageHeading()));
  }

  protected choose(act: string | null): void {
    this.act.set(act === 'remove' ? 'remove' : 'install');
  }

  /** Shows what would happen, and does nothing yet. */
  protected async look(): Promise<void> {
    const title = this.title();
    if (title === null) return;
    this.applied.set(false);
    this.answer.set(null);
    this.report().open();
    this.answer.set(await this.sending.run(title.id, this.act(), this.ids(), true));
  }

  protected async apply(): Promise<void> {
    const title = this.title();
    if (title === null) return;
    const ids = this.done().map(({ id }) => id);
    const answer = await this.sending.run(title.id, this.act(), ids, false);
    if (answer === null) return;
    this.answer.set(answer);
    this.applied.set(true);
  }

  protected close(): void {
    const title = this.title();
    if (this.applied() && title) void this.router.navigate(['/parc/logiciels', title.id]);
  }
}
