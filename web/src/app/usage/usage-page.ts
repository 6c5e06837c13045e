import { Component, computed, effect, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api, coverageRead, usageBatchesList, type UsageBatchAnswer } from '@parc/api-client';
import { USAGE_FILE_REFUSALS, USAGE_LINE_REFUSALS } from '@parc/domain';
import { counted, DayPipe, Icon, Notice, StatePanel, wholeNumber } from '@parc/ui';
import { may } from '../shell/may';
import { PageTitle } from '../shell/page-title';
import { ProblemPanel } from '../shell/problem-panel';
import { reading } from '../shell/reading';
import { ArrivalsTable } from './arrivals-table';
import { CoverageGrid } from './coverage-grid';
import { DropFile } from './drop-file';
import { coverageTitle, coverageUnder, gridTitle } from './usage-words';

const SHOWN = 6;

/** How much of the fleet is measured, which weeks came from whom, what was refused and what to do about it. */
@Component({
  selector: 'parc-usage-page',
  imports: [ArrivalsTable, CoverageGrid, DayPipe, DropFile, Icon, Notice, ProblemPanel, RouterLink, StatePanel],
  templateUrl: './usage-page.html',
  styleUrl: './usage-page.css',
})
export class UsagePage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly pageTitle = inject(PageTitle);
  protected readonly writes = may('usage.write');
  protected readonly coverage = reading({ load: () => this.api.invoke(coverageRead) });
  protected readonly arrivals = reading({ load: () => this.api.invoke(usageBatchesList, { size: SHOWN }) });
  protected readonly dropping = signal(false);
  protected readonly title = computed(() => {
    const coverage = this.coverage.value();
    return coverage === null ? 'Usages' : coverageTitle(coverage);
  });
  protected readonly under = computed(() => {
    const coverage = this.coverage.value();
    return coverage === null ? '' : coverageUnder(coverage);
  });
  protected readonly grid = computed(() => gridTitle(this.coverage.value()!));
  protected readonly refused = computed(() =>
    (this.coverage.value()?.refused ?? []).map(({ reason, count, batchId }) => ({
      ...{ batchId, count: wholeNumber(count) },
      ...USAGE_LINE_REFUSALS[reason],
    })),
  );
  protected readonly refusedTitle = computed(() => {
    const lines = (this.coverage.value()?.refused ?? []).reduce((sum, { count }) => sum + count, 0);
    return lines === 0
      ? 'Aucune ligne refusée cette semaine'
      : `${counted(lines, 'ligne refusée', 'lignes refusées')} cette semaine`;
  });
  protected readonly refusedFile = computed(() => {
    const file = this.coverage.value()?.refusedFile ?? null;
    return file && { ...file, ...USAGE_FILE_REFUSALS[file.refusal] };
  });
  protected readonly unmeasured = computed(() => {
    const { devices = 0, measured = 0, seen = 0, hidden = 0 } = this.coverage.value() ?? {};
    return { hidden, unknown: devices - measured - seen };
  });
  protected readonly before = computed(() => {
    const more = (this.arrivals.value()?.total ?? 0) - SHOWN;
    return more > 0 ? `Les ${counted(more, 'arrivée précédente', 'arrivées précédentes')}` : '';
  });
  protected readonly counted = counted;

  constructor() {
    effect(() => this.pageTitle.show(this.title()));
  }

  protected async received({ id, outcome }: UsageBatchAnswer): Promise<void> {
    this.dropping.set(false);
    this.coverage.reload();
    this.arrivals.reload();
    if (outcome === 'waiting') await this.router.navigate(['/pilotage/usages/arrivees', id]);
  }

  /** Refused whole: it stands among the arrivals, and says why. */
  protected refusedNow(): void {
    this.coverage.reload();
    this.arrivals.reload();
  }
}
