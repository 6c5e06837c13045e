import { Component, computed, inject } from '@angular/core';
import { Api, coherenceCounts } from '@parc/api-client';
import { counted } from '@parc/ui';
import { LinkLines } from '../../shell/homes/link-lines';
import { may } from '../../shell/may';
import { reading } from '../../shell/reading';

/** To who follows many schools: how many are ready, wait, or have nobody left; to who reads none, the same as sentences. */
@Component({
  selector: 'parc-coherence-counts-card',
  imports: [LinkLines],
  template: `
    @if (counts.value(); as read) {
      @if (read.schools > 0) {
        <section class="card" aria-labelledby="coherence-counts">
          <h2 id="coherence-counts">{{ title() }}</h2>
          @if (reads()) {
            <parc-link-lines [lines]="lines()" />
          } @else {
            @for (line of lines(); track line.title) {
              <p>{{ line.title }} : {{ line.detail }}</p>
            }
          }
        </section>
      }
    }
  `,
  styles: `
    section {
      display: grid;
      gap: 0.5rem;
    }
  `,
})
export class CoherenceCountsCard {
  private readonly api = inject(Api);
  protected readonly reads = may('coherence.read');
  protected readonly counts = reading({ load: () => this.api.invoke(coherenceCounts, {}) });
  protected readonly title = computed(() => {
    const { coherentSchools = 0, schools = 0 } = this.counts.value() ?? {};
    return `Formées à leur matériel : ${counted(coherentSchools, 'école')} sur ${schools}`;
  });
  protected readonly lines = computed(() => {
    const read = this.counts.value();
    if (read === null) return [];
    const at = (view: string | null) => ({ address: '/formations/attente', query: view === null ? {} : { vue: view } });
    const devices = (count: number) => counted(count, 'appareil');
    const told = [
      {
        ...at(null),
        count: read.waitingDevices,
        title: counted(read.waitingSchools, 'école attend', 'écoles attendent'),
        detail: `${devices(read.waitingDevices)} à mettre en service`,
      },
      {
        ...at('plus-personne'),
        count: read.flaggedDevices,
        title: counted(read.flaggedSchools, 'école sans personne de formé', 'écoles sans personne de formé'),
        detail: `${devices(read.flaggedDevices)}, rien n’est arrêté`,
      },
      {
        ...at('sans-formation'),
        count: read.waivedDevices,
        title: 'En service sans formation',
        detail: `${devices(read.waivedDevices)}, chacun avec un motif`,
      },
    ];
    return told.filter(({ count }) => count > 0);
  });
}
