import { Component, computed, effect, inject, input } from '@angular/core';
import { Api, trainingsPage, type TrainingSheet } from '@parc/api-client';
import { TRAINING_DONE_WORDS, TRAININGS_ENROLLING, type TrainingAction, type TrainingState } from '@parc/domain';
import { Notice, Path, StateChip, StatePanel, Thread, Toasts } from '@parc/ui';
import { ActButtons } from '../../shell/act-buttons';
import { ActProblem } from '../../shell/act-problem';
import { anewWith } from '../../shell/anew';
import { textOf, type Values } from '../../shell/forms/fields';
import { StepForm } from '../../shell/forms/step-form';
import { FreeTextsLink } from '../../shell/free-texts-link';
import { may } from '../../shell/may';
import { mutation, onVersion } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { TrainingAttendanceCard } from '../attendance/attendance-card';
import { type DatesAsked, TrainingDateClashes } from '../dates/date-clashes';
import { HalfDayCount } from '../half-day-count';
import { datesTyped } from '../hours-fields';
import { SurveyCard } from '../survey/survey-card';
import { IN_SCHOOL } from '../training-need';
import { mineChip, NO_CONVOCATION, sessionTitle, trainingState } from '../training-words';
import { TrainingAgreements } from './agreements';
import { TrainingOfferCard } from '../offers/offer-card';
import { TrainingOpensCard } from './opens-card';
import { TrainingSeatsCard } from './seats-card';
import { TrainingFacts } from './session-facts';
import { sessionPath, sessionThread } from './session-story';
import { sendTrainingStep, type TrainingBrings } from './training-send';
import { isAtOnce, type TrainingButton, trainingButtons, trainingForm } from './training-steps';

/** Answers of the card that asks for an agreement; every other act stands beside the title meanwhile. */
const ANSWERS: readonly TrainingAction[] = ['agree', 'postpone'];

/** One session, to every side: whose agreement is missing, who comes, what it opens, and what its reader may do now. */
@Component({
  selector: 'parc-training-page',
  imports: [
    ActButtons,
    ActProblem,
    FreeTextsLink,
    HalfDayCount,
    Notice,
    Path,
    ProblemPanel,
    StateChip,
    StatePanel,
    StepForm,
    SurveyCard,
    Thread,
    TrainingAgreements,
    TrainingAttendanceCard,
    TrainingDateClashes,
    TrainingFacts,
    TrainingOfferCard,
    TrainingOpensCard,
    TrainingSeatsCard,
  ],
  templateUrl: './training-page.html',
  styleUrl: './training-page.css',
})
export class TrainingPageView {
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly pageTitle = inject(PageTitle);
  /** Whoever works in a school enrols themselves; the inspection enrols others alone. */
  protected readonly inSchool = may(IN_SCHOOL);

  protected readonly session = reading({
    asked: () => ({ id: this.id() }),
    load: (asked) => this.api.invoke(trainingsPage, asked),
  });
  private readonly page = this.session.value;
  protected readonly opened = anewWith<TrainingAction | null>(
    () => `${this.page()?.id} ${this.page()?.version}`,
    () => null,
  );
  /** Of a new date: as many half-days as stand, until one is added. */
  protected readonly halfDays = anewWith<number>(
    () => `${this.page()?.id} ${this.page()?.version}`,
    () => this.page()?.dates.length ?? 1,
  );
  protected readonly form = computed(() => {
    const [page, action] = [this.page(), this.opened()];
    return page === null || action === null ? null : trainingForm(action, page, this.halfDays());
  });
  /** Answers of the form that is open; null until one is changed. */
  protected readonly typed = anewWith<Values | null>(
    () => `${this.opened()} ${this.page()?.version}`,
    () => null,
  );
  /** The new date as it is typed, once it is whole and another one. */
  protected readonly newDates = computed<DatesAsked | null>(
    () => {
      const [page, typed, count] = [this.page(), this.typed(), this.halfDays()];
      if (page === null || typed === null || this.opened() !== 'postpone') return null;
      const dates = datesTyped(typed, count);
      return dates.length < count ? null : { dates, of: { sessionId: page.id } };
    },
    { equal: (one, other) => JSON.stringify(one) === JSON.stringify(other) },
  );
  private readonly buttons = computed(() => (this.page() ? trainingButtons(this.page()!, this.inSchool()) : []));
  protected readonly asksAgreement = computed(() => this.page()?.possible.includes('agree') ?? false);
  protected readonly answers = computed(() =>
    this.asksAgreement() ? this.buttons().filter(({ action }) => ANSWERS.includes(action)) : [],
  );
  protected readonly acts = computed(() => this.buttons().filter((button) => !this.answers().includes(button)));
  protected readonly path = computed(() => (this.page() ? sessionPath(this.page()!) : []));
  protected readonly thread = computed(() => (this.page() ? sessionThread(this.page()!) : []));
  protected readonly acting = mutation(
    (key, { id, version }: TrainingSheet, action: TrainingAction, brings: TrainingBrings) =>
      sendTrainingStep(this.api, action, { ...onVersion(key, version), id }, brings),
  );

  protected readonly stateOf = trainingState;
  protected readonly mineOf = mineChip;
  protected readonly titleOf = sessionTitle;
  protected readonly enrolling = (state: TrainingState): boolean => TRAININGS_ENROLLING.includes(state);
  protected readonly noConvocation = NO_CONVOCATION;

  constructor() {
    effect(() => {
      const page = this.page();
      if (page !== null) this.pageTitle.show(page.number);
    });
  }

  protected press({ action }: TrainingButton): void {
    this.acting.forget();
    if (isAtOnce(action)) void this.act(action, {});
    else this.opened.set(action);
  }

  protected record(values: Values): void {
    const action = this.opened();
    if (action === null) return;
    void this.act(action, { reason: textOf(values, 'reason') ?? '', dates: datesTyped(values, this.halfDays()) });
  }

  protected close(): void {
    this.acting.forget();
    this.opened.set(null);
  }

  protected reload(): void {
    this.close();
    this.session.reload();
  }

  private async act(action: TrainingAction, brings: TrainingBrings): Promise<void> {
    const page = this.page();
    if (page === null) return;
    const moved = await this.acting.run(page, action, brings);
    if (moved === null) return;
    this.toasts.say(`${moved.number} : ${TRAINING_DONE_WORDS[action].toLowerCase()}`);
    this.reload();
  }
}
