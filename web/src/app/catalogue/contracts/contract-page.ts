import { Component, computed, effect, inject, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  Api,
  contractHoldersWrite,
  type ContractPage,
  type ContractPeriodAnswer,
  contractsAddPeriod,
  contractsPage,
  contractsWritePeriod,
} from '@parc/api-client';
import { CountedPipe, dayOfYear, DayPipe, Icon, MoneyPipe, Notice, StateChip, StatePanel, Toasts } from '@parc/ui';
import { mutation, onVersion } from '../../shell/mutation';
import { may } from '../../shell/may';
import { PageTitle } from '../../shell/page-title';
import { reading } from '../../shell/reading';
import { Session } from '../../shell/session';
import type { FormSpec, Values } from '../../shell/forms/fields';
import { StepForm } from '../../shell/forms/step-form';
import { holderForm, holderRequest, periodForm, periodRequest } from './contract-forms';
import { contractState, STANDING_WORDS } from './contract-words';
import { UseBar } from './use-bar';
import { ProblemPanel } from '../../shell/problem-panel';

/** What is being written: the holder, a period, or the next one. */
type Opened = { readonly what: 'holder' } | { readonly what: 'period'; readonly period: ContractPeriodAnswer | null };

/** One framework contract: its holder, its term, and its periods with what orders count against each maximum. */
@Component({
  selector: 'parc-contract-page',
  imports: [
    CountedPipe,
    DayPipe,
    Icon,
    MoneyPipe,
    Notice,
    ProblemPanel,
    RouterLink,
    StateChip,
    StatePanel,
    StepForm,
    UseBar,
  ],
  templateUrl: './contract-page.html',
  styleUrl: './contract-page.css',
})
export class ContractPageView {
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly pageTitle = inject(PageTitle);
  private readonly role = inject(Session).role;

  protected readonly contract = reading({
    asked: () => ({ id: this.id() }),
    load: (asked) => this.api.invoke(contractsPage, asked),
  });
  private readonly page = this.contract.value;
  protected readonly failed = this.contract.failed;
  protected readonly writes = may('catalogue.write');
  protected readonly running = computed(() => this.page()?.periods.find(({ standing }) => standing === 'running'));
  protected readonly state = computed(() =>
    contractState({ standing: this.page()?.standing ?? 'running', alert: this.running()?.alert ?? null }),
  );
  protected readonly standing = STANDING_WORDS;
  protected readonly opened = linkedSignal<string, Opened | null>({ source: this.id, computation: () => null });
  protected readonly form = computed<FormSpec | null>(() => {
    const [page, opened] = [this.page(), this.opened()];
    if (page === null || opened === null) return null;
    return opened.what === 'holder' ? holderForm(page.holder) : periodForm(page, opened.period);
  });

  protected readonly writing = mutation((key, page: ContractPage, opened: Opened, values: Values) => {
    if (opened.what === 'holder')
      return this.api.invoke(contractHoldersWrite, {
        'Idempotency-Key': key,
        id: page.holderId,
        body: holderRequest(values),
      });
    const what = { ...onVersion(key, page.version), id: page.id, body: periodRequest(values) };
    return opened.period === null
      ? this.api.invoke(contractsAddPeriod, what)
      : this.api.invoke(contractsWritePeriod, { ...what, periodId: opened.period.id });
  });

  constructor() {
    effect(() => {
      const page = this.page();
      if (page !== null) this.pageTitle.show(`Marché ${page.number}`);
    });
  }

  protected reload(): void {
    this.close();
    this.contract.reload();
  }

  protected openForm(opened: Opened): void {
    this.writing.forget();
    this.opened.set(opened);
  }

  protected close(): void {
    this.writing.forget();
    this.opened.set(null);
  }

  protected async record(values: Values): Promise<void> {
    const [page, opened] = [this.page(), this.opened()];
    if (page === null || opened === null || (await this.writing.run(page, opened, values)) === null) return;
    this.toasts.say(opened.what === 'holder' ? 'Entreprise enregistrée' : 'Période enregistrée');
    this.reload();
  }

  protected isOpen(period: ContractPeriodAnswer | null): boolean {
    const opened = this.opened();
    return opened?.what === 'period' && opened.period?.id === period?.id;
  }

  protected span({ fromDay, toDay }: ContractPeriodAnswer): string {
    return `Du ${dayOfYear(fromDay)} au ${dayOfYear(toDay)}`;
  }
}
