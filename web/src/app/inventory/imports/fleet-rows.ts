import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FleetChangedRow, FleetFaultCount, FleetRefusedRow } from '@parc/api-client';
import { FLEET_COLUMNS, type FleetColumn } from '@parc/domain';
import { CountedPipe, Icon } from '@parc/ui';

/** What a list changes, and the rows that stay out, by kind of fault and one by one. */
@Component({
  selector: 'parc-fleet-rows',
  imports: [CountedPipe, Icon, RouterLink],
  templateUrl: './fleet-rows.html',
  styleUrl: './fleet-rows.css',
})
export class FleetRows {
  readonly refused = input.required<number>();
  /** Of them, rows that wait for an answer about a word alone: not among the first. */
  readonly waiting = input(0);
  readonly faults = input.required<readonly FleetFaultCount[]>();
  /** The first of them. */
  readonly refusedRows = input.required<readonly FleetRefusedRow[]>();
  /** Address of the file of all of them. */
  readonly file = input.required<string>();
  readonly changed = input.required<number>();
  readonly changedRows = input.required<readonly FleetChangedRow[]>();

  protected readonly leftRefused = computed(() => this.refused() - this.waiting() - this.refusedRows().length);
  protected readonly leftChanged = computed(() => this.changed() - this.changedRows().length);
  protected readonly column = (column: FleetColumn): string => FLEET_COLUMNS[column].label;
}
