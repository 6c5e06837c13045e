import { Component, computed, input, output } from '@angular/core';
import type { DeliveryListPage, DeliveryListRequest } from '@parc/api-client';
import { DELIVERY_COLUMNS, missingDeliveryColumns, type DeliveryColumn } from '@parc/domain';
import { type ColumnChosen, ListColumns } from '../lists/list-columns';
import { mapColumn } from './list-said';

/** The columns of a supplier's list. */
@Component({
  selector: 'parc-reception-columns',
  imports: [ListColumns],
  template: `<parc-list-columns
    [list]="list()"
    [words]="words"
    [missing]="missing()"
    [pending]="pending()"
    (chose)="choose($event)"
  />`,
})
export class ReceptionColumns {
  readonly list = input.required<DeliveryListPage>();
  readonly pending = input(false);
  readonly said = output<DeliveryListRequest>();

  protected readonly words = DELIVERY_COLUMNS;
  protected readonly missing = computed(() => {
    const mapping = Object.fromEntries(this.list().columns.map(({ column, place }) => [column, place]));
    return missingDeliveryColumns(mapping).length === 0
      ? ''
      : 'Dites quelle colonne contient le numéro de série : sans lui, rien n’est lu.';
  });

  protected choose({ place, column }: ColumnChosen): void {
    this.said.emit(mapColumn(this.list(), place, column as DeliveryColumn | null));
  }
}
