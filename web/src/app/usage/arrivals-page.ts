import { Component, computed, effect, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, usageBatchesList } from '@parc/api-client';
import { countedRows, Pager } from '@parc/ui';
import { listAddress, readPage } from '../shell/lists/list-address';
import { listReading, PAGE_SIZE } from '../shell/lists/list-reading';
import { ListState } from '../shell/lists/list-state';
import { PageTitle } from '../shell/page-title';
import { ArrivalsTable } from './arrivals-table';

/** Every file that arrived, the latest first. */
@Component({
  selector: 'parc-arrivals-page',
  imports: [ArrivalsTable, ListState, Pager, RouterLink],
  template: `
    <p><a routerLink="/pilotage/usages">Usages</a></p>
    <div class="page-head">
      <div>
        <h1>{{ title() }}</h1>
        <p>Ce que chacun a changé, ce qui a été refusé ; rien n’en est gardé au-delà des nombres.</p>
      </div>
    </div>
    <parc-list-state
      [reading]="reading"
      failure="Les fichiers reçus ne s’affichent pas"
      icon="upload"
      heading="Aucun fichier n’est encore arrivé"
      text="Chaque fichier d’usage reçu reste ici, avec ce qu’il a changé et ce qui a été refusé."
      shape="table"
      [rows]="8"
    />
    @if (reading.standing() === 'rows') {
      <section class="card" aria-label="Fichiers reçus" [attr.aria-busy]="reading.loading()">
        <parc-arrivals-table [rows]="reading.rows()" />
      </section>
      @if (reading.total() > pageSize) {
        <parc-pager [page]="page()" [size]="pageSize" [total]="reading.total()" (pageChange)="address.turnTo($event)" />
      }
    }
  `,
  styleUrl: '../shell/lists/list.css',
})
export class ArrivalsPage {
  private readonly api = inject(Api);
  private readonly pageTitle = inject(PageTitle);
  protected readonly address = listAddress({ page: null });
  protected readonly pageSize = PAGE_SIZE;
  protected readonly page = computed(() => readPage(this.address.words()['page']));
  protected readonly reading = listReading(
    () => ({ page: this.page(), size: PAGE_SIZE }),
    (asked) => this.api.invoke(usageBatchesList, asked),
  );
  protected readonly title = computed(() =>
    this.reading.standing() === 'rows'
      ? `${countedRows(this.reading.total(), 'fichier reçu', 'fichiers reçus')}`
      : 'Fichiers d’usage',
  );

  constructor() {
    effect(() => this.pageTitle.show(this.title()));
  }
}
