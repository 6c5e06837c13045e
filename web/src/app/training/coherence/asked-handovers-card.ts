import { Component, computed, inject } from '@angular/core';
import { Api, coherenceAsked } from '@parc/api-client';
import { counted, day } from '@parc/ui';
import { LinkLines } from '../../shell/homes/link-lines';
import { reading } from '../../shell/reading';

/** On the technician's first page: what schools ask to be shown, with the next time that somebody comes there. */
@Component({
  selector: 'parc-asked-handovers-card',
  imports: [LinkLines],
  template: `
    @if (lines().length > 0) {
      <section class="card" aria-labelledby="asked-handovers">
        <h2 id="asked-handovers">{{ title() }}</h2>
        <parc-link-lines [lines]="lines()" />
      </section>
    }
  `,
})
export class AskedHandoversCard {
  private readonly api = inject(Api);
  private readonly asked = reading({ load: () => this.api.invoke(coherenceAsked, {}) });
  private readonly items = computed(() => this.asked.value()?.items ?? []);
  protected readonly title = computed(() =>
    counted(this.items().length, 'remise en main demandée', 'remises en main demandées'),
  );
  protected readonly lines = computed(() =>
    this.items().map(({ schoolId, schoolName, modelName, waiting, nextVisit }) => ({
      address: `/annuaire/${schoolId}/materiel`,
      title: `${schoolName} : ${modelName}`,
      detail: `${counted(waiting, 'appareil')}, ${nextVisit === null ? 'pas de visite prévue' : `visite ${day(nextVisit.from)}`}`,
    })),
  );
}
