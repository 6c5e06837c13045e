import { NgTemplateOutlet } from '@angular/common';
import {
  booleanAttribute,
  Component,
  computed,
  contentChildren,
  ElementRef,
  inject,
  input,
  model,
  output,
  viewChild,
} from '@angular/core';
import { Icon } from '../icon/icon.js';
import { Cell, type RowShortcut, type TableColumn, type TableSort } from './columns.js';
import { ShortcutHelp } from './shortcut-help.js';

/**
 * A list as a table on a desk and as cards on a phone. Sorting and paging are the server's: the table says what was
 * asked and shows what came. With the focus on a row: J K or arrows to walk, X to tick, Entrée to open, ? for all
 * keys; only there, so that no letter typed elsewhere acts.
 */
@Component({
  selector: 'parc-data-table',
  imports: [Icon, NgTemplateOutlet, ShortcutHelp],
  templateUrl: './data-table.html',
  styleUrl: './data-table.css',
})
export class DataTable<Row> {
  readonly rows = input.required<readonly Row[]>();
  readonly columns = input.required<readonly TableColumn<Row>[]>();
  /** A row's identity, the one that `selected` and `current` hold. */
  readonly rowKey = input.required<(row: Row) => string>();
  /** A row's name for a screen reader: "C-2026-00196, Élémentaire des Marronniers". */
  readonly rowName = input.required<(row: Row) => string>();
  /** What the table lists, for a screen reader. */
  readonly caption = input.required<string>();
  readonly selectable = input(false, { transform: booleanAttribute });
  readonly shortcuts = input<readonly RowShortcut[]>([]);

  readonly sort = model<TableSort | null>(null);
  readonly selected = model<ReadonlySet<string>>(new Set());
  /** The row that the keyboard is on, and that a split view shows. */
  readonly current = model<string | null>(null);
  readonly opened = output<Row>();
  readonly shortcut = output<{ readonly shortcut: RowShortcut; readonly row: Row }>();

  private readonly cells = contentChildren<Cell<Row>>(Cell);
  private readonly help = viewChild.required(ShortcutHelp);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  protected readonly templates = computed(() => new Map(this.cells().map((cell) => [cell.parcCell(), cell.template])));
  protected readonly keys = computed(() => this.rows().map(this.rowKey()));
  protected readonly tickedCount = computed(() => this.keys().filter((key) => this.selected().has(key)).length);
  protected readonly allTicked = computed(() => this.tickedCount() > 0 && this.tickedCount() === this.keys().length);
  /** One row at a time is in the tab order: the current one, or the first. */
  protected readonly tabbable = computed(() => {
    const current = this.current();
    return current !== null && this.keys().includes(current) ? current : (this.keys()[0] ?? null);
  });

  protected sortBy(column: TableColumn<Row>): void {
    const sort = this.sort();
    const ascending = sort?.key !== column.key || sort.direction === 'descending';
    this.sort.set({ key: column.key, direction: ascending ? 'ascending' : 'descending' });
  }

  protected sorted(column: TableColumn<Row>): TableSort['direction'] | null {
    const sort = this.sort();
    return sort?.key === column.key ? sort.direction : null;
  }

  protected toggle(key: string): void {
    const selected = new Set(this.selected());
    if (!selected.delete(key)) selected.add(key);
    this.selected.set(selected);
  }

  /** Ticks or clears the rows in sight; what was ticked on another page stays. */
  protected toggleAll(): void {
    const selected = new Set(this.selected());
    const clear = this.allTicked();
    for (const key of this.keys()) {
      if (clear) selected.delete(key);
      else selected.add(key);
    }
    this.selected.set(selected);
  }

  protected openByClick(row: Row, event: Event): void {
    // A link, a button or a box in the row has its own meaning, and selecting text is no click.
    if ((event.target as Element).closest('a, button, input, label, select') !== null) return;
    if (!(getSelection()?.isCollapsed ?? true)) return;
    this.open(row);
  }

  protected press(event: KeyboardEvent): void {
    const target = event.target as Element;
    if (event.ctrlKey || event.altKey || event.metaKey || !target.matches('tr, input[type="checkbox"]')) return;
    const index = this.keys().indexOf(this.tabbable() ?? '');
    const row = this.rows()[index];
    if (row === undefined || !this.act(event, index, row, target.matches('tr'))) return;
    event.preventDefault();
  }

  protected moveTo(key: string): void {
    this.current.set(key);
  }

  /** @returns whether the key meant something */
  private act(event: KeyboardEvent, index: number, row: Row, onRow: boolean): boolean {
    const key = event.key.toLowerCase();
    const own = this.shortcuts().find((each) => each.key === key && (each.shift ?? false) === event.shiftKey);
    if (own !== undefined) this.shortcut.emit({ shortcut: own, row });
    else if (event.key === '?') this.help().open();
    else if (event.shiftKey) return false;
    else if (key === 'j' || key === 'arrowdown') this.focusRow(index + 1);
    else if (key === 'k' || key === 'arrowup') this.focusRow(index - 1);
    else if (key === 'x' && this.selectable()) this.toggle(this.rowKey()(row));
    else if (key === 'enter' && onRow) this.open(row);
    else return false;
    return true;
  }

  private open(row: Row): void {
    this.current.set(this.rowKey()(row));
    this.opened.emit(row);
  }

  private focusRow(index: number): void {
    const key = this.keys()[index];
    if (key === undefined) return;
    this.current.set(key);
    const row = this.host.nativeElement.querySelectorAll<HTMLElement>('tbody > tr')[index];
    row?.focus();
    row?.scrollIntoView({ block: 'nearest' });
  }
}
