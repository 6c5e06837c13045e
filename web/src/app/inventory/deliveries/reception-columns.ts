import { Component, computed, input, output, signal } from '@angular/core';
import type { DeliveryListPage, DeliveryListRequest } from '@parc/api-client';
import { DELIVERY_COLUMN_NAMES, DELIVERY_COLUMNS, missingDeliveryColumns, type DeliveryColumn } from '@parc/domain';
import { CountedPipe, Icon } from '@parc/ui';
import { mapColumn } from './list-said';

/** What the file says and what it is here, column by column, with a sample; to be told anew where it was guessed wrong. */
@Component({
  selector: 'parc-reception-columns',
  imports: [CountedPipe, Icon],
  templateUrl: './reception-columns.html',
  styleUrl: './reception-columns.css',
})
export class ReceptionColumns {
  readonly list = input.required<DeliveryListPage>();
  readonly pending = input(false);
  readonly said = output<DeliveryListRequest>();

  private readonly asked = signal(false);
  private readonly mapping = computed(
    () => new Map<number, DeliveryColumn>(this.list().columns.map(({ column, place }) => [place, column])),
  );
  private readonly missing = computed(() =>
    missingDeliveryColumns(Object.fromEntries(this.list().columns.map(({ column, place }) => [column, place]))),
  );
  /** What must be told before anything is read. */
  protected readonly unread = computed(() => this.missing().length > 0);
  protected readonly changing = computed(() => this.asked() || this.unread());
  protected readonly choices = DELIVERY_COLUMN_NAMES.map((column) => ({
    column,
    label: DELIVERY_COLUMNS[column].label,
  }));
  protected readonly columns = computed(() =>
    this.list().header.map((heading, place) => {
      const column = this.mapping().get(place) ?? null;
      const label = column === null ? '' : DELIVERY_COLUMNS[column].label;
      return {
        place,
        heading: heading || `Colonne ${place + 1}`,
        sample: this.list().sample[place] ?? '',
        column,
        label,
      };
    }),
  );

  protected toggle(): void {
    this.asked.update((asked) => !asked);
  }

  protected choose(place: number, column: string): void {
    this.said.emit(mapColumn(this.list(), place, column === '' ? null : (column as DeliveryColumn)));
  }
}
