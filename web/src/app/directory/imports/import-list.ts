import { Component, computed, effect, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api, type ImportAnswer, type ImportListItem, importsList } from '@parc/api-client';
import { Cell, DataTable, DayPipe, FilterChips, Pager, StateChip, StatePanel, type TableColumn } from '@parc/ui';
import { IMPORT_KINDS, kindChoices, kindsOf, kindWords, type ImportKind } from '@parc/domain';
import { listAddress, readOne, readPage } from '../../shell/lists/list-address';
import { listReading, PAGE_SIZE } from '../../shell/lists/list-reading';
import { PageTitle } from '../../shell/page-title';
import { historyTitle, rowOutcome, rowState } from './import-words';
import { UploadBox } from './upload-box';
import { ProblemPanel } from '../../shell/problem-panel';

/** A file to bring in, and every file brought in before. */
@Component({
  selector: 'parc-import-list',
  imports: [Cell, DataTable, DayPipe, FilterChips, Pager, ProblemPanel, RouterLink, StateChip, StatePanel, UploadBox],
  templateUrl: './import-list.html',
  styleUrls: ['../../shell/lists/list.css', './import-list.css'],
})
export class ImportListPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly pageTitle = inject(PageTitle);
  protected readonly address = listAddress();

  protected readonly pageSize = PAGE_SIZE;
  protected readonly kind = computed<ImportKind | null>(() =>
    readOne(this.address.words()['contenu'], kindsOf(IMPORT_KINDS)),
  );
  protected readonly page = computed(() => readPage(this.address.words()['page']));
  protected readonly reading = listReading(
    () => {
      const kind = this.kind();
      return { page: this.page(), size: PAGE_SIZE, ...(kind === null ? {} : { kind }) };
    },
    (asked) => this.api.invoke(importsList, asked),
  );
  protected readonly title = computed(() =>
    this.reading.value() === null ? 'Imports' : historyTitle(this.reading.rows(), this.kind()),
  );
  protected readonly chips = computed(() => [
    {
      id: 'contenu',
      label: 'Contenu',
      value: this.kind(),
      options: kindChoices(IMPORT_KINDS),
    },
  ]);

  protected readonly columns: readonly TableColumn<ImportListItem>[] = [
    { key: 'file', label: 'Fichier', card: 'title' },
    { key: 'outcome', label: 'Résultat' },
    { key: 'uploaded', label: 'Déposé' },
    { key: 'state', label: 'État', card: 'beside' },
  ];
  protected readonly current = signal<string | null>(null);
  protected readonly kindWords = kindWords(IMPORT_KINDS);
  protected readonly stateOf = rowState;
  protected readonly outcomeOf = rowOutcome;
  protected readonly rowKey = (row: ImportListItem): string => row.id;
  protected readonly rowName = (row: ImportListItem): string => row.fileName;

  constructor() {
    effect(() => this.pageTitle.show(this.title()));
  }

  protected open({ id }: ImportListItem | ImportAnswer): void {
    void this.router.navigate(['/annuaire/imports', id]);
  }
}
