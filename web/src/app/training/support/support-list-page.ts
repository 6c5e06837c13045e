import { Component, computed, effect, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api, type SupportListItem, supportList } from '@parc/api-client';
import { SUPPORTS_LIVE } from '@parc/domain';
import { Cell, Choice, DataTable, Icon, Pager, StateChip, type TableColumn } from '@parc/ui';
import { listAddress, readOne, readPage } from '../../shell/lists/list-address';
import { listReading, PAGE_SIZE } from '../../shell/lists/list-reading';
import { ListState } from '../../shell/lists/list-state';
import { may } from '../../shell/may';
import { PageTitle } from '../../shell/page-title';
import { aboutWords, levelWords, SUPPORT_VIEWS, supportsTitle, supportState, visitWords } from './support-words';

/** Visits to classes as a list: a teacher's own, a school's to its head, a circonscription's to its trainers and its inspection. */
@Component({
  selector: 'parc-support-list',
  imports: [Cell, Choice, DataTable, Icon, ListState, Pager, RouterLink, StateChip],
  template: `
    <div class="page-head">
      <div>
        <h1>{{ title() }}</h1>
        <p>Un formateur de la circonscription vient dans la classe.</p>
      </div>
      <div class="page-actions">
        @if (counts()) {
          <a class="button" routerLink="/formations/accompagnements/nombres">Par circonscription</a>
        }
        @if (asks()) {
          <a class="button button-primary" routerLink="/formations/accompagnements/demander"
            ><parc-icon name="plus" [size]="18" /> Demander un accompagnement</a
          >
        }
      </div>
    </div>
    <div class="filters">
      <parc-choice
        look="chips"
        legend="Lesquels"
        [legendHidden]="true"
        [options]="choices()"
        [value]="filters().view"
        (valueChange)="chooseView($event!)"
      />
    </div>
    <parc-list-state
      [reading]="reading"
      failure="Les accompagnements ne s’affichent pas"
      icon="graduation"
      [heading]="title()"
      [text]="
        asks()
          ? 'Demandez la visite d’un formateur pour lancer un usage dans votre classe.'
          : 'Une demande d’une école apparaît ici.'
      "
    />
    @if (reading.standing() === 'rows') {
      <parc-data-table
        [attr.aria-busy]="reading.loading()"
        [caption]="title()"
        [rows]="reading.rows()"
        [columns]="columns()"
        [rowKey]="rowKey"
        [rowName]="about"
        [(current)]="current"
        (opened)="open($event)"
      >
        <ng-template parcCell="about" [parcCellOf]="reading.rows()" let-row>
          <span>
            <a class="lead" [routerLink]="['/formations/accompagnements', row.id]">{{ about(row) }}</a>
            <span class="under">{{ row.schoolName }}, {{ level(row) }}</span>
          </span>
        </ng-template>
        <ng-template parcCell="state" [parcCellOf]="reading.rows()" let-row>
          @let words = state(row);
          <parc-state-chip [state]="words" />
        </ng-template>
      </parc-data-table>
      @if (reading.total() > pageSize) {
        <parc-pager
          [page]="filters().page"
          [size]="pageSize"
          [total]="reading.total()"
          (pageChange)="address.turnTo($event)"
        />
      }
    }
  `,
  styleUrl: '../../shell/lists/list.css',
})
export class SupportListPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly address = listAddress({ page: null });
  protected readonly pageSize = PAGE_SIZE;
  protected readonly asks = may('support-requests.ask');
  protected readonly dates = may('support-requests.date');
  protected readonly counts = may('support-requests.counts');
  protected readonly choices = computed(() => [
    { value: 'en-cours', label: 'En cours' },
    ...(this.dates() ? [{ value: 'a-vous', label: 'Qui vous attendent' }] : []),
    { value: 'tous', label: 'Tous' },
  ]);
  protected readonly filters = computed(() => {
    const words = this.address.words();
    return { view: readOne(words['vue'], SUPPORT_VIEWS) ?? 'en-cours', page: readPage(words['page']) };
  });
  protected readonly reading = listReading(
    () => {
      const { view, page } = this.filters();
      return {
        ...{ page, size: PAGE_SIZE },
        ...(view === 'en-cours' ? { state: [...SUPPORTS_LIVE] } : view === 'a-vous' ? { due: true } : {}),
      };
    },
    (asked) => this.api.invoke(supportList, asked),
  );
  protected readonly title = computed(() =>
    this.reading.standing() === 'loading'
      ? 'Accompagnements'
      : supportsTitle(this.filters().view, this.reading.total()),
  );
  /** In whose class it is: a column for who reads names. */
  private readonly readsNames = may({ all: ['support-requests.read'], without: 'home.desk' });
  protected readonly columns = computed<readonly TableColumn<SupportListItem>[]>(() => {
    return [
      { key: 'about', label: 'Accompagnement', width: '34%', card: 'title' },
      { key: 'state', label: 'État', card: 'beside' },
      { key: 'when', label: 'Date', text: visitWords },
      ...(this.readsNames() ? [{ key: 'class', label: 'Classe de', text: teacherWords }] : []),
      { key: 'trainer', label: 'Formateur', text: ({ trainerName }) => trainerName ?? 'à venir' },
    ];
  });
  protected readonly current = signal<string | null>(null);
  protected readonly rowKey = (row: SupportListItem): string => row.id;
  protected readonly about = aboutWords;
  protected readonly level = levelWords;
  protected readonly state = supportState;

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show('Accompagnements'));
  }

  protected chooseView(view: string): void {
    this.address.go({ vue: view === 'en-cours' ? null : view, page: null });
  }

  protected open(row: SupportListItem): void {
    void this.router.navigate(['/formations/accompagnements', row.id]);
  }
}

const teacherWords = ({ teacherName }: SupportListItem): string => teacherName ?? '';
