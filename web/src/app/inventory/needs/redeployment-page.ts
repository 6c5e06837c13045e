import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  Api,
  redeploymentsCarryOut,
  redeploymentsDrop,
  redeploymentsOpine,
  redeploymentsPage,
  type RedeploymentPage,
  schoolsRooms,
} from '@parc/api-client';
import {
  capital,
  IDLE_REASONS,
  type Opinion,
  parisDateOf,
  REDEPLOYMENT_ACTION_WORDS,
  REDEPLOYMENT_STATES,
  type RedeploymentAction,
} from '@parc/domain';
import { DayPipe, QuestionCard, StateChip, StatePanel, Thread, Toasts } from '@parc/ui';
import { ActButtons, type ActButton } from '../../shell/act-buttons';
import { anewWith } from '../../shell/anew';
import { byName } from '../../shell/by-name';
import { textOf, type Values, YES } from '../../shell/forms/fields';
import { StepForm } from '../../shell/forms/step-form';
import { FreeTextsLink } from '../../shell/free-texts-link';
import { may } from '../../shell/may';
import { mutation, onVersion } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { opinionWords, redeploymentThread } from './redeployment-words';
import { redeploymentForm } from './redeployment-forms';

interface StepButton extends ActButton {
  readonly action: RedeploymentAction;
}

/** A device offered to a school: what it is, what both heads think, and what becomes of it. */
@Component({
  selector: 'parc-redeployment-page',
  imports: [
    ActButtons,
    DayPipe,
    FreeTextsLink,
    ProblemPanel,
    QuestionCard,
    RouterLink,
    StateChip,
    StatePanel,
    StepForm,
    Thread,
  ],
  templateUrl: './redeployment-page.html',
})
export class RedeploymentPageView {
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly pageTitle = inject(PageTitle);
  private readonly today = parisDateOf(new Date());
  protected readonly decides = may('redeployments.decide');
  protected readonly readsOpinions = may({ all: ['redeployments.read'], without: 'home.school' });
  protected readonly redeployment = reading({
    asked: () => ({ id: this.id() }),
    load: (asked) => this.api.invoke(redeploymentsPage, asked),
  });
  private readonly page = this.redeployment.value;
  protected readonly opened = anewWith<RedeploymentAction | null>(
    () => `${this.page()?.id} ${this.page()?.version}`,
    () => null,
  );
  private readonly rooms = reading({
    asked: () => (this.opened() === 'carry-out' ? this.page()?.toSchoolId : undefined),
    load: async (id: string) => byName((await this.api.invoke(schoolsRooms, { id })).items),
  });
  protected readonly form = computed(() => {
    const [page, opened] = [this.page(), this.opened()];
    return page && opened && redeploymentForm(opened, page, this.rooms.value() ?? []);
  });
  protected readonly buttons = computed<readonly StepButton[]>(() =>
    (this.page()?.possible ?? []).map((action) => ({
      action,
      label: `${REDEPLOYMENT_ACTION_WORDS[action]}…`,
      look: action === 'drop' ? 'trouble' : 'primary',
    })),
  );
  protected readonly thread = computed(() => (this.page() ? redeploymentThread(this.page()!) : []));
  protected readonly acting = mutation(
    (key, { id, version }: RedeploymentPage, action: RedeploymentAction, values: Values) => {
      const asked = { ...onVersion(key, version), id };
      const reason = textOf(values, 'reason');
      switch (action) {
        case 'opine':
          return this.api.invoke(redeploymentsOpine, {
            ...asked,
            body: { answer: values['answer'] as Opinion, reason },
          });
        case 'carry-out':
          return this.api.invoke(redeploymentsCarryOut, {
            ...asked,
            body: {
              ...{ roomId: values['roomId'] ?? '', reason: reason ?? '' },
              meetsNeed: values['meetsNeed'] === YES,
            },
          });
        default:
          return this.api.invoke(redeploymentsDrop, { ...asked, body: { reason: reason ?? '' } });
      }
    },
  );

  protected readonly stateOf = (page: RedeploymentPage) => REDEPLOYMENT_STATES[page.state];
  /** "En stock", "École Voisine, au-delà du socle de son école" */
  protected readonly whence = ({ fromSchoolName, idle }: RedeploymentPage): string =>
    fromSchoolName === null ? capital(IDLE_REASONS[idle].word) : `${fromSchoolName}, ${IDLE_REASONS[idle].word}`;
  protected readonly answered = (answer: Opinion | null, page: RedeploymentPage): string =>
    opinionWords(answer, page.answerBy, this.today);

  constructor() {
    effect(() => {
      const page = this.page();
      if (page !== null) this.pageTitle.show(page.tag);
    });
  }

  protected open(action: RedeploymentAction): void {
    this.acting.forget();
    this.opened.set(action);
  }

  protected reload(): void {
    this.acting.forget();
    this.opened.set(null);
    this.redeployment.reload();
  }

  protected async act(values: Values): Promise<void> {
    const [page, action] = [this.page(), this.opened()];
    if (page === null || action === null) return;
    const moved = await this.acting.run(page, action, values);
    if (moved === null) return;
    this.toasts.say(action === 'opine' ? 'Votre avis est donné' : REDEPLOYMENT_STATES[moved.state].word);
    this.reload();
  }
}
