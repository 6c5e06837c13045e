import { Component, computed, effect, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api, type TrainingModuleItem, trainingModulesModulesList } from '@parc/api-client';
import { MODULE_KINDS } from '@parc/domain';
import { Cell, Choice, countedRows, DataTable, duration, Icon, Pager, type TableColumn } from '@parc/ui';
import { listAddress, readOne, readPage } from '../../shell/lists/list-address';
import { listReading, PAGE_SIZE } from '../../shell/lists/list-reading';
import { ListState } from '../../shell/lists/list-state';
import { may } from '../../shell/may';
import { PageTitle } from '../../shell/page-title';

/** What is taught, and what it opens. */
@Component({
  selector: 'parc-training-module-list',
  imports: [Cell, Choice, DataTable, Icon, ListState, Pager, RouterLink],
  template: `
    <div class="page-head">
      <div>
        <h1>{{ title() }}</h1>
        <p>Ce qui s’enseigne, et le matériel que cela met en service.</p>
      </div>
      @if (writes()) {
        <div class="page-actions">
          <a class="button button-primary" routerLink="/formations/modules/nouveau"
            ><parc-icon name="plus" [size]="18" /> Nouveau module</a
          >
        </div>
      }
    </div>
    @if (writes()) {
      <div class="filters">
        <parc-choice
          look="chips"
          legend="Lesquels"
          [legendHidden]="true"
          [options]="views"
          [value]="view()"
          (valueChange)="address.go({ vue: $event === 'retires' ? $event : null, page: null })"
        />
      </div>
    }
    <parc-list-state
      [reading]="reading"
      failure="Les modules ne s’affichent pas"
      icon="graduation"
      [heading]="view() === 'retires' ? 'Aucun module retiré' : 'Aucun module'"
      [text]="
        view() === 'retires'
          ? 'Un module retiré ne se propose plus et garde ses sessions.'
          : 'Un module dit ce qui s’enseigne et ce qu’il ouvre : une session se propose ensuite.'
      "
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
          <a class="lead" [routerLink]="['/formations/modules', row.id]">{{ row.title }}</a>
        </ng-template>
        <ng-template parcCell="sessions" [parcCellOf]="reading.rows()" let-row>
          <a class="whole" [routerLink]="['/formations']" [queryParams]="{ module: row.id }">Ses sessions</a>
        </ng-template>
      </parc-data-table>
      @if (reading.total() > pageSize) {
        <parc-pager [page]="page()" [size]="pageSize" [total]="reading.total()" (pageChange)="address.turnTo($event)" />
      }
    }
  `,
  styleUrl: '../../shell/lists/list.css',
})
export class TrainingModuleListPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly address = listAddress({ page: null });
  protected readonly views = [
    { value: 'proposes', label: 'Proposés' },
    { value: 'retires', label: 'Retirés' },
  ];
  protected readonly view = computed(() => readOne(this.address.words()['vue'], ['retires'] as const) ?? 'proposes');
  protected readonly writes = may('training-modules.write');
  protected readonly pageSize = PAGE_SIZE;
  protected readonly page = computed(() => readPage(this.address.words()['page']));
  protected readonly reading = listReading(
    () => ({ page: this.page(), size: PAGE_SIZE, ...(this.view() === 'retires' ? { withdrawn: true } : {}) }),
    (asked) => this.api.invoke(trainingModulesModulesList, asked),
  );
  protected readonly title = computed(() =>
    this.reading.standing() === 'loading'
      ? 'Modules'
      : countedRows(this.reading.total(), 'module de formation', 'modules de formation'),
  );
  protected readonly columns: readonly TableColumn<TrainingModuleItem>[] = [
    { key: 'title', label: 'Module', width: '32%', card: 'title' },
    { key: 'kind', label: 'Genre', text: ({ kind }) => MODULE_KINDS[kind].word },
    { key: 'minutes', label: 'Durée', text: ({ minutes }) => duration(minutes) },
    { key: 'counts', label: '18 heures', text: ({ counts }) => (counts ? 'prévue' : 'hors') },
    {
      key: 'models',
      label: 'Ouvre',
      text: ({ models }) => (models.length === 0 ? 'aucun matériel' : models.join(', ')),
    },
    { key: 'sessions', label: 'Sessions' },
  ];
  protected readonly current = signal<string | null>(null);
  protected readonly rowKey = (row: TrainingModuleItem): string => row.id;
  protected readonly rowName = (row: TrainingModuleItem): string => row.title;

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show('Modules'));
  }

  protected open(row: TrainingModuleItem): void {
    void this.router.navigate(['/formations/modules', row.id]);
  }
}
