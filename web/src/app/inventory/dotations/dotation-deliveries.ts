import { Component, computed, effect, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api, dotationPartsList, type DotationPartListItem } from '@parc/api-client';
import { DOTATION_PARTS, parisDateOf } from '@parc/domain';
import { Cell, counted, DataTable, type FilterChip, FilterChips, Pager, type TableColumn } from '@parc/ui';
import { listAddress, readPage } from '../../shell/lists/list-address';
import { listReading, PAGE_SIZE } from '../../shell/lists/list-reading';
import { ListState } from '../../shell/lists/list-state';
import { PageTitle } from '../../shell/page-title';
import { plannedWords } from './dotation-words';

/** What is to be brought to schools, by its day; one's day is today's alone. */
@Component({
  selector: 'parc-dotation-deliveries',
  imports: [Cell, DataTable, FilterChips, ListState, Pager, RouterLink],
  template: `
    <div class="page-head">
      <div>
        <h1>{{ title() }}</h1>
        <p>Ce qui est à apporter dans les écoles, dans l’ordre des jours.</p>
      </div>
    </div>
    <div class="narrow"><parc-filter-chips [chips]="chips()" (changed)="address.narrow($event)" /></div>
    <parc-list-state
      [reading]="reading"
      failure="Les livraisons ne s’affichent pas"
      icon="calendar"
      [heading]="title()"
      text="Une livraison apparaît ici dès que son jour est prévu."
      [narrowed]="narrowed()"
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
        <ng-template parcCell="school" [parcCellOf]="reading.rows()" let-row>
          <span>
            <a class="lead" [routerLink]="['/parc/dotation', row.id]">{{ row.schoolName }}</a>
            <span class="under">{{ row.communeName }}</span>
          </span>
        </ng-template>
        <ng-template parcCell="day" [parcCellOf]="reading.rows()" let-row>{{ planned(row) }}</ng-template>
        <ng-template parcCell="what" [parcCellOf]="reading.rows()" let-row
          >{{ row.quantity - row.received }} × {{ row.modelName }}</ng-template
        >
        <ng-template parcCell="ready" [parcCellOf]="reading.rows()" let-row
          >{{ row.prepared }} sur {{ row.quantity - row.received }}</ng-template
        >
      </parc-data-table>
      @if (reading.total() > pageSize) {
        <parc-pager [page]="page()" [size]="pageSize" [total]="reading.total()" (pageChange)="address.turnTo($event)" />
      }
    }
  `,
  styleUrl: '../../shell/lists/list.css',
  styles: `
    .narrow {
      padding-block: 0.75rem;
    }
  `,
})
export class DotationDeliveriesPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly pageTitle = inject(PageTitle);
  private readonly today = parisDateOf(new Date());
  protected readonly address = listAddress({ jour: null, page: null });
  protected readonly pageSize = PAGE_SIZE;
  protected readonly page = computed(() => readPage(this.address.words()['page']));
  protected readonly narrowed = computed(() => this.address.words()['jour'] === TODAY);
  protected readonly reading = listReading(
    () => ({
      ...{ page: this.page(), size: PAGE_SIZE, sort: 'planned' as const, state: [...PLANNED] },
      ...(this.narrowed() ? { plannedOn: this.today } : {}),
    }),
    (asked) => this.api.invoke(dotationPartsList, asked),
  );
  protected readonly title = computed(() => {
    if (this.reading.value() === null) return 'Livraisons prévues';
    const total = this.reading.total();
    return total === 0 ? 'Aucune livraison prévue' : counted(total, 'livraison prévue', 'livraisons prévues');
  });
  protected readonly chips = computed<readonly FilterChip[]>(() => [
    {
      ...{ id: 'jour', label: 'Jour', value: this.narrowed() ? TODAY : null },
      options: [{ value: TODAY, label: 'Aujourd’hui' }],
    },
  ]);
  protected readonly columns: readonly TableColumn<DotationPartListItem>[] = [
    { key: 'school', label: 'École', width: '35%', card: 'title' },
    { key: 'day', label: 'Jour', card: 'beside' },
    { key: 'what', label: 'Quoi' },
    { key: 'ready', label: 'Prêts', align: 'end' },
  ];
  protected readonly current = signal<string | null>(null);
  protected readonly rowKey = (row: DotationPartListItem): string => row.id;
  protected readonly rowName = (row: DotationPartListItem): string => row.schoolName;
  protected readonly planned = plannedWords;

  constructor() {
    effect(() => this.pageTitle.show(this.title()));
  }

  protected open(row: DotationPartListItem): void {
    void this.router.navigate(['/parc/dotation', row.id]);
  }
}

const TODAY = 'aujourdhui';
const PLANNED = DOTATION_PARTS.statesFrom('receive');
