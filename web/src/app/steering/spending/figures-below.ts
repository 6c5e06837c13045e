import { Component, input } from '@angular/core';
import { type CsvCell, csvOf, Icon, saveFile } from '@parc/ui';

/** What stands under each chart: the table it is drawn from (projected), and the same as a file. */
@Component({
  selector: 'parc-figures-below',
  imports: [Icon],
  template: `
    <details>
      <summary>Tableau</summary>
      <div class="table" tabindex="0" role="region" [attr.aria-label]="'Tableau : ' + name()"><ng-content /></div>
    </details>
    <button type="button" class="button-as-link small" (click)="save()">
      <parc-icon name="download" [size]="14" /> CSV
    </button>
  `,
  styles: `
    :host {
      position: relative;
      display: block;
      margin-top: 1rem;
      padding-top: 0.75rem;
      border-top: 1px solid var(--line);
    }

    summary {
      display: inline-block;
      min-height: 1.5rem;
      color: var(--primary);
      font-size: var(--text-14);
      text-decoration: underline;
      text-underline-offset: 0.15em;
      cursor: pointer;
    }

    button {
      position: absolute;
      top: 0.75rem;
      right: 0;
      display: inline-flex;
      align-items: center;
      gap: 0.25rem;
      min-height: 1.5rem;
    }

    .table {
      margin-top: 0.5rem;
      overflow-x: auto;
    }
  `,
})
export class FiguresBelow {
  /** What the table is of; also names the file. */
  readonly name = input.required<string>();
  readonly head = input.required<readonly string[]>();
  readonly rows = input.required<readonly (readonly CsvCell[])[]>();

  protected save(): void {
    saveFile(`${this.name()}.csv`, csvOf(this.head(), this.rows()));
  }
}
