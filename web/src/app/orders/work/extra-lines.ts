import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { Api, itemsList, itemsPage, type OrderPage } from '@parc/api-client';
import { Field, Icon, money, MoneyPipe, Notice, type PickerOption, SearchPicker, Stepper } from '@parc/ui';
import { unitTotalCents, ITEMS_ORDERABLE } from '@parc/domain';
import { mutation } from '../../shell/mutation';
import { reading } from '../../shell/reading';
import { LineDevices, type NamedChange } from './line-devices';
import { addedLine, type ExtraDraft } from './report-draft';

const SHOWN = 20;
/** The most that one report may add. */
const MOST_LINES = 10;

/** Told by the lines as they are then: another answer may have changed them meanwhile. */
export type ExtraChange = (lines: readonly ExtraDraft[]) => readonly ExtraDraft[];

/** What was done beyond the order: catalogue items of the same performer, at today's price. */
@Component({
  selector: 'parc-extra-lines',
  imports: [Field, Icon, LineDevices, MoneyPipe, Notice, SearchPicker, Stepper],
  template: `
    @for (line of lines(); track $index; let index = $index) {
      <div class="line">
        <div class="name">
          <strong>{{ line.itemName }}</strong>
          <span class="muted small">{{ unitCents(line) | money }}</span>
        </div>
        <div class="count">
          <parc-stepper
            [label]="'En plus, ' + line.itemName"
            [min]="1"
            [value]="line.quantity"
            (valueChange)="count(index, $event)"
          />
          <button
            type="button"
            class="button remove"
            [attr.aria-label]="'Retirer ' + line.itemName"
            (click)="remove(index)"
          >
            <parc-icon name="trash" [size]="18" />
          </button>
        </div>
        <parc-line-devices
          class="devices"
          [added]="true"
          [orderId]="order().id"
          [line]="addedLine(line, index)"
          [draft]="line"
          [rooms]="rooms()"
          [errors]="errors()"
          (changed)="name(index, $event)"
        />
      </div>
    }
    @if (adding()) {
      <div class="search">
        <parc-field label="Prestation ou matériel ajouté">
          <parc-search-picker
            placeholder="Support, prise, câble…"
            [options]="options()"
            [pending]="found.loading() || pricing.pending()"
            [value]="null"
            (valueChange)="add($event)"
            (query)="query.set($event)"
          />
        </parc-field>
        @if (pricing.problem(); as refused) {
          <parc-notice tone="trouble" role="alert">{{ refused.sentence }}</parc-notice>
        } @else if (found.failed()) {
          <parc-notice tone="trouble" role="alert">
            Le catalogue n’a pas pu être lu.
            <button type="button" class="button-as-link" (click)="found.reload()">Réessayer</button>
          </parc-notice>
        }
        <button type="button" class="button button-quiet" (click)="adding.set(false)">Fermer la recherche</button>
      </div>
    } @else if (lines().length < most) {
      <button type="button" class="button button-quiet button-wide" (click)="adding.set(true)">
        <parc-icon name="plus" /> Ajouter une prestation
      </button>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
    }

    .line {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 0.5rem 1rem;
      padding: 1rem;
      border-bottom: 1px solid var(--line);
    }

    .name {
      flex: 1 1 9rem;
    }

    .name span {
      display: block;
    }

    .count {
      display: flex;
      gap: 0.5rem;
    }

    .devices {
      flex: 1 1 100%;
      min-width: 0;
    }

    .remove {
      padding: 0;
      width: 2.75rem;
    }

    .search {
      display: grid;
      gap: 0.75rem;
      padding: 1rem;
    }
  `,
})
export class ExtraLines {
  readonly order = input.required<OrderPage>();
  readonly lines = input.required<readonly ExtraDraft[]>();
  readonly rooms = input<readonly { id: string; name: string }[]>([]);
  /** What the devices lack, by the field that mends it. */
  readonly errors = input<ReadonlyMap<string, string>>(new Map());
  readonly changed = output<ExtraChange>();
  private readonly api = inject(Api);
  private readonly picker = viewChild(SearchPicker);

  protected readonly most = MOST_LINES;
  protected readonly addedLine = addedLine;
  protected readonly adding = signal(false);
  protected readonly query = signal('');

  /** The contract whose items may be added; undefined for an order of the metropole. */
  private readonly contract = reading({
    asked: () => (this.adding() ? this.order().lines[0]?.itemId : undefined),
    load: async (id) => ({ contractId: (await this.api.invoke(itemsPage, { id })).contractId ?? null }),
  });
  protected readonly found = reading({
    asked: () => {
      const contract = this.contract.value();
      return contract === null ? undefined : { ...contract, search: this.query() || undefined };
    },
    load: ({ contractId, search }) =>
      this.api.invoke(itemsList, {
        ...(contractId === null ? { performer: 'metropole' } : { contractId }),
        search,
        state: [...ITEMS_ORDERABLE],
        size: SHOWN,
      }),
  });
  private readonly items = () => this.found.value()?.items ?? [];
  protected readonly options = computed<readonly PickerOption[]>(() =>
    this.items()
      .filter(({ priceCents }) => priceCents !== null)
      .map(({ id, name, priceCents, unit }) => ({ id, label: name, detail: `${money(priceCents!)} · ${unit}` })),
  );

  /** The list says a price with tax; the exact cost is computed from the net price and its rate. */
  protected readonly pricing = mutation((_key, id: string) => this.api.invoke(itemsPage, { id }));

  protected async add(option: PickerOption | null): Promise<void> {
    if (option === null) return;
    const item = await this.pricing.run(option.id);
    const price = item?.prices?.find(({ holds }) => holds === 'current');
    this.picker()?.value.set(null);
    if (item === null || price === undefined) return;
    const { unitNetCents, vatBasisPoints } = price;
    const { id: itemId, name: itemName, kind: itemKind } = item;
    const line = { itemId, itemName, itemKind, roomId: null, quantity: 1, unitNetCents, vatBasisPoints, devices: [] };
    this.changed.emit((lines) => [...lines, line]);
    this.adding.set(false);
  }

  protected unitCents({ unitNetCents, vatBasisPoints }: ExtraDraft): number {
    return unitTotalCents(unitNetCents, vatBasisPoints);
  }

  protected count(index: number, quantity: number): void {
    this.change(index, () => ({ quantity }));
  }

  protected name(index: number, change: NamedChange): void {
    this.change(index, (line) => (typeof change === 'function' ? change(line) : change));
  }

  protected remove(index: number): void {
    this.changed.emit((lines) => lines.filter((_line, at) => at !== index));
  }

  private change(index: number, part: (line: ExtraDraft) => Partial<ExtraDraft>): void {
    this.changed.emit((lines) => lines.map((line, at) => (at === index ? { ...line, ...part(line) } : line)));
  }
}
