import { Component, computed, effect, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api, type EditionItem, editionsList } from '@parc/api-client';
import { Cell, countedRows, DataTable, DayPipe, Icon, Pager, type TableColumn } from '@parc/ui';
import { listAddress, readPage } from '../../shell/lists/list-address';
import { listReading, PAGE_SIZE } from '../../shell/lists/list-reading';
import { ListState } from '../../shell/lists/list-state';
import { may } from '../../shell/may';
import { PageTitle } from '../../shell/page-title';
import { correctionWords } from './edition-words';

/** What the committee has decided on, meeting by meeting. */
@Component({
  selector: 'parc-editions-page',
  imports: [Cell, DataTable, DayPipe, Icon, ListState, Pager, RouterLink],
  template: `
    <div class="page-head">
      <div>
        <h1>{{ title() }}</h1>
        <p>Les chiffres d’une réunion sont figés avant elle, et s’ouvrent ensuite à l’identique.</p>
      </div>
      @if (freezes()) {
        <div class="page-actions">
          <a class="button button-primary" routerLink="/editions/nouvelle"
            ><parc-icon name="plus" [size]="18" /> Figer une édition</a
          >
        </div>
      }
    </div>
    <parc-list-state
      [reading]="reading"
      failure="Les éditions ne s’affichent pas"
      icon="document"
      heading="Aucune édition"
      text="Avant chaque réunion du comité, la métropole fige les chiffres : ce qui a été décidé se rouvre tel quel."
    />
    @if (reading.standing() === 'rows') {
      <parc-data-table
        [attr.aria-busy]="reading.loading()"
        [caption]="title()"
        [rows]="reading.rows()"
        [columns]="columns"
        [rowKey]="rowKey"
        [rowName]="rowName"
        [(current)]="current"
        (opened)="open($event)"
      >
        <ng-template parcCell="title" [parcCellOf]="reading.rows()" let-row>
          <a class="lead" [routerLink]="['/editions', row.id]">{{ row.title }}</a>
        </ng-template>
        <ng-template parcCell="meeting" [parcCellOf]="reading.rows()" let-row>{{
          row.meetingOn | day: 'year'
        }}</ng-template>
        <ng-template parcCell="data" [parcCellOf]="reading.rows()" let-row>{{ row.dataDay | day: 'year' }}</ng-template>
      </parc-data-table>
      @if (reading.total() > pageSize) {
        <parc-pager [page]="page()" [size]="pageSize" [total]="reading.total()" (pageChange)="address.turnTo($event)" />
      }
    }
  `,
  styleUrl: '../../shell/lists/list.css',
})
export class EditionsPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly address = listAddress({ page: null });
  protected readonly freezes = may('editions.freeze');
  protected readonly pageSize = PAGE_SIZE;
  protected readonly page = computed(() => readPage(this.address.words()['page']));
  protected readonly reading = listReading(
    () => ({ page: this.page(), size: PAGE_SIZE }),
    (asked) => this.api.invoke(editionsList, asked),
  );
  protected readonly title = computed(() =>
    this.reading.standing() === 'loading' ? 'Éditions' : countedRows(this.reading.total(), 'édition', 'éditions'),
  );
  protected readonly columns: readonly TableColumn<EditionItem>[] = [
    { key: 'number', label: 'Numéro', text: ({ number }) => `${number}` },
    { key: 'title', label: 'Édition', width: '30%', card: 'title' },
    { key: 'meeting', label: 'Réunion du' },
    { key: 'data', label: 'Données du' },
    { key: 'standing', label: 'Remarque', text: correctionWords },
  ];
  protected readonly current = signal<string | null>(null);
  protected readonly rowKey = (row: EditionItem): string => row.id;
  protected readonly rowName = (row: EditionItem): string => row.title;

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show('Éditions'));
  }

  protected open(row: EditionItem): void {
    void this.router.navigate(['/editions', row.id]);
  }
}
