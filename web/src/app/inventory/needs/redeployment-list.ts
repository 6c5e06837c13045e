import { Component, computed, effect, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api, type RedeploymentListItem, redeploymentsList } from '@parc/api-client';
import { REDEPLOYMENT_STATES } from '@parc/domain';
import { Cell, DataTable, DayPipe, Pager, StateChip, type TableColumn } from '@parc/ui';
import { listAddress, readPage } from '../../shell/lists/list-address';
import { listReading, PAGE_SIZE } from '../../shell/lists/list-reading';
import { ListState } from '../../shell/lists/list-state';
import { PageTitle } from '../../shell/page-title';
import { redeploymentsTitle, wayWords } from './need-words';

/** Devices offered where they are needed, the latest first. */
@Component({
  selector: 'parc-redeployment-list',
  imports: [Cell, DataTable, DayPipe, ListState, Pager, RouterLink, StateChip],
  template: `
    <div class="page-head">
      <div>
        <h1>{{ title() }}</h1>
        <p>Un appareil inutilisé ici, un besoin là. Rien ne bouge avant que les directions aient été entendues.</p>
      </div>
    </div>
    <parc-list-state
      [reading]="reading"
      failure="Les redéploiements ne s’affichent pas"
      icon="box"
      [heading]="title()"
      text="Depuis la fiche d’un appareil en stock ou au-delà du socle, il se propose à une école qui a dit un besoin."
      [narrowed]="false"
      (cleared)="address.clear()"
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
        <ng-template parcCell="device" [parcCellOf]="reading.rows()" let-row>
          <span>
            <a class="lead" [routerLink]="['/parc/redeploiements', row.id]">{{ row.modelName }}</a>
            <span class="under">{{ row.tag }}</span>
          </span>
        </ng-template>
        <ng-template parcCell="way" [parcCellOf]="reading.rows()" let-row>{{ way(row) }}</ng-template>
        <ng-template parcCell="state" [parcCellOf]="reading.rows()" let-row>
          @let state = stateOf(row);
          <parc-state-chip [state]="state" />
        </ng-template>
        <ng-template parcCell="answer" [parcCellOf]="reading.rows()" let-row>{{
          row.answerBy | day: 'year'
        }}</ng-template>
      </parc-data-table>
      @if (reading.total() > pageSize) {
        <parc-pager [page]="page()" [size]="pageSize" [total]="reading.total()" (pageChange)="address.turnTo($event)" />
      }
    }
  `,
  styleUrl: '../../shell/lists/list.css',
})
export class RedeploymentListPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly pageTitle = inject(PageTitle);
  protected readonly address = listAddress({ page: null });
  protected readonly pageSize = PAGE_SIZE;
  protected readonly page = computed(() => readPage(this.address.words()['page']));
  protected readonly reading = listReading(
    () => ({ page: this.page(), size: PAGE_SIZE }),
    (asked) => this.api.invoke(redeploymentsList, asked),
  );
  protected readonly title = computed(() =>
    this.reading.value() === null ? 'Redéploiements' : redeploymentsTitle(this.reading.total()),
  );
  protected readonly columns: readonly TableColumn<RedeploymentListItem>[] = [
    { key: 'device', label: 'Appareil', width: '30%', card: 'title' },
    { key: 'way', label: 'D’où et vers où', width: '35%' },
    { key: 'state', label: 'État', card: 'beside' },
    { key: 'answer', label: 'Avis avant le' },
  ];

  protected readonly current = signal<string | null>(null);
  protected readonly rowKey = (row: RedeploymentListItem): string => row.id;
  protected readonly rowName = (row: RedeploymentListItem): string => `${row.tag}, ${wayWords(row)}`;
  protected readonly way = wayWords;
  protected readonly stateOf = (row: RedeploymentListItem) => REDEPLOYMENT_STATES[row.state];

  constructor() {
    effect(() => this.pageTitle.show(this.title()));
  }

  protected open(row: RedeploymentListItem): void {
    void this.router.navigate(['/parc/redeploiements', row.id]);
  }
}
