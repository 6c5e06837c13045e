import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  Api,
  usageBatchesAccept,
  usageBatchesDecline,
  usageBatchesOne,
  usageBatchesRefusedCsv,
} from '@parc/api-client';
import { USAGE_FILE_REFUSALS, USAGE_LINE_REFUSALS } from '@parc/domain';
import { counted, DayPipe, Icon, Notice, StateChip, StatePanel, Toasts, wholeNumber } from '@parc/ui';
import { may } from '../shell/may';
import { mutation } from '../shell/mutation';
import { PageTitle } from '../shell/page-title';
import { ProblemPanel } from '../shell/problem-panel';
import { reading } from '../shell/reading';
import { arrivalChip, arrivalTitle, weeksWords } from './usage-words';

const SHOWN_LINES = 12;

/** One file: what it has changed, in counts that add up, and each reason with the numbers of its lines. */
@Component({
  selector: 'parc-arrival-page',
  imports: [DayPipe, Icon, Notice, ProblemPanel, RouterLink, StateChip, StatePanel],
  templateUrl: './arrival-page.html',
  styleUrl: './arrival-page.css',
})
export class ArrivalPage {
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly pageTitle = inject(PageTitle);
  protected readonly writes = may('usage.write');
  protected readonly batch = reading({
    asked: () => this.id(),
    load: (id) => this.api.invoke(usageBatchesOne, { id }),
  });
  protected readonly deciding = mutation((key, id: string, taken: boolean) =>
    this.api.invoke(taken ? usageBatchesAccept : usageBatchesDecline, { 'Idempotency-Key': key, id }),
  );
  protected readonly title = computed(() => {
    const batch = this.batch.value();
    return batch === null ? 'Fichier d’usage' : arrivalTitle(batch);
  });
  protected readonly chip = computed(() => arrivalChip(this.batch.value()!));
  protected readonly weeks = computed(() => weeksWords(this.batch.value()!));
  protected readonly remedy = computed(() => {
    const refusal = this.batch.value()?.refusal ?? null;
    return refusal === null ? '' : USAGE_FILE_REFUSALS[refusal].remedy;
  });
  protected readonly taken = computed(() => {
    const { lines = 0, refused = 0 } = this.batch.value() ?? {};
    return counted(lines - refused, 'ligne', 'lignes');
  });
  protected readonly waits = computed(() => {
    const batch = this.batch.value();
    return batch !== null && batch.outcome === 'waiting' && !batch.receivedBefore;
  });
  /** What adds up to the file's lines. */
  protected readonly counts = computed(() => {
    const batch = this.batch.value();
    if (batch === null) return [];
    const { added, changed, unchanged, outdated, refused } = batch;
    return [
      { word: 'Nouvelles', count: added },
      { word: 'Corrigées', count: changed },
      { word: 'Inchangées', count: unchanged },
      { word: 'Plus anciennes que ce qui est connu', count: outdated },
      { word: 'Refusées', count: refused },
    ].filter(({ count }, place) => count > 0 || place === 0);
  });
  protected readonly reasons = computed(() =>
    (this.batch.value()?.refusals ?? []).map(({ reason, count, lines }) => ({
      ...{ reason, count: wholeNumber(count), ...USAGE_LINE_REFUSALS[reason] },
      lines: lines.slice(0, SHOWN_LINES).map(wholeNumber).join(', '),
      more: count > SHOWN_LINES ? counted(count - SHOWN_LINES, 'autre', 'autres') : '',
    })),
  );
  protected readonly csv = computed(() => usageBatchesRefusedCsv.PATH.replace('{id}', this.id()));
  protected readonly number = wholeNumber;

  constructor() {
    effect(() => this.pageTitle.show(this.title()));
  }

  protected async decide(taken: boolean): Promise<void> {
    const answer = await this.deciding.run(this.id(), taken);
    if (answer === null) return;
    this.batch.replace(answer);
    this.toasts.say(taken ? 'Les lignes bonnes sont prises.' : 'Le fichier est écarté, rien n’a changé.');
  }
}
