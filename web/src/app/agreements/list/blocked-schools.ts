import { Component, computed, effect, inject, input, output, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api, type BlockedSchool, conventionsBlockedSchools } from '@parc/api-client';
import { CONVENTION_STATES, type StateWords, bodyInSentence, kindWords, SECTORS } from '@parc/domain';
import { Cell, DataTable, Pager, StateChip, StatePanel, type TableColumn } from '@parc/ui';
import { listReading, PAGE_SIZE } from '../../shell/lists/list-reading';
import type { ConventionFilters } from './convention-filters';
import { ProblemPanel } from '../../shell/problem-panel';

const MISSING: StateWords = { word: 'À préparer', tone: 'trouble' };

/** Schools that may not order today: with whom the convention is missing, where it stands, what happens next. */
@Component({
  selector: 'parc-blocked-schools',
  imports: [Cell, DataTable, Pager, ProblemPanel, RouterLink, StateChip, StatePanel],
  template: `
    @if (reading.failed(); as problem) {
      <parc-problem-panel [problem]="problem" heading="Les écoles ne s’affichent pas" (retry)="reading.reload()" />
    } @else if (reading.value() === null) {
      <parc-state-panel kind="loading" shape="table" [rows]="6" />
    } @else if (reading.rows().length === 0) {
      <parc-state-panel
        kind="empty"
        icon="check"
        heading="Aucune école bloquée ici"
        text="Chaque école de cette liste est nommée par une convention en vigueur."
      />
    } @else {
      <parc-data-table
        [attr.aria-busy]="reading.loading()"
        caption="Écoles qui ne peuvent pas commander"
        [rows]="reading.rows()"
        [columns]="columns"
        [rowKey]="rowKey"
        [rowName]="rowName"
        [(current)]="current"
        (opened)="open($event)"
      >
        <ng-template parcCell="school" [parcCellOf]="reading.rows()" let-row>
          <strong>{{ row.schoolName }}</strong>
          <span class="under"> {{ row.uai }} · {{ row.communeName }} · {{ sectors[row.sector] }} </span>
        </ng-template>
        <ng-template parcCell="missing" [parcCellOf]="reading.rows()" let-row>
          <span class="value">
            Une convention avec {{ partyIn(row) }}
            @if (row.conventionId) {
              <span class="under">
                <a [routerLink]="['/conventions', row.conventionId]">{{ row.conventionNumber }}</a>
              </span>
            } @else if (writes()) {
              <span class="under">
                <a routerLink="/conventions" [queryParams]="{ recherche: partyOf(row) }">Chercher cette convention</a>
              </span>
            }
          </span>
        </ng-template>
        <ng-template parcCell="state" [parcCellOf]="reading.rows()" let-row>
          @let words = stateOf(row);
          <parc-state-chip [state]="words" />
        </ng-template>
        <ng-template parcCell="next" [parcCellOf]="reading.rows()" let-row>
          <span class="value">{{ row.next }}</span>
        </ng-template>
      </parc-data-table>
      @if (reading.total() > pageSize) {
        <parc-pager
          [page]="filters().page"
          [size]="pageSize"
          [total]="reading.total()"
          (pageChange)="turned.emit($event)"
        />
      }
    }
  `,
  styleUrls: ['../../shell/lists/list.css', './convention-list.css'],
})
export class BlockedSchools {
  readonly filters = input.required<ConventionFilters>();
  /** The reader keeps conventions: one with the same party may be there, and not name the school. */
  readonly writes = input(false);
  readonly counted = output<number>();
  readonly turned = output<number>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly pageSize = PAGE_SIZE;
  protected readonly sectors = kindWords(SECTORS, ({ ofSchool }) => ofSchool);
  private readonly asked = computed(() => {
    const { communeId, sector, search, page } = this.filters();
    return {
      page,
      size: PAGE_SIZE,
      ...(communeId === null ? {} : { communeId }),
      ...(sector === null ? {} : { sector }),
      ...(search === '' ? {} : { search }),
    };
  });
  protected readonly reading = listReading(this.asked, (asked) => this.api.invoke(conventionsBlockedSchools, asked));

  protected readonly columns: readonly TableColumn<BlockedSchool>[] = [
    { key: 'school', label: 'École', width: '32%', card: 'title' },
    { key: 'missing', label: 'Il\u00a0manque' },
    { key: 'state', label: 'État', card: 'beside' },
    { key: 'next', label: 'Ensuite', width: '30%' },
  ];
  protected readonly current = signal<string | null>(null);
  protected readonly rowKey = (row: BlockedSchool): string => row.schoolId;
  protected readonly rowName = (row: BlockedSchool): string => `${row.schoolName}, ${row.communeName}`;

  constructor() {
    effect(() => {
      if (this.reading.value() !== null) this.counted.emit(this.reading.total());
    });
  }

  protected stateOf({ state }: BlockedSchool): StateWords {
    return state === null ? MISSING : CONVENTION_STATES[state];
  }

  /** The API gives a commune in words, a body by its name. */
  protected partyIn({ party }: BlockedSchool): string {
    return bodyInSentence(party);
  }

  protected partyOf({ sector, communeName, party }: BlockedSchool): string {
    return SECTORS[sector].runners === null ? communeName : party;
  }

  protected open({ conventionId }: BlockedSchool): void {
    if (conventionId !== null) void this.router.navigate(['/conventions', conventionId]);
  }
}
