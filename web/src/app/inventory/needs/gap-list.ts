import { Component, computed, effect, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api, type GapListItem, kitExport, kitList, kitRead, schoolsCommunes } from '@parc/api-client';
import { KIT_COUNTED_WORDS, kindChoices, SCHOOL_KINDS, SECTORS, type SchoolSector } from '@parc/domain';
import { Cell, DataTable, type FilterChip, FilterChips, Icon, Pager, type TableColumn } from '@parc/ui';
import { askedSort, listAddress, readOne, readPage, readSort } from '../../shell/lists/list-address';
import { listReading, PAGE_SIZE } from '../../shell/lists/list-reading';
import { ListState } from '../../shell/lists/list-state';
import { may } from '../../shell/may';
import { PageTitle } from '../../shell/page-title';
import { reading } from '../../shell/reading';
import { gapsTitle } from './need-words';

const SORTS = ['lacking', 'name'] as const;

/** Schools beside their base kit, whoever lacks most first. */
@Component({
  selector: 'parc-gap-list',
  imports: [Cell, DataTable, Icon, FilterChips, ListState, Pager, RouterLink],
  templateUrl: './gap-list.html',
  styleUrls: ['../../shell/lists/list.css', './filters.css'],
})
export class GapListPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly pageTitle = inject(PageTitle);
  protected readonly address = listAddress({ commune: null, secteur: null, partie: null, page: null });

  protected readonly pageSize = PAGE_SIZE;
  protected readonly filters = computed(() => {
    const words = this.address.words();
    return {
      communeId: words['commune'] || null,
      sector: readOne<SchoolSector>(words['secteur'], Object.keys(SECTORS) as SchoolSector[]),
      groupId: words['partie'] || null,
      sort: readSort(words, SORTS, { key: 'lacking', direction: 'descending' }),
      page: readPage(words['page']),
    };
  });
  private readonly asked = computed(() => {
    const { communeId, sector, groupId, sort } = this.filters();
    return {
      ...askedSort<(typeof SORTS)[number]>(sort),
      ...(communeId === null ? {} : { communeId }),
      ...(sector === null ? {} : { sector }),
      ...(groupId === null ? {} : { groupId }),
    };
  });
  protected readonly narrowed = computed(() => {
    const { communeId, sector, groupId } = this.filters();
    return communeId !== null || sector !== null || groupId !== null;
  });
  protected readonly reading = listReading(
    () => ({ ...this.asked(), page: this.filters().page, size: PAGE_SIZE }),
    (asked) => this.api.invoke(kitList, asked),
  );
  private readonly communes = reading({ load: async () => (await this.api.invoke(schoolsCommunes)).items });
  private readonly kit = reading({ load: async () => (await this.api.invoke(kitRead)).groups });
  protected readonly title = computed(() =>
    this.reading.value() === null ? 'Écarts au socle' : gapsTitle(this.reading.total()),
  );
  protected readonly exportLink = computed(() => {
    const words = new URLSearchParams(this.asked());
    return `${this.api.rootUrl}${kitExport.PATH}?${words}`;
  });
  protected readonly chips = computed<readonly FilterChip[]>(() => [
    this.chip('partie', 'Partie du socle', this.filters().groupId, this.kit.value() ?? []),
    this.chip('commune', 'Commune', this.filters().communeId, this.communes.value() ?? []),
    { id: 'secteur', label: 'Secteur', value: this.filters().sector, options: kindChoices(SECTORS) },
  ]);
  protected readonly columns: readonly TableColumn<GapListItem>[] = [
    { key: 'name', label: 'École', width: '30%', sortable: true, card: 'title' },
    { key: 'kind', label: 'Type' },
    { key: 'lacking', label: 'Manque', align: 'end', sortable: true, card: 'beside' },
    { key: 'groups', label: 'Par partie du socle', width: '35%' },
    { key: 'needs', label: 'Besoins', align: 'end' },
  ];

  /** Who reads no need still reads how many there are. */
  protected readonly readsNeeds = may('needs.read');
  protected readonly counts = KIT_COUNTED_WORDS;
  protected readonly current = signal<string | null>(null);
  protected readonly rowKey = (row: GapListItem): string => row.id;
  protected readonly rowName = (row: GapListItem): string => row.name;
  protected readonly kindOf = (row: GapListItem): string => SCHOOL_KINDS[row.kind].word;
  protected readonly lackingIn = ({ groups }: GapListItem) => groups.filter(({ asked, counted }) => counted < asked);

  constructor() {
    effect(() => this.pageTitle.show(this.title()));
  }

  protected open(row: GapListItem): void {
    void this.router.navigate(['/parc/ecoles', row.id]);
  }

  private chip(id: string, label: string, value: string | null, named: readonly { id: string; name: string }[]) {
    return { id, label, value, options: named.map((one) => ({ value: one.id, label: one.name })) };
  }
}
