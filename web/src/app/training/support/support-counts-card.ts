import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, supportCounts } from '@parc/api-client';
import { counted } from '@parc/ui';
import { reading } from '../../shell/reading';

/** To who reads how many alone: visits to classes of this school year, honoured and asked for. */
@Component({
  selector: 'parc-support-counts-card',
  imports: [RouterLink],
  template: `
    @if (totals(); as read) {
      @if (read.asked > 0) {
        <section class="card" aria-labelledby="support-counts">
          <div class="head">
            <h2 id="support-counts">{{ title() }}</h2>
            <a routerLink="/formations/accompagnements/nombres">Par circonscription</a>
          </div>
          <p class="muted small">Demandés cette année scolaire{{ read.live > 0 ? ' ; ' + waiting() : '' }}.</p>
        </section>
      }
    }
  `,
  styleUrl: '../home/training-lines.css',
})
export class SupportCountsCard {
  private readonly api = inject(Api);
  private readonly counts = reading({ load: () => this.api.invoke(supportCounts, {}) });
  protected readonly totals = computed(() => {
    const items = this.counts.value()?.items;
    if (items === undefined) return null;
    const zero = { asked: 0, honoured: 0, live: 0 };
    return items.reduce(
      (sum, line) => ({
        ...{ asked: sum.asked + line.asked, honoured: sum.honoured + line.honoured, live: sum.live + line.live },
      }),
      zero,
    );
  });
  protected readonly title = computed(() => {
    const { asked, honoured } = this.totals() ?? { asked: 0, honoured: 0 };
    return `${counted(honoured, 'accompagnement réalisé', 'accompagnements réalisés')} sur ${asked}`;
  });
  protected readonly waiting = computed(() => `${counted(this.totals()?.live ?? 0, 'attend', 'attendent')} encore`);
}
