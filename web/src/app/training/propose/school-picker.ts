import { Component, computed, inject, input, model, signal } from '@angular/core';
import { Api, schoolsList } from '@parc/api-client';
import { Field, type PickerOption, SearchPicker } from '@parc/ui';
import { reading } from '../../shell/reading';

const PROPOSED = 8;

/** One school among those that the reader follows, by typing. */
@Component({
  selector: 'parc-training-school-picker',
  imports: [Field, SearchPicker],
  template: `
    <parc-field [label]="label()" [help]="help()" [error]="error()" [controlId]="controlId()" [optional]="optional()">
      <parc-search-picker
        placeholder="Nom ou commune"
        [options]="options()"
        [pending]="schools.loading()"
        [value]="chosen()"
        (valueChange)="chosen.set($event)"
        (query)="query.set($event)"
      />
    </parc-field>
  `,
})
export class TrainingSchoolPicker {
  readonly label = input.required<string>();
  readonly help = input('');
  readonly error = input('');
  readonly controlId = input.required<string>();
  readonly optional = input(false);
  readonly chosen = model<PickerOption | null>(null);

  private readonly api = inject(Api);
  protected readonly query = signal('');
  protected readonly schools = reading({
    asked: () => ({ size: PROPOSED, ...(this.query() === '' ? {} : { search: this.query() }) }),
    load: async (asked) => (await this.api.invoke(schoolsList, asked)).items,
    keepsFormer: true,
  });
  protected readonly options = computed<readonly PickerOption[]>(() =>
    (this.schools.value() ?? []).map(({ id, name, communeName }) => ({ id, label: name, detail: communeName })),
  );
}
