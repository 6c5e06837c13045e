import { Component, computed, input, output, signal } from '@angular/core';
import { CountedPipe, Icon } from '@parc/ui';

/** A list as its columns are shown: headings, the first row, and where our words stand in it. */
export interface MappedList {
  readonly fileName: string;
  readonly rows: number;
  readonly header: readonly string[];
  readonly sample: readonly string[];
  readonly columns: readonly { readonly column: string; readonly place: number }[];
}

/** Our word for one column of the list; null leaves it aside. */
export interface ColumnChosen {
  readonly place: number;
  readonly column: string | null;
}

/** What the file says and what it is here, column by column, with a sample; to be told anew where it was guessed wrong. */
@Component({
  selector: 'parc-list-columns',
  imports: [CountedPipe, Icon],
  templateUrl: './list-columns.html',
  styleUrl: './list-columns.css',
})
export class ListColumns {
  readonly list = input.required<MappedList>();
  /** Our words by their names. */
  readonly words = input.required<Readonly<Record<string, { readonly label: string }>>>();
  /** What must be told before anything is read; empty: nothing. */
  readonly missing = input('');
  readonly pending = input(false);
  readonly chose = output<ColumnChosen>();

  private readonly asked = signal(false);
  protected readonly changing = computed(() => this.asked() || this.missing() !== '');
  protected readonly choices = computed(() =>
    Object.entries(this.words()).map(([column, { label }]) => ({ column, label })),
  );
  protected readonly columns = computed(() => {
    const mapping = new Map(this.list().columns.map(({ column, place }) => [place, column]));
    return this.list().header.map((heading, place) => {
      const column = mapping.get(place) ?? null;
      return {
        place,
        heading: heading || `Colonne ${place + 1}`,
        sample: this.list().sample[place] ?? '',
        column,
        label: column === null ? '' : (this.words()[column]?.label ?? ''),
      };
    });
  });

  protected toggle(): void {
    this.asked.update((asked) => !asked);
  }

  protected choose(place: number, column: string): void {
    this.chose.emit({ place, column: column === '' ? null : column });
  }
}
