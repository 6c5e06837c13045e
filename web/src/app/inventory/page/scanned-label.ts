import { Component, effect, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { Api } from '@parc/api-client';
import { StatePanel } from '@parc/ui';
import { may } from '../../shell/may';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { openedAt, scanned } from '../scan/scanned';
import { Sightings } from '../scan/sightings';

/** The address that a label bears: it leads to the page of its device, or to the report of what one has on loan. */
@Component({
  selector: 'parc-scanned-label',
  imports: [ProblemPanel, StatePanel],
  template: `
    <h1 class="visually-hidden">Étiquette</h1>
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
  private readonly borrows = may('loans.request');
  protected readonly device = reading({
    asked: () => ({ tag: this.tag() }),
    load: ({ tag }) => scanned(this.api, tag, this.borrows()),
  });

  constructor() {
    effect(() => {
      const found = this.device.value();
      const at = found ? openedAt(found, false) : null;
      if (!found || at === null) return;
      if (found.device !== null) this.sightings.note(found.device.id);
      const { path, queryParams } = at;
      // "Back" leads to where the scan began, not to this address again.
      void this.router.navigate(path, { queryParams, replaceUrl: true });
    });
  }
}
