import { Component, computed, effect, inject, input, signal } from '@angular/core';
import {
  Api,
  softwareBuy,
  softwareClear,
  type SoftwareInstallationItem,
  softwareInstallationsInstall,
  softwareInstallationsRemove,
  type LicenceListItem,
  softwareLicencesWrite,
  type SoftwarePage,
  softwarePage,
  softwareWrite,
} from '@parc/api-client';
import { parisDateOf, SOFTWARE_CLEARANCES, SOFTWARE_HOSTINGS } from '@parc/domain';
import { DayPipe, StateChip, StatePanel, Toasts } from '@parc/ui';
import { ActProblem } from '../../shell/act-problem';
import { anewWith } from '../../shell/anew';
import type { FormSpec, Values } from '../../shell/forms/fields';
import { StepForm } from '../../shell/forms/step-form';
import { may } from '../../shell/may';
import { mutation, onVersion } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { SchoolPicker } from '../lists/school-picker';
import { InstallationCard } from './installation-card';
import { LicenceCard } from './licence-card';
import { softwareItems } from './software-form-page';
import {
  chosenClearance,
  clearanceForm,
  clearanceRequest,
  installForm,
  installRequest,
  keptLicenceRequest,
  licenceForm,
  type LicenceTask,
  newLicenceRequest,
  titleForm,
  titleRequest,
} from './software-forms';
import { seatsSentence } from './software-words';

type Task = { readonly what: 'title' | 'clearance' | 'install' } | LicenceTask;

/** One title: its opinion, its licences, where it stands, and what its reader may do. */
@Component({
  selector: 'parc-software-page',
  imports: [
    ActProblem,
    DayPipe,
    InstallationCard,
    LicenceCard,
    ProblemPanel,
    SchoolPicker,
    StateChip,
    StatePanel,
    StepForm,
  ],
  templateUrl: './software-page.html',
  styleUrl: './software-page.css',
})
export class SoftwarePageView {
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly today = parisDateOf(new Date());
  protected readonly writes = may('software.write');
  protected readonly installs = may('software.install');
  protected readonly software = reading({
    asked: () => ({ id: this.id() }),
    load: (asked) => this.api.invoke(softwarePage, asked),
    keepsFormer: true,
  });
  private readonly items = reading({
    asked: () => (this.writes() ? true : undefined),
    load: () => softwareItems(this.api),
  });
  protected readonly page = this.software.value;
  /** Counted up when something was written: the lists under the sheet are read again. */
  protected readonly written = signal(0);
  protected readonly task = anewWith<Task | null>(
    () => `${this.page()?.id} ${this.page()?.version} ${this.written()}`,
    () => null,
  );
  protected readonly typed = anewWith<Values>(
    () => this.task()?.what ?? '',
    () => ({}),
  );
  /** Whose a new licence is; null: the plan's. */
  protected readonly holder = anewWith<string | null>(
    () => this.task()?.what ?? '',
    () => null,
  );
  protected readonly form = computed<FormSpec | null>(() => {
    const [page, task] = [this.page(), this.task()];
    if (page === null || task === null) return null;
    switch (task.what) {
      case 'title':
        return titleForm(page, this.items.value() ?? []);
      case 'clearance':
        return clearanceForm(page, chosenClearance(this.typed(), page));
      case 'install':
        return installForm(page.id);
      default:
        return licenceForm(page.id, task, this.today);
    }
  });
  protected readonly saving = mutation((key, page: SoftwarePage, task: Task, values: Values, holder: string | null) =>
    this.send(key, { page, task, values, holder }),
  );
  protected readonly removing = mutation((key, { id }: SoftwareInstallationItem) =>
    this.api.invoke(softwareInstallationsRemove, { 'Idempotency-Key': key, id }),
  );

  protected readonly clearanceOf = (page: SoftwarePage) => SOFTWARE_CLEARANCES[page.clearance];
  protected readonly hostingOf = (page: SoftwarePage) => SOFTWARE_HOSTINGS[page.hosting].word;
  protected readonly seats = seatsSentence;

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => {
      const page = this.page();
      if (page !== null) pageTitle.show(page.name);
    });
  }

  protected open(task: Task): void {
    this.saving.forget();
    this.task.set(task);
  }

  protected async save(values: Values): Promise<void> {
    const [page, task] = [this.page(), this.task()];
    if (page === null || task === null) return;
    const saved = await this.saving.run(page, task, values, this.holder());
    if (saved === null) return;
    this.toasts.say(SAID[task.what]);
    this.reload();
  }

  protected async remove(row: SoftwareInstallationItem): Promise<void> {
    if ((await this.removing.run(row)) === null) return;
    this.toasts.say('Retiré : son poste est libre');
    this.reload();
  }

  protected renew(licence: LicenceListItem): void {
    this.open({ what: 'renew', licence });
  }

  protected change(licence: LicenceListItem): void {
    this.open({ what: 'write', licence });
  }

  protected reload(): void {
    this.saving.forget();
    this.removing.forget();
    this.task.set(null);
    this.written.update((count) => count + 1);
    this.software.reload();
  }

  private send(key: string, { page, task, values, holder }: Sending): Promise<unknown> {
    const { id, version } = page;
    const added = { 'Idempotency-Key': key, id };
    const changed = { ...onVersion(key, version), id };
    switch (task.what) {
      case 'title':
        return this.api.invoke(softwareWrite, { ...changed, body: titleRequest(values) });
      case 'clearance':
        return this.api.invoke(softwareClear, { ...changed, body: clearanceRequest(values) });
      case 'install':
        return this.api.invoke(softwareInstallationsInstall, { ...added, body: installRequest(values) });
      case 'write':
        return this.api.invoke(softwareLicencesWrite, {
          ...{ ...onVersion(key, task.licence.version), id: task.licence.id },
          body: keptLicenceRequest(values, task.licence),
        });
      default:
        return this.api.invoke(softwareBuy, { ...added, body: newLicenceRequest(values, task, holder) });
    }
  }
}

interface Sending {
  readonly page: SoftwarePage;
  readonly task: Task;
  readonly values: Values;
  readonly holder: string | null;
}

const SAID: Record<Task['what'], string> = {
  title: 'Le logiciel est enregistré',
  clearance: 'L’avis est enregistré',
  install: 'Le logiciel est noté sur cet appareil',
  buy: 'La licence est ajoutée',
  renew: 'La licence est reprise, avec ce qui est installé',
  write: 'La licence est enregistrée',
};
