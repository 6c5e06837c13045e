import { Component, computed, inject, input, model, signal } from '@angular/core';
import { Api, schoolsList } from '@parc/api-client';
import { Field, type PickerOption, SearchPicker } from '@parc/ui';
import { reading } from '../../shell/reading';

const PROPOSED = 8;

/** The school where an item is tried, by typing. */
@Component({
  selector: 'parc-pilot-school-picker',
  imports: [Field, SearchPicker],
  template: `
    <parc-field label="École pilote" controlId="pilot-school" [error]="error()">
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
export class PilotSchoolPicker {
  readonly error = input('');
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
