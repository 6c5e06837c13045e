import { Component, effect, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { Api, equipmentByTag } from '@parc/api-client';
import { StatePanel } from '@parc/ui';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { Sightings } from '../scan/sightings';

/** The address that a label bears: it leads to the page of its device. */
@Component({
  selector: 'parc-scanned-label',
  imports: [ProblemPanel, StatePanel],
  template: `
    @if (device.failed(); as problem) {
      <parc-problem-panel
        [problem]="problem"
        [heading]="'L’étiquette ' + tag() + ' n’ouvre aucun appareil ici'"
        (retry)="device.reload()"
      />
    } @else {
      <parc-state-panel kind="loading" shape="page" />
    }
  `,
})
export class ScannedLabel {
  readonly tag = input.required<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly sightings = inject(Sightings);
  protected readonly device = reading({
    asked: () => ({ tag: this.tag() }),
    load: (asked) => this.api.invoke(equipmentByTag, asked),
  });

  constructor() {
    effect(() => {
      const device = this.device.value();
      // "Back" leads to where the scan began, not to this address again.
      if (!device) return;
      this.sightings.note(device.id);
      void this.router.navigate(['/parc/appareils', device.id], { replaceUrl: true });
    });
  }
}
