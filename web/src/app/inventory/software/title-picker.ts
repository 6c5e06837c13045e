import { Component, computed, inject, output, signal } from '@angular/core';
import { Api, softwareList } from '@parc/api-client';
import { Field, type PickerOption, SearchPicker } from '@parc/ui';
import { reading } from '../../shell/reading';

const PROPOSED = 8;

/** Chooses a title of the register by a few letters of its name or its publisher. */
@Component({
  selector: 'parc-title-picker',
  imports: [Field, SearchPicker],
  template: `
    <parc-field label="Logiciel" controlId="software-title">
      <parc-search-picker
        placeholder="Nom ou éditeur"
        [options]="options()"
        [pending]="titles.loading()"
        [value]="chosen()"
        (valueChange)="choose($event)"
        (query)="query.set($event)"
      />
    </parc-field>
  `,
})
export class TitlePicker {
  readonly picked = output<PickerOption | null>();

  private readonly api = inject(Api);
  protected readonly query = signal('');
  protected readonly chosen = signal<PickerOption | null>(null);
  protected readonly titles = reading({
    asked: () => ({ ...(this.query() === '' ? {} : { search: this.query() }), size: PROPOSED }),
    load: async (asked) => (await this.api.invoke(softwareList, asked)).items,
    keepsFormer: true,
  });
  protected readonly options = computed<readonly PickerOption[]>(() =>
    (this.titles.value() ?? []).map(({ id, name, publisher }) => ({ id, label: name, detail: publisher })),
  );

  protected choose(option: PickerOption | null): void {
    this.chosen.set(option);
    this.picked.emit(option);
  }
}
