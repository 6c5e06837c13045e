import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, importsApply, importsChangesCsv, importsOne } from '@parc/api-client';
import { IMPORT_KINDS } from '@parc/domain';
import { counted, Icon, Notice, StatePanel, Toasts, wholeNumber } from '@parc/ui';
import { listAddress, readPage } from '../../shell/lists/list-address';
import { mutation } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { reading } from '../../shell/reading';
import { BridgeDays } from './bridge-days';
import { ImportChanges } from './import-changes';
import { ImportCounters, type ImportView } from './import-counters';
import { ImportMissing } from './import-missing';
import { ImportRefusals } from './import-refusals';
import {
  changeCount,
  accentsWarning,
  encodingWords,
  firstView,
  headerWords,
  importTitle,
  importUnder,
  readView,
  readWords,
  restWords,
  resultWords,
  sumWords,
  VIEW_SLUGS,
} from './import-words';
import { ProblemPanel } from '../../shell/problem-panel';

/** A file being read is asked about again after this long. */
const READ_AGAIN_MILLISECONDS = 700;

/** What a file would do to the directory, before it does: read, then applied in one step, or left for later. */
@Component({
  selector: 'parc-import-page',
  imports: [
    BridgeDays,
    Icon,
    ImportChanges,
    ImportCounters,
    ImportMissing,
    ImportRefusals,
    Notice,
    ProblemPanel,
    RouterLink,
    StatePanel,
  ],
  templateUrl: './import-page.html',
  styleUrl: './import-page.css',
})
export class ImportPage {
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly pageTitle = inject(PageTitle);
  protected readonly address = listAddress();

  private readonly read = reading({
    asked: () => ({ id: this.id() }),
    load: (asked) => this.api.invoke(importsOne, asked),
  });
  /** Stays in sight while it is asked for again, and when one of the askings fails. */
  protected readonly import = this.read.value;
  protected readonly failed = this.read.failed;

  protected readonly title = computed(() => (this.import() === null ? 'Import' : importTitle(this.import()!)));
  protected readonly under = computed(() => (this.import() === null ? '' : importUnder(this.import()!)));
  protected readonly readable = computed(() => ['ready', 'applied'].includes(this.import()?.state ?? ''));
  protected readonly changes = computed(() => (this.import() === null ? 0 : changeCount(this.import()!.counts)));
  protected readonly mayApply = computed(() => this.import()?.state === 'ready' && this.changes() > 0);
  protected readonly applyLabel = computed(() => `Appliquer ${counted(this.changes(), 'changement')}`);
  protected readonly readShare = computed(() => {
    const { progress, file } = this.import()!;
    return file.byteCount === 0 ? 0 : Math.min(progress.bytes / file.byteCount, 1);
  });

  protected readonly view = computed<ImportView>(() => {
    const asked = readView(this.address.words()['vue']);
    return asked ?? (this.import() === null ? 'changed' : firstView(this.import()!.counts));
  });
  protected readonly group = computed(() => this.address.words()['champ'] ?? '');
  protected readonly page = computed(() => readPage(this.address.words()['page']));
  protected readonly refusalPage = computed(() => readPage(this.address.words()['refus']));
  protected readonly csv = computed(() => this.api.rootUrl + importsChangesCsv.PATH.replace('{id}', this.id()));

  protected readonly applying = mutation((key, id: string) =>
    this.api.invoke(importsApply, { 'Idempotency-Key': key, id }),
  );

  protected readonly kinds = IMPORT_KINDS;
  protected readonly encoding = encodingWords;
  protected readonly accents = accentsWarning;
  protected readonly header = headerWords;
  protected readonly rows = readWords;
  protected readonly sum = sumWords;
  protected readonly whole = wholeNumber;
  protected readonly result = resultWords;
  protected readonly rest = restWords;

  constructor() {
    // The tab and the phone's bar hold the first words.
    effect(() => this.pageTitle.show(this.title().split(',')[0]!));
    effect((onCleanup) => {
      // Each answer asks for the next, so that a slow server is never asked twice at once.
      if (this.import()?.state !== 'reading' || this.read.loading()) return;
      const timer = setTimeout(() => this.read.reload(), READ_AGAIN_MILLISECONDS);
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected reload(): void {
    this.read.reload();
  }

  protected choose(view: ImportView): void {
    this.address.go({ vue: VIEW_SLUGS[view], champ: null, page: null });
  }

  protected narrow(group: string): void {
    this.address.go({ champ: group || null, page: null });
  }

  protected turnRefusals(page: number): void {
    this.address.go({ refus: page > 1 ? String(page) : null });
  }

  protected async apply(): Promise<void> {
    const applied = await this.applying.run(this.id());
    if (applied === null) return;
    this.read.replace(applied);
    this.toasts.say(importTitle(applied));
    scrollTo({ top: 0 });
  }
}
