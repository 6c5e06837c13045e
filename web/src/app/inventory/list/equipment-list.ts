import { Component, computed, effect, inject, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  Api,
  equipmentBulkExport,
  equipmentCounts,
  equipmentList,
  type EquipmentListItem,
  schoolsCommunes,
  stockPlacesList,
} from '@parc/api-client';
import { COHERENCES, EQUIPMENT_HELD, EQUIPMENT_STATE_NAMES, EQUIPMENT_STATES, parisDateOf } from '@parc/domain';
import {
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
  Toasts,
  ViewTabs,
} from '@parc/ui';
import { anewWith } from '../../shell/anew';
import { exportAddress, listAddress } from '../../shell/lists/list-address';
import { ListFilters } from '../../shell/lists/list-filters';
import { listReading, PAGE_SIZE } from '../../shell/lists/list-reading';
import { ListState } from '../../shell/lists/list-state';
import { OwnViewBar } from '../../shell/lists/own-view-bar';
import { type OwnView, ownViews } from '../../shell/lists/own-views';
import { may } from '../../shell/may';
import { PageTitle } from '../../shell/page-title';
import { reading } from '../../shell/reading';
import { Session } from '../../shell/session';
import { EquipmentBulk, MOST_TOGETHER } from '../bulk/equipment-bulk';
import { ageWords, equipmentPicture, placeWords } from '../equipment-words';
import {
  askedEquipment,
  bareEquipmentAddress,
  equipmentChips,
  equipmentTitle,
  isEquipmentNarrowed,
  NO_EQUIPMENT_FILTER,
  readEquipmentFilters,
  readsEquipmentPrices,
  STATE_SLUGS,
  STATE_TABS,
} from './equipment-filters';
import { FleetMenu } from './fleet-menu';

const ALL = 'tous';

