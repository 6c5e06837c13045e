import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, type CheckPage, techniciansList, upkeepChecksPage } from '@parc/api-client';
import { CHECK_DONE_WORDS, CHECK_FINDINGS } from '@parc/domain';
import { counted, DayPipe, Icon, StateChip, StatePanel, Thread, type ThreadEntry, Toasts } from '@parc/ui';
import { ActButtons } from '../../shell/act-buttons';
import { anewWith } from '../../shell/anew';
import { textOf, type Values } from '../../shell/forms/fields';
import { StepForm } from '../../shell/forms/step-form';
import { FreeTextsLink } from '../../shell/free-texts-link';
import { may } from '../../shell/may';
import { mutation, onVersion } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { checkName, checkState, foundCounts } from '../upkeep-words';
import {
  checkButtons,
  checkForm,
  isAtOnce,
  sendCheckStep,
  type CheckBrings,
  type CheckButton,
  type PageAction,
} from './check-steps';

/** One check: what is looked at, where, how each device was found, and what its reader may do now. */
@Component({
  selector: 'parc-check-page',
  imports: [
    ActButtons,
    DayPipe,
    FreeTextsLink,
    Icon,
    ProblemPanel,
    RouterLink,
    StateChip,
    StatePanel,
    StepForm,
    Thread,
  ],
  templateUrl: './check-page.html',
  styleUrl: './check-page.css',
})
export class CheckPageView {
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly assigns = may('upkeep-checks.assign');
  protected readonly plans = may('upkeep-plans.read');
  protected readonly tickets = may('tickets.read');

  protected readonly check = reading({
    asked: () => ({ id: this.id() }),
    load: (asked) => this.api.invoke(upkeepChecksPage, asked),
  });
  private readonly technicians = reading({
    asked: () => this.assigns() || undefined,
    load: () => this.api.invoke(techniciansList),
  });
  private readonly page = this.check.value;
  protected readonly opened = anewWith<PageAction | null>(
    () => `${this.page()?.id} ${this.page()?.version}`,
    () => null,
  );
  protected readonly form = computed(() => {
    const [page, action] = [this.page(), this.opened()];
    return page === null || action === null ? null : checkForm(action, page, this.technicians.value()?.items ?? []);
  });
  protected readonly buttons = computed(() => (this.page() ? checkButtons(this.page()!) : []));
  protected readonly doable = computed(() => this.page()?.possible.includes('do') ?? false);
  protected readonly thread = computed(() => (this.page() ? threadOf(this.page()!) : []));
  protected readonly acting = mutation((key, { id, version }: CheckPage, action: PageAction, brings: CheckBrings) =>
    sendCheckStep(this.api, action, { ...onVersion(key, version), id }, brings),
  );
  protected readonly stateOf = checkState;
  protected readonly foundOf = foundCounts;
  protected readonly findings = CHECK_FINDINGS;
  protected readonly name = checkName;
  protected readonly devices = (count: number): string => counted(count, 'appareil');

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => {
      const page = this.page();
      if (page !== null) pageTitle.show(checkName(page));
    });
  }

  protected press({ action }: CheckButton): void {
    this.acting.forget();
    if (isAtOnce(action)) void this.act(action, {});
    else this.opened.set(action);
  }

  protected record(values: Values): void {
    const action = this.opened();
    if (action === null) return;
    const said = (name: string) => textOf(values, name) ?? '';
    void this.act(action, { reason: said('reason'), accountId: said('accountId'), day: said('day') });
  }

  protected close(): void {
    this.acting.forget();
    this.opened.set(null);
  }

  protected reload(): void {
    this.close();
    this.check.reload();
  }

  private async act(action: PageAction, brings: CheckBrings): Promise<void> {
    const page = this.page();
    if (page === null || (await this.acting.run(page, action, brings)) === null) return;
    this.toasts.say(`${checkName(page)} : ${CHECK_DONE_WORDS[action].toLowerCase()}`);
    this.reload();
  }
}

function threadOf({ history }: CheckPage): readonly ThreadEntry[] {
  return history.map((line, index) => ({
    ...{ id: `${index}`, title: CHECK_DONE_WORDS[line.action], at: line.at },
    actor: line.name === null ? line.roleLabel : `${line.name}, ${line.roleLabel}`,
    kind: line.role === 'system' ? 'system' : 'done',
    ...(line.reason === null ? {} : { reason: line.reason }),
  }));
}
