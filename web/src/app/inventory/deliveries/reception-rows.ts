import { Component, computed, ElementRef, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  Api,
  deliveryListsFaulty,
  type DeliveryEntry,
  type DeliveryListPage,
  type DeliveryListRequest,
  type FaultyRow,
  type RowFault,
} from '@parc/api-client';
import { DELIVERY_COLUMNS } from '@parc/domain';
import { CountedPipe, DayPipe, Icon, type PickerOption, type SavedView, ViewTabs } from '@parc/ui';
import { anewWith } from '../../shell/anew';
import { leaveOut, mendCell, nameModel, takeBackIn } from './list-said';
import { ModelPicker } from './model-picker';

type View = 'faulty' | 'ready';

/** The rows of a list: what is held back with its remedy beside it, what is ready with the label that it will bear. */
@Component({
  selector: 'parc-reception-rows',
  imports: [CountedPipe, DayPipe, Icon, ModelPicker, RouterLink, ViewTabs],
  templateUrl: './reception-rows.html',
  styleUrl: './reception-rows.css',
})
export class ReceptionRows {
  readonly list = input.required<DeliveryListPage>();
  readonly entry = input.required<DeliveryEntry>();
  readonly pending = input(false);
  readonly said = output<DeliveryListRequest>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly api = inject(Api);
  protected readonly file = computed(() => this.api.rootUrl + deliveryListsFaulty.PATH.replace('{id}', this.list().id));
  protected readonly view = anewWith<View>(
    () => `${this.list().id} ${this.entry().faulty > 0}`,
    () => (this.entry().faulty > 0 ? 'faulty' : 'ready'),
  );
  protected readonly views = computed<readonly SavedView[]>(() => [
    { id: 'faulty', label: 'À corriger', count: this.entry().faulty },
    { id: 'ready', label: 'Prêtes', count: this.entry().ready },
  ]);
  /** The fault whose remedy is open: line and column. */
  protected readonly opened = signal('');

  protected readonly keyOf = (row: FaultyRow, fault: RowFault): string => `${row.line}-${fault.column}`;
  protected readonly column = (fault: RowFault): string => DELIVERY_COLUMNS[fault.column].label;
  /** How many rows the supplier's word stands in: they are all named at once. */
  protected rowsOf(row: FaultyRow): number {
    return this.wordOf(row)?.rows ?? 1;
  }

  protected show(id: string): void {
    this.view.set(id as View);
  }

  protected open(row: FaultyRow, fault: RowFault): void {
    this.opened.set(this.keyOf(row, fault));
    setTimeout(() => this.host.nativeElement.querySelector<HTMLInputElement>('.remedy input')?.focus());
  }

  protected mend(event: Event, row: FaultyRow, fault: RowFault, value: string): void {
    event.preventDefault();
    if (value.trim() === '') return;
    this.opened.set('');
    this.said.emit(mendCell(this.list(), row.line, fault.column, value.trim()));
  }

  protected name(row: FaultyRow, { id }: PickerOption): void {
    const word = this.wordOf(row);
    if (word === undefined) return;
    this.opened.set('');
    this.said.emit(nameModel(this.list(), word.word, id));
  }

  protected leave(row: FaultyRow): void {
    this.said.emit(leaveOut(this.list(), row.line));
  }

  protected takeBack(): void {
    this.said.emit(takeBackIn(this.list()));
  }

  private wordOf({ modelText }: FaultyRow) {
    return this.entry().words.find(({ text }) => text === modelText) ?? this.wordAlike(modelText);
  }

  /** The same word in other capitals, or spaced otherwise. */
  private wordAlike(modelText: string) {
    const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
    return this.entry().words.find(({ text }) => plain(text) === plain(modelText));
  }
}
