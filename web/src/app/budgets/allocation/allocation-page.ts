import { Component, computed, effect, inject, linkedSignal, signal, untracked, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  type AllocationAnswer,
  type AllocationDefaults,
  type AllocationRequest,
  allocationsAllocate,
  allocationsDefaults,
  Api,
} from '@parc/api-client';
import { civilYearOf, parisDateOf, PRIORITIES, SECTORS } from '@parc/domain';
import { ConfirmDialog, counted, csvOf, Icon, money, Notice, saveFile, StatePanel, time } from '@parc/ui';
import { mutation } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { reading } from '../../shell/reading';

import { listAddress } from '../../shell/lists/list-address';
import { budgetOf, type EnvelopeAsked, readEnvelope } from '../envelope-address';
import { AllocationDrafts } from './allocation-draft';
import { type AllocationTyped, type HandChange, previewRequest, typedFrom, withHandChange } from './allocation-form';
import { AllocationTable } from './allocation-table';
import { AllocationTotal } from './allocation-total';
import { figuresSource, workedExample } from './allocation-words';
import { AmountHistogram } from './amount-histogram';
import { RulePanel } from './rule-panel';
import { ProblemPanel } from '../../shell/problem-panel';

/** A pause of typing, after which the API computes the preview. */
const PAUSE_MILLISECONDS = 400;
const EXPORT_HEAD = [
  'UAI',
  'École',
  'Commune',
  'Secteur',
  'Réseau',
  'Classes',
  'Élèves',
  'Année précédente €',
  'Proposé €',
  'Motif',
];

interface Previewed {
  readonly request: AllocationRequest;
  readonly answer: AllocationAnswer;
}

/** A voted sum shared out over the schools: the rule, what it makes of each, then one step for all. */
@Component({
  selector: 'parc-allocation-page',
  imports: [
    AllocationTable,
    AllocationTotal,
    AmountHistogram,
    ConfirmDialog,
    Icon,
    Notice,
    ProblemPanel,
    RouterLink,
    RulePanel,
    StatePanel,
  ],
  templateUrl: './allocation-page.html',
  styleUrl: './allocation-page.css',
})
export class AllocationPage {
  private readonly api = inject(Api);
  private readonly drafts = inject(AllocationDrafts);
  private readonly address = listAddress().words;
  private readonly dialog = viewChild.required(ConfirmDialog);
  private readonly nextYear = civilYearOf(parisDateOf(new Date())) + 1;

  protected readonly asked = computed<EnvelopeAsked>(() => readEnvelope(this.address(), this.nextYear), {
    equal: (one, other) => one.year === other.year && one.kind === other.kind,
  });
  protected readonly read = reading({
    asked: this.asked,
    load: (asked) => this.api.invoke(allocationsDefaults, asked),
  });
  protected readonly failed = this.read.failed;
  protected readonly defaults = this.read.value;
  protected readonly typed = linkedSignal<AllocationDefaults | null, AllocationTyped | null>({
    source: this.defaults,
    computation: (defaults) => defaults && (this.drafts.read(untracked(this.asked))?.typed ?? typedFrom(defaults)),
  });
  /** When the draft was kept; null while there is none. */
  protected readonly keptAt = linkedSignal<AllocationDefaults | null, string | null>({
    source: this.defaults,
    computation: (defaults) => defaults && (this.drafts.read(untracked(this.asked))?.at ?? null),
  });

  private readonly request = computed<AllocationRequest | null>(
    () => {
      const [typed, defaults] = [this.typed(), this.defaults()];
      return typed && defaults && previewRequest(this.asked(), typed, defaults);
    },
    { equal: (one, other) => JSON.stringify(one) === JSON.stringify(other) },
  );
  private readonly paused = signal<AllocationRequest | null>(null);
  private readonly looked = reading({
    asked: () => this.paused() ?? undefined,
    load: async (request): Promise<Previewed> => ({
      request,
      answer: await this.api.invoke(allocationsAllocate, {
        preview: true,
        'Idempotency-Key': crypto.randomUUID(),
        body: request,
      }),
    }),
    keepsFormer: true,
  });
  protected readonly previewProblem = this.looked.failed;
  /** The last figures stay in sight while the next are computed. */
  protected readonly preview = this.looked.value;
  /** What is in sight is what was typed: only then may it be applied. */
  protected readonly current = computed(
    () =>
      this.request() !== null &&
      this.request() === this.paused() &&
      this.looked.current() !== null &&
      !this.looked.loading(),
  );

  protected readonly wrong = computed(() => this.typed() !== null && this.request() === null);

