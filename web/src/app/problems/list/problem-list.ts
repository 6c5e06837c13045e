import { Component, computed, effect, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api, problemsList, type ProblemListItem } from '@parc/api-client';
import { PROBLEMS_OVER } from '@parc/domain';
import { Cell, Choice, DataTable, DayPipe, Icon, Pager, StateChip, type TableColumn } from '@parc/ui';
import { listAddress, readOne, readPage } from '../../shell/lists/list-address';
import { listReading, PAGE_SIZE } from '../../shell/lists/list-reading';
import { ListState } from '../../shell/lists/list-state';
import { PageTitle } from '../../shell/page-title';
import { aboutWords, problemState, problemsTitle, touchedWords } from '../problem-words';

const VIEWS = ['ouverts', 'termines'] as const;
const CHOICES = [
  { value: 'ouverts', label: 'Ouverts' },
  { value: 'termines', label: 'Terminés' },
];

const COLUMNS: readonly TableColumn<ProblemListItem>[] = [
  { key: 'problem', label: 'Problème', width: '38%', card: 'title' },
  { key: 'state', label: 'État', card: 'beside' },
  { key: 'touched', label: 'Touchés' },
  { key: 'expected', label: 'Retour prévu', align: 'end' },
  { key: 'opened', label: 'Ouvert', align: 'end', card: 'hidden' },
];

/** Causes that break many things: what was opened last comes first. */
@Component({
  selector: 'parc-problem-list',
  imports: [Cell, Choice, DataTable, DayPipe, Icon, ListState, Pager, RouterLink, StateChip],
  templateUrl: './problem-list.html',
  styleUrl: '../../shell/lists/list.css',
})
export class ProblemListPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly address = listAddress({ page: null });
  protected readonly pageSize = PAGE_SIZE;
  protected readonly choices = CHOICES;
  protected readonly columns = COLUMNS;
  protected readonly filters = computed(() => {
    const words = this.address.words();
    return { view: readOne(words['vue'], VIEWS) ?? 'ouverts', page: readPage(words['page']) };
  });
  protected readonly isOpen = computed(() => this.filters().view === 'ouverts');
  protected readonly reading = listReading(
    () => ({
      ...{ page: this.filters().page, size: PAGE_SIZE },
      ...(this.isOpen() ? { open: true } : { state: [...PROBLEMS_OVER] }),
    }),
    (asked) => this.api.invoke(problemsList, asked),
  );
  protected readonly title = computed(() =>
    this.reading.standing() === 'loading' ? 'Problèmes' : problemsTitle(this.isOpen(), this.reading.total()),
  );
  protected readonly rowKey = ({ id }: ProblemListItem): string => id;
  protected readonly rowName = ({ number, title }: ProblemListItem): string => `${number}, ${title}`;
  protected readonly about = aboutWords;
  protected readonly state = problemState;
  protected readonly touched = touchedWords;

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show(this.title()));
  }

  protected chooseView(view: string): void {
    this.address.go({ vue: view === 'ouverts' ? null : view, page: null });
  }

  protected open({ id }: ProblemListItem): void {
    void this.router.navigate(['/problemes', id]);
  }
}
