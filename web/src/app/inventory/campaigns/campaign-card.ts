import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, campaignPartsOfSchool } from '@parc/api-client';
import { CAMPAIGN_PARTS } from '@parc/domain';
import { counted, day } from '@parc/ui';
import { reading } from '../../shell/reading';
import { Session } from '../../shell/session';
import { campaignTitle } from './campaign-words';

/** The campaign that a school has not finished, on its first page and beside its devices; nothing where there is none. */
@Component({
  selector: 'parc-campaign-card',
  imports: [RouterLink],
  template: `
    @if (campaign(); as open) {
      <section class="open" aria-label="Récolement en cours">
        <div>
          <strong>{{ title(open.awaited) }}</strong>
          <span class="muted small">{{ left(open.roomsLeft) }}, avant le {{ dayOf(open.toDay) }}</span>
        </div>
        <a class="button button-primary" [routerLink]="['/parc/recolement', open.partId]">{{
          open.state === first ? 'Commencer' : 'Continuer'
        }}</a>
      </section>
    }
  `,
  styles: `
    .open {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 0.75rem 1rem;
      max-width: 46rem;
      margin-bottom: 1.25rem;
      padding: 1rem 1.125rem;
      border: 2px solid var(--chalk);
      border-radius: var(--radius-card);
      background: var(--surface);
    }

    .open > div {
      display: grid;
      flex: 1 1 12rem;
    }
  `,
})
export class CampaignCard {
  protected readonly first = CAMPAIGN_PARTS.initial;
  /** Left out: the reader's own. */
  readonly school = input<string>();

  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly schoolId = computed(() => this.school() ?? this.session.current()?.assignment.schoolId ?? undefined);
  private readonly read = reading({
    asked: () => this.schoolId(),
    load: (id) => this.api.invoke(campaignPartsOfSchool, { id }),
  });
  protected readonly campaign = computed(() => this.read.value()?.campaign ?? null);
  protected readonly title = campaignTitle;
  protected readonly dayOf = day;
  protected readonly left = (rooms: number): string =>
    rooms === 0 ? 'Tous les lieux sont vus, il reste à envoyer' : counted(rooms, 'lieu à voir', 'lieux à voir');
}
