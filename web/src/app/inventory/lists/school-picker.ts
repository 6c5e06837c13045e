import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Api, schoolsList } from '@parc/api-client';
import { Field, type PickerOption, SearchPicker } from '@parc/ui';
import { reading } from '../../shell/reading';

const PROPOSED = 8;

/** Chooses a school by a few letters of its name, its commune or its UAI. */
@Component({
  selector: 'parc-school-picker',
  imports: [Field, SearchPicker],
  template: `
    <parc-field [label]="label()" [controlId]="controlId()">
      <parc-search-picker
        placeholder="Nom, commune ou UAI"
        [options]="options()"
        [pending]="schools.loading()"
        [value]="chosen()"
        (valueChange)="choose($event)"
        (query)="query.set($event)"
      />
    </parc-field>
  `,
})
export class SchoolPicker {
  readonly label = input('École');
  readonly controlId = input.required<string>();
  readonly picked = output<PickerOption>();

  private readonly api = inject(Api);
  protected readonly query = signal('');
  protected readonly chosen = signal<PickerOption | null>(null);
  protected readonly schools = reading({
    asked: () => ({ search: this.query(), size: PROPOSED }),
    load: async (asked) => (await this.api.invoke(schoolsList, asked)).items,
    keepsFormer: true,
  });
  protected readonly options = computed<readonly PickerOption[]>(() =>
    (this.schools.value() ?? []).map(({ id, name, communeName }) => ({ id, label: name, detail: communeName })),
  );

  protected choose(option: PickerOption | null): void {
    this.chosen.set(option);
    if (option) this.picked.emit(option);
  }
}
