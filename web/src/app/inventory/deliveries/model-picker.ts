import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Api, itemsList } from '@parc/api-client';
import { ITEMS_SOLD } from '@parc/domain';
import { Field, type PickerOption, SearchPicker } from '@parc/ui';
import { reading } from '../../shell/reading';

const PROPOSED = 8;

/** Chooses a model of the catalogue by a few letters of its name or its reference. */
@Component({
  selector: 'parc-model-picker',
  imports: [Field, SearchPicker],
  template: `
    <parc-field [label]="label()" [controlId]="controlId()">
      <parc-search-picker
        placeholder="Nom ou référence du catalogue"
        [options]="options()"
        [pending]="models.loading()"
        [value]="chosen()"
        (valueChange)="choose($event)"
        (query)="query.set($event)"
      />
    </parc-field>
  `,
})
export class ModelPicker {
  readonly label = input('Modèle');
  readonly controlId = input.required<string>();
  /** Emptied once it has chosen: the list that it fills shows it. */
  readonly once = input(false);
  readonly picked = output<PickerOption>();

  private readonly api = inject(Api);
  protected readonly query = signal('');
  protected readonly chosen = signal<PickerOption | null>(null);
  protected readonly models = reading({
    asked: () => ({ search: this.query(), kind: 'model' as const, state: [...ITEMS_SOLD], size: PROPOSED }),
    load: async (asked) => (await this.api.invoke(itemsList, asked)).items,
    keepsFormer: true,
  });
  protected readonly options = computed<readonly PickerOption[]>(() =>
    (this.models.value() ?? []).map(({ id, name, reference }) => ({ id, label: name, detail: reference })),
  );

  protected choose(option: PickerOption | null): void {
    this.chosen.set(this.once() ? null : option);
    if (option) this.picked.emit(option);
  }
}
