import { Component, computed, effect, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  Api,
  equipmentCounts,
  equipmentList,
  type EquipmentListItem,
  schoolsCommunes,
  stockPlacesList,
} from '@parc/api-client';
import { EQUIPMENT_HELD, EQUIPMENT_STATE_NAMES, EQUIPMENT_STATES, parisDateOf } from '@parc/domain';
import {
  BulkBar,
  Cell,
  counted,
  DataTable,
  DayPipe,
  Icon,
  MoneyPipe,
  Pager,
  type SavedView,
  StateChip,
  type TableColumn,
  ViewTabs,
} from '@parc/ui';
import { anewWith } from '../../shell/anew';
import { listAddress } from '../../shell/lists/list-address';
import { ListFilters } from '../../shell/lists/list-filters';
import { listReading, PAGE_SIZE } from '../../shell/lists/list-reading';
import { ListState } from '../../shell/lists/list-state';
import { may } from '../../shell/may';
import { PageTitle } from '../../shell/page-title';
import { reading } from '../../shell/reading';
import { Session } from '../../shell/session';
import { ageWords, equipmentPicture, placeWords } from '../equipment-words';
import {
  askedEquipment,
  equipmentChips,
  equipmentTitle,
  isEquipmentNarrowed,
  NO_EQUIPMENT_FILTER,
  readEquipmentFilters,
  readsEquipmentPrices,
  STATE_SLUGS,
  STATE_TABS,
} from './equipment-filters';

const ALL = 'tous';
/** As many as an address carries. */
const MOST_CHOSEN = 200;

