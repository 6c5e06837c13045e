import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, type DotationPartDevice, dotationPartsPage, type DotationPartPage } from '@parc/api-client';
import {
  DOTATION_OUTCOMES,
  DOTATION_PART_ACTION_WORDS,
  DOTATION_PART_STATES,
  parisDateOf,
  type DotationPartAction,
} from '@parc/domain';
import { DayPipe, QuestionCard, StateChip, StatePanel, Thread, Toasts } from '@parc/ui';
import { ActProblem } from '../../shell/act-problem';
import { ActButtons, type ActButton } from '../../shell/act-buttons';
import { anewWith } from '../../shell/anew';
import type { Values } from '../../shell/forms/fields';
import { StepForm } from '../../shell/forms/step-form';
import { FreeTextsLink } from '../../shell/free-texts-link';
import { may } from '../../shell/may';
import { PageTitle } from '../../shell/page-title';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { dotationPartForm, type FormAction, opens } from './dotation-part-forms';
import { partSending } from './dotation-part-send';
import { DotationPreparation } from './dotation-preparation';
import { DotationReception } from './dotation-reception';
import { opinionWords, partThread, partWords, plannedWords, whyWords } from './dotation-words';

type Opened = FormAction | 'prepare' | 'receive';

interface StepButton extends ActButton {
  readonly opens: Opened;
}

/** One school's part: what is proposed and why, the head's answer, then its delivery up to what came. */
@Component({
  selector: 'parc-dotation-part-page',
  imports: [
    ActProblem,
    ActButtons,
    DayPipe,
    DotationPreparation,
    DotationReception,
    FreeTextsLink,
    ProblemPanel,
    QuestionCard,
    RouterLink,
    StateChip,
    StatePanel,
    StepForm,
    Thread,
  ],
  templateUrl: './dotation-part-page.html',
  styleUrl: './dotation-page.css',
})
export class DotationPartPageView {
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly pageTitle = inject(PageTitle);
  private readonly today = parisDateOf(new Date());
  protected readonly lists = may('dotations.list');
  protected readonly readsEquipment = may('equipment.read');
  protected readonly part = reading({
    asked: () => ({ id: this.id() }),
    load: (asked) => this.api.invoke(dotationPartsPage, asked),
  });
  private readonly page = this.part.value;
  protected readonly opened = anewWith<Opened | null>(
    () => `${this.page()?.id} ${this.page()?.version}`,
    () => null,
  );
  protected readonly form = computed(() => {
    const [page, opened] = [this.page(), this.opened()];
    return page === null || opened === null || opened === 'prepare' || opened === 'receive'
      ? null
      : dotationPartForm(opened, page, this.today);
  });
  protected readonly buttons = computed<readonly StepButton[]>(() => (this.page()?.possible ?? []).flatMap(buttonOf));
  protected readonly thread = computed(() => partThread(this.page()?.history ?? []));
  protected readonly acting = partSending();

  protected readonly what = partWords;
  protected readonly why = whyWords;
  protected readonly opinion = opinionWords;
  protected readonly planned = plannedWords;
  protected readonly stateOf = ({ state }: DotationPartPage) => DOTATION_PART_STATES[state];
  protected readonly outcome = ({ outcome }: DotationPartDevice): string =>
    outcome === null ? 'prêt' : DOTATION_OUTCOMES[outcome].word;

  constructor() {
    effect(() => {
      const page = this.page();
      if (page !== null) this.pageTitle.show(`${page.title}, ${page.schoolName}`);
    });
  }

  protected open(opened: Opened): void {
    this.acting.forget();
    this.opened.set(opened);
  }

  protected reload(): void {
    this.acting.forget();
    this.opened.set(null);
    this.part.reload();
  }

  protected done(said: string): void {
    this.toasts.say(said);
    this.reload();
  }

  protected async act(action: FormAction | 'yes', values: Values = {}): Promise<void> {
    const page = this.page();
    if (page === null) return;
    const moved = await this.acting.run(page, action, values);
    if (moved === null) return;
    this.done(
      action === 'yes' || action === 'fewer' || action === 'no'
        ? 'Votre avis est donné : la métropole le lit'
        : DOTATION_PART_STATES[moved.state].word,
    );
  }

  protected sendForm(values: Values): void {
    const opened = this.opened();
    if (opened !== null && opened !== 'prepare' && opened !== 'receive') void this.act(opened, values);
  }
}

/** What a button opens; the head's answer has its own card, and a reception in part is the same form as a whole one. */
function buttonOf(action: DotationPartAction): StepButton[] {
  if (action === 'prepare')
    return [{ opens: 'prepare', label: `${DOTATION_PART_ACTION_WORDS.prepare}…`, look: 'plain' }];
  if (action === 'receive') return [{ opens: 'receive', label: 'Dire ce qui est arrivé…', look: 'primary' }];
  const form = opens(action);
  if (form === null) return [];
  const look = form === 'drop' ? 'trouble' : form === 'confirm' || form === 'plan' ? 'primary' : 'plain';
  return [{ opens: form, label: `${DOTATION_PART_ACTION_WORDS[action]}…`, look }];
}