/** The devices a role reaches, by state; a case and its content are one line. */
@Component({
  selector: 'parc-equipment-list',
  imports: [
    Cell,
    DataTable,
    DayPipe,
    EquipmentBulk,
    FleetMenu,
    Icon,
    ListFilters,
    ListState,
    MoneyPipe,
    OwnViewBar,
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
  private readonly toasts = inject(Toasts);
  private readonly pageTitle = inject(PageTitle);
  private readonly role = inject(Session).role;
  protected readonly address = listAddress(NO_EQUIPMENT_FILTER);
  protected readonly ownViews = ownViews('equipment');

  private readonly today = parisDateOf(new Date());
  protected readonly pageSize = PAGE_SIZE;
  protected readonly filters = computed(() => readEquipmentFilters(this.address.words()));
  protected readonly narrowed = computed(() => isEquipmentNarrowed(this.filters()));
  protected readonly reading = listReading(
    () => askedEquipment(this.filters()),
    (asked) => this.api.invoke(equipmentList, asked),
  );
  private readonly counts = reading({ load: () => this.api.invoke(equipmentCounts) });
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
  protected readonly title = computed(() => {
    if (this.reading.value() === null) return 'Parc';
    const held = this.narrowed() ? null : this.held();
    return equipmentTitle(this.filters(), held ?? this.reading.total(), held !== null);
  });
  protected readonly chips = computed(() =>
    equipmentChips(this.filters(), this.communes.value() ?? [], this.stockPlaces.value() ?? []),
  );
  /** The filters alone, as an own view keeps them. */
  protected readonly bareAddress = computed(() => bareEquipmentAddress(this.address.words()));
  protected readonly ownView = computed<OwnView | null>(() => {
    const now = JSON.stringify(this.bareAddress());
    return this.ownViews.all().find(({ address }) => JSON.stringify(address) === now) ?? null;
  });
  protected readonly exportLink = computed(() =>
    exportAddress(this.api.rootUrl + equipmentBulkExport.PATH, askedEquipment(this.filters())),
  );
  protected readonly views = computed<readonly SavedView[]>(() => {
    const states = this.counts.value()?.states ?? [];
    const own = this.ownViews.all().map(({ id, label }) => ({ id, label, count: null }));
    if (states.length < 2 && own.length === 0) return [];
    const sum = states.reduce((total, { lines }) => total + lines, 0);
    return [
      { id: ALL, label: 'Tout', count: sum },
      ...EQUIPMENT_STATE_NAMES.flatMap((state) => {
        const found = states.find((each) => each.state === state);
        return found === undefined ? [] : [{ id: STATE_SLUGS[state], label: STATE_TABS[state], count: found.lines }];
      }),
      ...own,
    ];
  });
  protected readonly chosenView = computed(() => {
    const { state } = this.filters();
    const own = this.ownView();
    if (own !== null) return own.id;
    return state === null ? ALL : STATE_SLUGS[state];
  });
  protected readonly columns = computed<readonly TableColumn<EquipmentListItem>[]>(() => {
    const columns: (TableColumn<EquipmentListItem> | false)[] = [
      { key: 'tag', label: 'Étiquette', sortable: true },
      { key: 'model', label: 'Modèle', width: '28%', card: 'title' },
      { key: 'place', label: 'Lieu', width: '28%' },
      { key: 'state', label: 'État', card: 'beside' },
      { key: 'purchased', label: 'Achat', sortable: true, card: 'hidden' },
      readsEquipmentPrices(this.role()) && { key: 'price', label: 'Prix TTC', align: 'end', card: 'hidden' },
      { key: 'seen', label: 'Vu', sortable: true, align: 'end', card: 'hidden' },
    ];
    return columns.filter((column) => column !== false);
  });

  protected readonly current = signal<string | null>(null);
  private readonly prints = may('labels.print');
  private readonly places = may('equipment.place');
  protected readonly acts = computed(() => this.prints() || this.places());
  /** Rows that are ticked, on other pages of the list too; another view or search begins anew. */
  protected readonly none: ReadonlySet<string> = new Set();
  protected readonly selected = anewWith<ReadonlySet<string>>(
    () => JSON.stringify({ ...this.filters(), page: 0 }),
    () => this.none,
  );
  /** The rows that were in sight, as they were last read: those of other pages are ticked with what is known of them. */
  private readonly known = linkedSignal<readonly EquipmentListItem[], ReadonlyMap<string, EquipmentListItem>>({
    source: this.reading.rows,
    computation: (rows, former) => withRows(former?.value, rows),
  });
  protected readonly ticked = computed(() => {
    const known = this.known();
    return [...this.selected()].flatMap((id) => known.get(id) ?? []);
  });
  protected readonly rowKey = (row: EquipmentListItem): string => row.id;
  protected readonly rowName = (row: EquipmentListItem): string => `${row.tag}, ${row.modelName}`;
  protected readonly stateOf = (row: EquipmentListItem) => EQUIPMENT_STATES[row.state];
  protected readonly picture = equipmentPicture;
  protected readonly place = placeWords;
  protected readonly flagged = COHERENCES.flagged.word;

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
    const own = this.ownViews.all().find((view) => view.id === id);
    this.address.go({ ...NO_EQUIPMENT_FILTER, etat: id === ALL || own ? null : id, ...own?.address });
  }

  /** All that the list finds, as far as it goes together, in its order. */
  protected async tickAll(): Promise<void> {
    const asked = { ...askedEquipment(this.filters()), page: 1, size: MOST_TOGETHER };
    const page = await this.api.invoke(equipmentList, asked).catch(() => null);
    if (page === null) return this.toasts.warn('Le parc ne répond pas. Réessayez.');
    this.known.update((known) => withRows(known, page.items));
    this.selected.set(new Set(page.items.map(({ id }) => id)));
  }

  protected reload(): void {
    this.reading.reload();
    this.counts.reload();
  }
}

function withRows(
  known: ReadonlyMap<string, EquipmentListItem> = new Map(),
  rows: readonly EquipmentListItem[],
): ReadonlyMap<string, EquipmentListItem> {
  return new Map([...known, ...rows.map((row) => [row.id, row] as const)]);
}
