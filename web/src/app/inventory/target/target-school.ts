import { Component, input } from '@angular/core';
import { Field, SearchPicker } from '@parc/ui';
import type { TargetChoices } from './target-choices';

/** To which school it goes; its rooms are asked after. */
@Component({
  selector: 'parc-target-school',
  imports: [Field, SearchPicker],
  template: `
    <parc-field label="École" controlId="ecole-choisie">
      <parc-search-picker
        placeholder="Un nom, une commune, un UAI"
        [options]="of().schools()"
        [pending]="of().pending()"
        [value]="of().picked()"
        (valueChange)="of().picked.set($event)"
        (query)="of().query.set($event)"
      />
    </parc-field>
  `,
})
export class TargetSchool {
  readonly of = input.required<TargetChoices>();
}
