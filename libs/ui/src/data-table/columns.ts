import { Directive, inject, input, TemplateRef } from '@angular/core';

export interface TableColumn<Row> {
  readonly key: string;
  readonly label: string;
  /** Numbers and amounts stand at the end. */
  readonly align?: 'start' | 'end';
  readonly sortable?: boolean;
  /** CSS width of the column, when the content should not decide. */
  readonly width?: string;
  /** Text of a cell that has no template of its own. */
  readonly text?: (row: Row) => string;
  /** On a phone a row is a card: its title, what stands beside the title, a labelled line (by default), or nothing. */
  readonly card?: 'title' | 'beside' | 'line' | 'hidden';
}

export interface TableSort {
  readonly key: string;
  readonly direction: 'ascending' | 'descending';
}

/** A key of the page's own that works on the row in focus: { key: 'a', shift: false, label: 'approuver la ligne' }. */
export interface RowShortcut {
  /** The letter, in lower case. */
  readonly key: string;
  readonly shift?: boolean;
  readonly label: string;
}

export interface CellContext<Row> {
  readonly $implicit: Row;
}

/**
 * How one column's cells look: `<ng-template parcCell="school" [parcCellOf]="rows()" let-row>`. `parcCellOf` only
 * gives `row` its type.
 */
@Directive({ selector: 'ng-template[parcCell]' })
export class Cell<Row> {
  readonly parcCell = input.required<string>();
  readonly parcCellOf = input<readonly Row[]>([]);
  readonly template = inject<TemplateRef<CellContext<Row>>>(TemplateRef);

  static ngTemplateContextGuard<Row>(_cell: Cell<Row>, _context: unknown): _context is CellContext<Row> {
    return true;
  }
}