/** The devices a role reaches, by state; a case and its content are one line. */
@Component({
  selector: 'parc-equipment-list',
  imports: [
    BulkBar,
    Cell,
    DataTable,
    DayPipe,
    Icon,
    ListFilters,
    ListState,
    MoneyPipe,
    Pager,
    RouterLink,
    StateChip,
    ViewTabs,
  ],
  templateUrl: './equipment-list.html',
  styleUrls: ['../../shell/lists/list.css', './equipment-list.css'],
})
export class EquipmentListPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly pageTitle = inject(PageTitle);
  private readonly role = inject(Session).role;
  protected readonly address = listAddress(NO_EQUIPMENT_FILTER);

  private readonly today = parisDateOf(new Date());
  protected readonly pageSize = PAGE_SIZE;
  protected readonly filters = computed(() => readEquipmentFilters(this.address.words()));
  protected readonly narrowed = computed(() => isEquipmentNarrowed(this.filters()));
  protected readonly reading = listReading(
    () => askedEquipment(this.filters()),
    (asked) => this.api.invoke(equipmentList, asked),
  );
  private readonly counts = reading({ load: () => this.api.invoke(equipmentCounts) });
  protected readonly readsDeliveries = may('deliveries.read');
  protected readonly ends = may('equipment.wipe');
  protected readonly readsDisposals = may('disposals.read');
  private readonly readsStock = may('stock.read');
  private readonly choosesSchools = may('directory.read');
  private readonly ofOneSchool = may('home.school');
  private readonly communes = reading({
    asked: () => (this.choosesSchools() && !this.ofOneSchool() ? true : undefined),
    load: async () => (await this.api.invoke(schoolsCommunes)).items,
  });
  private readonly stockPlaces = reading({
    asked: () => (this.readsStock() ? true : undefined),
    load: async () => (await this.api.invoke(stockPlacesList)).items,
  });

  /** What there is, in cases too: what is missing or over is in the list, and not in its title. */
  private readonly held = computed(() => {
    const states = this.counts.value()?.states ?? null;
    if (states === null || this.filters().state !== null) return null;
    return states.filter(({ state }) => EQUIPMENT_HELD.includes(state)).reduce((total, { count }) => total + count, 0);
  });
  protected readonly title = computed(() =>
    this.reading.value() === null
      ? 'Parc'
      : equipmentTitle(this.filters(), this.narrowed() ? this.reading.total() : (this.held() ?? this.reading.total())),
  );
  protected readonly chips = computed(() =>
    equipmentChips(this.filters(), this.communes.value() ?? [], this.stockPlaces.value() ?? []),
  );
  protected readonly views = computed<readonly SavedView[]>(() => {
    const states = this.counts.value()?.states ?? [];
    if (states.length < 2) return [];
    const sum = states.reduce((total, { lines }) => total + lines, 0);
    return [
      { id: ALL, label: 'Tout', count: sum },
      ...EQUIPMENT_STATE_NAMES.flatMap((state) => {
        const found = states.find((each) => each.state === state);
        return found === undefined ? [] : [{ id: STATE_SLUGS[state], label: STATE_TABS[state], count: found.lines }];
      }),
    ];
  });
  protected readonly chosenView = computed(() => {
    const { state } = this.filters();
    return state === null ? ALL : STATE_SLUGS[state];
  });
  protected readonly columns = computed<readonly TableColumn<EquipmentListItem>[]>(() => {
    const columns: (TableColumn<EquipmentListItem> | false)[] = [
      { key: 'tag', label: 'Étiquette', sortable: true, card: 'beside' },
      { key: 'model', label: 'Modèle', width: '28%', card: 'title' },
      { key: 'place', label: 'Lieu', width: '28%' },
      { key: 'state', label: 'État' },
      { key: 'purchased', label: 'Achat', sortable: true },
      readsEquipmentPrices(this.role()) && { key: 'price', label: 'Prix TTC', align: 'end' },
      { key: 'seen', label: 'Vu', sortable: true, align: 'end' },
    ];
    return columns.filter((column) => column !== false);
  });

  protected readonly current = signal<string | null>(null);
  protected readonly prints = may('labels.print');
  /** Rows that are ticked, on other pages of the list too; another view or search begins anew. */
  protected readonly none: ReadonlySet<string> = new Set();
  protected readonly selected = anewWith<ReadonlySet<string>>(
    () => JSON.stringify({ ...this.filters(), page: 0 }),
    () => this.none,
  );
  protected readonly selectedIds = computed(() => [...this.selected()].slice(0, MOST_CHOSEN).join(','));
  protected readonly selectedWords = computed(() => {
    const { size } = this.selected();
    const words = size === 1 ? '1 appareil coché' : `${counted(size, 'appareil', 'appareils')} cochés`;
    return size > MOST_CHOSEN ? `${words} : les ${MOST_CHOSEN} premiers à la fois` : words;
  });
  protected readonly labelWords = computed(
    () => `Imprimer ${counted(Math.min(this.selected().size, MOST_CHOSEN), 'étiquette', 'étiquettes')}`,
  );
  protected readonly rowKey = (row: EquipmentListItem): string => row.id;
  protected readonly rowName = (row: EquipmentListItem): string => `${row.tag}, ${row.modelName}`;
  protected readonly stateOf = (row: EquipmentListItem) => EQUIPMENT_STATES[row.state];
  protected readonly picture = equipmentPicture;
  protected readonly place = placeWords;

  constructor() {
    effect(() => this.pageTitle.show(this.title()));
  }

  /** "3 ans · contient 10 appareils", "reconditionné" */
  protected modelNote({ purchasedOn, contents, refurbished }: EquipmentListItem): string {
    const words = [
      ageWords(purchasedOn, this.today),
      refurbished ? 'reconditionné' : '',
      contents > 0 ? `contient ${counted(contents, 'appareil', 'appareils')}` : '',
    ];
    return words.filter((word) => word !== '').join(' · ');
  }

  protected open(row: EquipmentListItem): void {
    void this.router.navigate(['/parc/appareils', row.id]);
  }

  protected chooseView(id: string): void {
    this.address.go({ ...NO_EQUIPMENT_FILTER, etat: id === ALL ? null : id });
  }
}
