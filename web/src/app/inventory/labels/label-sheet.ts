import { Component, computed, input } from '@angular/core';
import type { PrintedLabel } from '@parc/api-client';
import { darkRuns, LABEL_FORMATS, type LabelFormatName, labelsOnPage } from '@parc/domain';
import encodeQR from 'qr';

/** The first sheet as it will come out of the printer, in the size of the screen. */
@Component({
  selector: 'parc-label-sheet',
  template: `
    <ol
      class="sheet"
      [style.aspect-ratio]="ratio()"
      [class.small]="format() === 'a4-65'"
      [class.roll]="format() === 'roll-62'"
    >
      @for (place of places(); track place.number) {
        <li
          [style.left.%]="place.left"
          [style.top.%]="place.top"
          [style.width.%]="place.width"
          [style.height.%]="place.height"
        >
          @if (place.label; as label) {
            <svg [attr.viewBox]="label.box" aria-hidden="true"><path [attr.d]="label.path" /></svg>
            <span class="words">
              <strong>{{ label.code }}</strong>
              <span>{{ label.modelName }}</span>
              <span class="muted">{{ label.schoolName ?? 'Plan Numérique à l’École' }}</span>
            </span>
          } @else {
            <span class="visually-hidden">Place {{ place.number }}, laissée vide</span>
          }
        </li>
      }
    </ol>
  `,
  styleUrl: './label-sheet.css',
})
export class LabelSheet {
  readonly labels = input.required<readonly PrintedLabel[]>();
  readonly format = input.required<LabelFormatName>();
  readonly start = input.required<number>();

  protected readonly ratio = computed(() => {
    const { page } = LABEL_FORMATS[this.format()];
    return `${page.width} / ${page.height}`;
  });
  protected readonly places = computed(() => {
    const [format, empty, drawn] = [this.format(), this.start() - 1, this.drawn()];
    const shown = Math.min(labelsOnPage(format), empty + drawn.length);
    return Array.from({ length: shown }, (_, place) => ({
      ...placed(format, place),
      number: place + 1,
      label: drawn[place - empty] ?? null,
    }));
  });
  private readonly drawn = computed(() => this.labels().map((label) => ({ ...label, ...qrDrawing(label.address) })));
}

/** Where a place of a sheet is, in hundredths of the page. */
function placed(format: LabelFormatName, place: number) {
  const { page, columns, label, margin, gap } = LABEL_FORMATS[format];
  const across = (length: number) => (length / page.width) * 100;
  const down = (length: number) => (length / page.height) * 100;
  return {
    left: across(margin.x + (place % columns) * (label.width + gap)),
    top: down(margin.y + Math.floor(place / columns) * label.height),
    width: across(label.width),
    height: down(label.height),
  };
}

function qrDrawing(text: string): { box: string; path: string } {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  return {
    box: `0 0 ${rows.length} ${rows.length}`,
    path: darkRuns(rows)
      .map(([x, y, length]) => `M${x} ${y}h${length}v1h-${length}z`)
      .join(''),
  };
}
