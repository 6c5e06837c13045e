import { booleanAttribute, Component, computed, ElementRef, inject, input, signal } from '@angular/core';
import { type CsvCell, csvOf, saveFile } from './csv.js';
import { pictureOf } from './picture.js';
import { wholeNumber } from '../words/typography.js';

let lastNumber = 0;

/**
 * A chart with what everybody needs around it: the sentence it answers as its title, the same as a table, as a file and as a
 * picture. The chart itself is projected; who cannot see it reads the sentence and the table.
 */
@Component({
  selector: 'parc-chart-card',
  template: `
    <figure [attr.aria-labelledby]="id + '-title'" [attr.aria-describedby]="id + '-note'">
      <figcaption>
        <h2 [id]="id + '-title'">{{ heading() }}</h2>
        <p class="tools small">
          <button
            type="button"
            class="button-as-link"
            [attr.aria-expanded]="open()"
            [attr.aria-controls]="id + '-table'"
            (click)="open.set(!open())"
          >
            Tableau
          </button>
          <span aria-hidden="true">·</span>
          <button type="button" class="button-as-link" [attr.aria-label]="'CSV : ' + heading()" (click)="save()">
            CSV
          </button>
          @if (!bare()) {
            <span aria-hidden="true">·</span>
            <button type="button" class="button-as-link" [attr.aria-label]="'Image : ' + heading()" (click)="picture()">
              Image
            </button>
          }
        </p>
      </figcaption>
      <p class="note small muted" [id]="id + '-note'">{{ note() }}</p>
      <ng-content />
      <div
        class="table"
        [id]="id + '-table'"
        [hidden]="!open()"
        tabindex="0"
        role="region"
        [attr.aria-label]="'Tableau : ' + heading()"
      >
        <table class="lines-table small">
          <caption class="visually-hidden">
            {{
              heading()
            }}
          </caption>
          <thead>
            <tr>
              @for (word of head(); track $index) {
                <th scope="col" [class.number]="$index > 0">{{ word }}</th>
              }
            </tr>
          </thead>
          <tbody>
            @for (row of rows(); track $index) {
              <tr>
                @for (cell of row; track $index) {
                  @if ($first) {
                    <th scope="row">{{ cell }}</th>
                  } @else {
                    <td class="number">{{ shown(cell) }}</td>
                  }
                }
              </tr>
            }
          </tbody>
        </table>
      </div>
    </figure>
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }

    figure {
      margin: 0;
    }

    figcaption {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      justify-content: space-between;
      gap: 0 1rem;
    }

    h2 {
      font-size: var(--text-16);
    }

    .tools {
      display: flex;
      gap: 0.375rem;
      color: var(--muted);
    }

    .tools button {
      min-height: 1.5rem;
    }

    .note:empty {
      display: none;
    }

    .table {
      max-height: 22rem;
      margin-top: 0.5rem;
      overflow: auto;
      border-top: 1px solid var(--line);
    }

    tbody th {
      border-bottom: 1px solid var(--line);
      color: inherit;
      font-weight: inherit;
    }

    @media print {
      .tools {
        display: none;
      }

      figure {
        break-inside: avoid;
      }
    }
  `,
})
export class ChartCard {
  /** The sentence that the chart answers. */
  readonly heading = input.required<string>();
  readonly note = input('');
  /** Names the files. */
  readonly name = input.required<string>();
  readonly head = input.required<readonly string[]>();
  readonly rows = input.required<readonly (readonly CsvCell[])[]>();
  /** There is nothing to take a picture of. */
  readonly bare = input(false, { transform: booleanAttribute });

  protected readonly id = `chart-${++lastNumber}`;
  protected readonly open = signal(false);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly csv = computed(() => csvOf(this.head(), this.rows()));

  protected save(): void {
    saveFile(`${this.name()}.csv`, this.csv());
  }

  protected async picture(): Promise<void> {
    const svg = this.host.nativeElement.querySelector<SVGSVGElement>('figure > :not(figcaption) svg');
    if (svg !== null) saveFile(`${this.name()}.png`, await pictureOf(svg, this.heading()));
  }

  protected shown(cell: CsvCell): string {
    if (typeof cell === 'object') return String(cell.cents / 100);
    if (typeof cell === 'string') return cell;
    return Number.isInteger(cell) ? wholeNumber(cell) : String(cell).replace('.', ',');
  }
}