  protected readonly title = computed(() => {
    const verb = this.defaults()?.alreadyOpened ? 'Compléter' : 'Répartir';
    return `${verb} les ${budgetOf(this.asked(), true)}`;
  });
  protected readonly under = computed(() => {
    const kept = this.keptAt();
    const seen = 'aucune école ne le voit';
    return kept === null ? `Essai libre : ${seen}` : `Brouillon gardé dans cet onglet à ${time(kept)} · ${seen}`;
  });
  protected readonly figures = computed(() => figuresSource(this.preview()?.answer.items ?? []));
  protected readonly example = computed(() => {
    const preview = this.preview();
    return preview && workedExample(preview.answer, preview.request);
  });
  protected readonly given = computed(
    () => this.preview()?.answer.items.filter(({ amountCents }) => amountCents > 0).length ?? 0,
  );
  protected readonly applyWords = computed(() => {
    if (this.wrong()) return 'Corrigez la règle';
    if (!this.current()) return 'Calcul en cours';
    const cents = this.preview()?.answer.allottedCents ?? 0;
    return `Appliquer ${money(cents)} à ${counted(this.given(), 'école')}`;
  });
  protected readonly whatHappens = computed(() => {
    const schools = counted(this.given(), 'école');
    const { year } = this.asked();
    const budget = budgetOf(this.asked());
    const first = this.defaults()?.alreadyOpened
      ? `${schools} reçoivent un complément de ${budget}`
      : `${schools} reçoivent leur ${budget}`;
    const use = year >= this.nextYear ? `, qui sert à partir du 1er janvier ${year}` : ', utilisable aussitôt';
    return `${first}${use}. La règle est gardée avec la répartition ; ensuite, un virement ou un complément corrige.`;
  });

  protected readonly send = mutation((key, body: AllocationRequest) =>
    this.api.invoke(allocationsAllocate, { 'Idempotency-Key': key, body }),
  );
  protected readonly applied = linkedSignal<EnvelopeAsked, AllocationAnswer | null>({
    source: this.asked,
    computation: () => null,
  });
  protected readonly doneWords = computed(() => {
    const answer = this.applied();
    if (answer === null) return '';
    const given = answer.items.filter(({ amountCents }) => amountCents > 0).length;
    return `${counted(given, 'école a reçu', 'écoles ont reçu')} ${money(answer.allottedCents)}`;
  });

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show(this.title()));
    // One preview at a time: the API computes each as the whole application, and the next waits for its locks.
    effect((onCleanup) => {
      const request = this.request();
      if (this.looked.loading()) return;
      const pause = untracked(this.paused) === null ? 0 : PAUSE_MILLISECONDS;
      const timer = setTimeout(() => this.paused.set(request), pause);
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected write(typed: AllocationTyped | null): void {
    if (typed === null) return;
    this.typed.set(typed);
    this.send.forget();
    const at = new Date().toISOString();
    if (this.drafts.write(this.asked(), { typed, at })) this.keptAt.set(at);
  }

  protected fix(change: HandChange): void {
    const typed = this.typed();
    if (typed !== null) this.write({ ...typed, fixed: withHandChange(typed.fixed, change) });
  }

  protected undo(schoolId: string | null): void {
    const typed = this.typed();
    if (typed === null) return;
    this.write({ ...typed, fixed: typed.fixed.filter((change) => schoolId !== null && change.schoolId !== schoolId) });
  }

  protected startAgain(): void {
    const defaults = this.defaults();
    if (defaults === null) return;
    this.drafts.forget(this.asked());
    this.typed.set(typedFrom(defaults));
    this.keptAt.set(null);
  }

  protected ask(): void {
    if (this.current()) this.dialog().open();
  }

  protected async apply(): Promise<void> {
    const [preview, typed] = [this.preview(), this.typed()];
    if (preview === null || typed === null) return;
    const reason = typed.reason.trim();
    const answer = await this.send.run({
      ...preview.request,
      ...(reason === '' ? {} : { reason }),
      expected: preview.answer.hash,
    });
    this.dialog().close();
    if (answer !== null) {
      this.drafts.forget(this.asked());
      this.applied.set(answer);
      scrollTo({ top: 0 });
    } else if (this.send.problem()?.code === 'budget.already-opened') this.read.reload();
    else this.looked.reload();
  }

  protected retryPreview(): void {
    this.looked.reload();
  }

  protected save(): void {
    const items = this.preview()?.answer.items ?? [];
    const rows = items.map((item) => [
      item.uai,
      item.schoolName,
      item.communeName,
      SECTORS[item.sector].word,
      PRIORITIES[item.priority].short ?? '',
      item.classes ?? '',
      item.pupils ?? '',
      item.lastYearCents === null ? '' : { cents: item.lastYearCents },
      { cents: item.amountCents },
      item.reason ?? '',
    ]);
    saveFile(`repartition-${this.asked().kind}-${this.asked().year}.csv`, csvOf(EXPORT_HEAD, rows));
  }
}
