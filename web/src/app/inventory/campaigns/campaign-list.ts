import { Component, computed, effect, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api, campaignsList, type CampaignListItem } from '@parc/api-client';
import { CAMPAIGN_STATES } from '@parc/domain';
import {
  Cell,
  counted,
  DataTable,
  DayPipe,
  type FilterChip,
  FilterChips,
  Icon,
  Pager,
  StateChip,
  type TableColumn,
} from '@parc/ui';
import { askedSort, listAddress, readPage, readSort } from '../../shell/lists/list-address';
import { listReading, PAGE_SIZE } from '../../shell/lists/list-reading';
import { ListState } from '../../shell/lists/list-state';
import { may } from '../../shell/may';
import { PageTitle } from '../../shell/page-title';

const NO_FILTER = { clos: null, page: null } as const;
const SORTS = ['begins'] as const;

/** Campaigns of inventory, the latest first. */
@Component({
  selector: 'parc-campaign-list',
  imports: [Cell, DataTable, DayPipe, FilterChips, Icon, ListState, Pager, RouterLink, StateChip],
  templateUrl: './campaign-list.html',
  styleUrl: '../../shell/lists/list.css',
  styles: `
    .narrow {
      padding-block: 0.75rem;
    }
  `,
})
export class CampaignListPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly pageTitle = inject(PageTitle);
  protected readonly address = listAddress(NO_FILTER);
  protected readonly mayWrite = may('campaigns.write');
  protected readonly pageSize = PAGE_SIZE;

  protected readonly filters = computed(() => {
    const words = this.address.words();
    const closed = words['clos'];
    return {
      closed: closed === 'oui' ? true : closed === 'non' ? false : null,
      sort: readSort(words, SORTS, { key: 'begins', direction: 'descending' }),
      page: readPage(words['page']),
    };
  });
  protected readonly narrowed = computed(() => this.filters().closed !== null);
  protected readonly reading = listReading(
    () => {
      const { closed, sort, page } = this.filters();
      return {
        ...{ page, size: PAGE_SIZE, ...askedSort<(typeof SORTS)[number]>(sort) },
        ...(closed === null ? {} : { closed }),
      };
    },
    (asked) => this.api.invoke(campaignsList, asked),
  );
  protected readonly title = computed(() => {
    if (this.reading.value() === null) return 'Récolements';
    const total = this.reading.total();
    return total === 0 ? 'Aucun récolement' : counted(total, 'récolement', 'récolements');
  });
  protected readonly chips = computed<readonly FilterChip[]>(() => {
    const { closed } = this.filters();
    return [
      {
        id: 'clos',
        label: 'État',
        value: closed === null ? null : closed ? 'oui' : 'non',
        options: [
          { value: 'non', label: 'Pas clos' },
          { value: 'oui', label: 'Clos' },
        ],
      },
    ];
  });
  protected readonly columns: readonly TableColumn<CampaignListItem>[] = [
    { key: 'title', label: 'Récolement', width: '35%', card: 'title' },
    { key: 'begins', label: 'Du', sortable: true },
    { key: 'schools', label: 'Écoles terminées', align: 'end' },
    { key: 'unresolved', label: 'Écarts à régler', align: 'end' },
    { key: 'state', label: 'État', card: 'beside' },
  ];
  protected readonly current = signal<string | null>(null);
  protected readonly rowKey = (row: CampaignListItem): string => row.id;
  protected readonly rowName = (row: CampaignListItem): string => row.title;
  protected readonly state = ({ state }: CampaignListItem) => CAMPAIGN_STATES[state];

  constructor() {
    effect(() => this.pageTitle.show(this.title()));
  }

  protected open(row: CampaignListItem): void {
    void this.router.navigate(['/parc/recolements', row.id]);
  }
}
