import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, type ReturnPage, warrantyReturnsPage } from '@parc/api-client';
import { parisDateOf, RETURN_DONE_WORDS, type ReturnAction } from '@parc/domain';
import { DayPipe, Notice, Path, StateChip, StatePanel, Thread, type ThreadEntry, Toasts } from '@parc/ui';
import { ActButtons } from '../../shell/act-buttons';
import { anewWith } from '../../shell/anew';
import { textOf, type Values } from '../../shell/forms/fields';
import { StepForm } from '../../shell/forms/step-form';
import { FreeTextsLink } from '../../shell/free-texts-link';
import { mutation, onVersion } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { returnState } from '../return-words';
import {
  isAtOnce,
  returnButtons,
  returnForm,
  returnPath,
  sendReturnStep,
  type ReturnBrings,
  type ReturnButton,
} from './return-steps';

/** One return: which device, where it is, when the maker is asked again, and what its reader may do now. */
@Component({
  selector: 'parc-return-page',
  imports: [
    ActButtons,
    DayPipe,
    FreeTextsLink,
    Notice,
    Path,
    ProblemPanel,
    RouterLink,
    StateChip,
    StatePanel,
    StepForm,
    Thread,
  ],
  templateUrl: './return-page.html',
  styleUrl: './return-page.css',
})
export class ReturnPageView {
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly today = parisDateOf(new Date());

  protected readonly warranty = reading({
    asked: () => ({ id: this.id() }),
    load: (asked) => this.api.invoke(warrantyReturnsPage, asked),
  });
  private readonly page = this.warranty.value;
  protected readonly opened = anewWith<ReturnAction | null>(
    () => `${this.page()?.id} ${this.page()?.version}`,
    () => null,
  );
  protected readonly form = computed(() => {
    const [page, action] = [this.page(), this.opened()];
    return page === null || action === null ? null : returnForm(action, page, this.today);
  });
  protected readonly buttons = computed(() => (this.page() ? returnButtons(this.page()!) : []));
  protected readonly path = computed(() => (this.page() ? returnPath(this.page()!) : []));
  protected readonly thread = computed(() => (this.page() ? threadOf(this.page()!) : []));
  protected readonly acting = mutation((key, { id, version }: ReturnPage, action: ReturnAction, brings: ReturnBrings) =>
    sendReturnStep(this.api, action, { ...onVersion(key, version), id }, brings),
  );
  protected readonly stateOf = returnState;

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => {
      const page = this.page();
      if (page !== null) pageTitle.show(`Retour ${page.equipmentTag}`);
    });
  }

  protected press({ action }: ReturnButton): void {
    this.acting.forget();
    if (isAtOnce(action)) void this.act(action, {});
    else this.opened.set(action);
  }

  protected record(values: Values): void {
    const action = this.opened();
    if (action === null) return;
    const said = (name: string) => textOf(values, name) ?? '';
    void this.act(action, {
      ...{ reason: said('reason'), sentOn: said('sentOn'), reviewOn: said('reviewOn'), serial: said('serial') },
      ...{ trackingNumber: textOf(values, 'trackingNumber'), warrantyUntil: textOf(values, 'warrantyUntil') },
    });
  }

  protected close(): void {
    this.acting.forget();
    this.opened.set(null);
  }

  protected reload(): void {
    this.close();
    this.warranty.reload();
  }

  private async act(action: ReturnAction, brings: ReturnBrings): Promise<void> {
    const page = this.page();
    if (page === null || (await this.acting.run(page, action, brings)) === null) return;
    this.toasts.say(`${page.equipmentTag} : ${RETURN_DONE_WORDS[action].toLowerCase()}`);
    this.reload();
  }
}

function threadOf({ history }: ReturnPage): readonly ThreadEntry[] {
  return history.map((line, index) => ({
    ...{ id: `${index}`, title: RETURN_DONE_WORDS[line.action], at: line.at, kind: 'done' as const },
    actor: line.name === null ? line.roleLabel : `${line.name}, ${line.roleLabel}`,
    ...(line.reason === null ? {} : { reason: line.reason }),
  }));
}
