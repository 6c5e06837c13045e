import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  linkedSignal,
  signal,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import { Api, type SurveySheet, surveysAnswer, surveysRead } from '@parc/api-client';
import { SURVEY_DAYS, SURVEY_REMARK_MOST } from '@parc/domain';
import { Choice, Control, day, Field, Icon, Notice, StatePanel } from '@parc/ui';
import { Door } from '../../shell/door';
import { asProblem, type Problem } from '../../shell/problem';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { givenOf, SURVEY_QUESTIONS, type SurveyTyped, typedOf } from './survey-words';

/**
 * /questionnaire for whoever came to a session and has the address of a mail: three questions and a remark, without an account. The
 * secret stands after the #, which a browser sends to nobody.
 */
@Component({
  selector: 'parc-survey-page',
  imports: [Choice, Control, Door, Field, Icon, Notice, ProblemPanel, StatePanel],
  templateUrl: './survey-page.html',
  styleUrl: './survey-page.css',
})
export class SurveyPage {
  private readonly api = inject(Api);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  private readonly token = toSignal(inject(ActivatedRoute).fragment);

  protected readonly sheet = reading({
    asked: () => ({ body: { token: this.token() ?? '-' } }),
    load: (asked) => this.api.invoke(surveysRead, asked),
  });
  /** Cut by the mail program, wrong or over: waiting changes nothing, and which of them is told to nobody. */
  protected readonly over = computed(() => [400, 404].includes((this.sheet.failed() ?? this.problem())?.status ?? 0));

  protected readonly questions = SURVEY_QUESTIONS;
  protected readonly most = SURVEY_REMARK_MOST;
  protected readonly days = SURVEY_DAYS;
  protected readonly typed = linkedSignal<SurveySheet | null, SurveyTyped>({
    source: () => this.sheet.value(),
    computation: (sheet) => typedOf(sheet?.given ?? null),
  });
  protected readonly given = computed(() => givenOf(this.typed()));
  protected readonly sending = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly thanked = signal(false);
  protected readonly dayOf = day;

  protected change(name: keyof SurveyTyped, value: string | null): void {
    this.typed.set({ ...this.typed(), [name]: value ?? '' });
  }

  protected async send(): Promise<void> {
    const given = this.given();
    if (given === null || this.sending()) return;
    this.sending.set(true);
    this.problem.set(null);
    try {
      this.sheet.replace(await this.api.invoke(surveysAnswer, { body: { token: this.token() ?? '-', ...given } }));
      this.turn(true);
    } catch (error) {
      this.problem.set(asProblem(error));
    } finally {
      this.sending.set(false);
    }
  }

  /** Whoever hears the page hears where it has turned. */
  protected turn(thanked: boolean): void {
    this.thanked.set(thanked);
    afterNextRender(() => this.host.nativeElement.querySelector<HTMLElement>('h1')?.focus(), {
      injector: this.injector,
    });
  }
}
