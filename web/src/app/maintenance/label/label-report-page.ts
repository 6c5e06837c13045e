import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, labelReportsLook, labelReportsReport } from '@parc/api-client';
import { type LabelKnown, SYMPTOMS } from '@parc/domain';
import { Choice, Icon, Notice, StatePanel } from '@parc/ui';
import { DemonstrationBanner } from '../../shell/demonstration-banner';
import { Logo } from '../../shell/logo';
import { asProblem, type Problem } from '../../shell/problem';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { Session } from '../../shell/session';
import { LABEL_SYMPTOMS, type LabelSymptom, labelWords, nextWords, thingWord, whereChoices } from './label-words';

/** How it ended: kept, known before, or mended by whoever tried. */
type End = { readonly known: LabelKnown | null } | 'mended';

/** /e/PE-… for who has no account here: what the device is, what is wrong with it, and what happens next. */
@Component({
  selector: 'parc-label-report-page',
  imports: [Choice, DemonstrationBanner, Icon, Logo, Notice, ProblemPanel, RouterLink, StatePanel],
  templateUrl: './label-report-page.html',
  styleUrl: './label-report-page.css',
})
export class LabelReportPage {
  /** What stands on the label, by the address. */
  readonly tag = input.required<string>();

  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  private readonly options = reading({ load: () => this.session.options() });
  protected readonly demonstration = computed(() => this.options.value()?.demonstration === true);
  protected readonly thing = reading({
    asked: () => this.tag(),
    load: (code) => this.api.invoke(labelReportsLook, { code }),
  });
  protected readonly back = computed(() => ({ retour: `/e/${this.tag()}` }));

  protected readonly symptoms = LABEL_SYMPTOMS;
  protected readonly symptom = linkedSignal<string, LabelSymptom | null>({ source: this.tag, computation: () => null });
  protected readonly where = linkedSignal<string, 'here' | 'elsewhere'>({
    source: this.tag,
    computation: () => 'here',
  });
  protected readonly remedy = computed(() => {
    const symptom = this.symptom();
    return symptom === null ? null : SYMPTOMS[symptom].remedy;
  });
  protected readonly places = computed(() => {
    const room = this.thing.value()?.roomName ?? null;
    return room === null ? [] : whereChoices(room);
  });

  protected readonly sending = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  private readonly ended = linkedSignal<string, End | null>({ source: this.tag, computation: () => null });
  /** What is said instead of the questions: it was known when the page opened, or it is over. */
  protected readonly end = computed(() => {
    const ended = this.ended();
    if (ended === 'mended') return { title: 'Tant mieux !', text: 'Rien n’est signalé. Merci d’avoir essayé.' };
    const known = this.thing.value()?.known ?? null;
    if (ended !== null) return nextWords(ended.known);
    return known === null ? null : nextWords(known);
  });

  protected readonly thingWord = thingWord;
  protected readonly labelWords = labelWords;

  protected mended(): void {
    this.finish('mended');
  }

  protected async send(): Promise<void> {
    const symptom = this.symptom();
    if (symptom === null || this.sending()) return;
    this.sending.set(true);
    this.problem.set(null);
    try {
      const body = { label: this.tag(), symptom, elsewhere: this.where() === 'elsewhere' };
      this.finish(await this.api.invoke(labelReportsReport, { body }));
    } catch (error) {
      this.problem.set(asProblem(error));
    } finally {
      this.sending.set(false);
    }
  }

  /** Whoever hears the page hears its end. */
  private finish(end: End): void {
    this.ended.set(end);
    afterNextRender(() => this.host.nativeElement.querySelector<HTMLElement>('h1')?.focus(), {
      injector: this.injector,
    });
  }
}
