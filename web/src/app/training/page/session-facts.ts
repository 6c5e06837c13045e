import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TrainingSheet } from '@parc/api-client';
import { audienceSaid, MODULE_KINDS, sideOf } from '@parc/domain';
import { DurationPipe, StateChip } from '@parc/ui';
import { Session } from '../../shell/session';
import { isDropped, placeWords, whenWords } from '../training-words';
import { sidesOf } from './agreements';

/** What the session is, where and when; and how both sides stand to it, for who reads the sides. */
@Component({
  selector: 'parc-training-facts',
  imports: [DurationPipe, RouterLink, StateChip],
  template: `
    <section class="card" aria-labelledby="session-facts">
      <h2 id="session-facts">La session</h2>
      <dl>
        @if (!asked()) {
          <dt>Date</dt>
          <dd>
            @for (one of dates(); track one) {
              <span class="date">{{ one }}</span>
            }
          </dd>
          <dt>Lieu</dt>
          <dd>{{ place() }}</dd>
          <dt>Formateur</dt>
          <dd>{{ page().trainerName }}</dd>
        }
        @if (page().remoteLink; as link) {
          <dt>Lien</dt>
          <dd><a [href]="link" rel="noreferrer">Rejoindre la session</a></dd>
        }
        <dt>Module</dt>
        <dd>
          <a [routerLink]="['/formations/modules', page().moduleId]">{{ page().moduleTitle }}</a>, {{ kind() }},
          {{ page().minutes | duration }}
        </dd>
        <dt>Heures</dt>
        <dd>{{ page().counts ? 'prévue dans les 18 heures, si l’inspection le dit' : 'hors des 18 heures' }}</dd>
        <dt>Invités</dt>
        <dd>{{ page().circonscriptionName }}</dd>
        <dt>Public visé</dt>
        <dd>{{ audience() }}</dd>
        <dt>Inscrits</dt>
        <dd>{{ page().minimum }} au moins, {{ page().capacity }} au plus</dd>
        @if (sides(); as both) {
          @for (side of both; track side.name) {
            <dt>{{ side.word }}</dt>
            <dd><parc-state-chip [state]="side.chip" /></dd>
          }
        }
      </dl>
    </section>
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: max-content minmax(0, 1fr);
      gap: 0.375rem 1.25rem;
    }

    .date {
      display: block;
    }

    dt {
      color: var(--muted);
    }
  `,
})
export class TrainingFacts {
  readonly page = input.required<TrainingSheet>();
  /** The card above asks for an agreement, and has said when, where and by whom. */
  readonly asked = input(false);
  private readonly session = inject(Session);
  protected readonly dates = computed(() => this.page().dates.map(whenWords));
  protected readonly place = computed(() => placeWords(this.page()));
  protected readonly audience = computed(() => audienceSaid(this.page().cycles).toLowerCase());
  protected readonly kind = computed(() => MODULE_KINDS[this.page().moduleKind].word.toLowerCase());
  /** Nothing is agreed to any more once it has been given up. */
  protected readonly sides = computed(() => {
    const role = this.session.role();
    if (this.asked() || role === null || isDropped(this.page().state)) return null;
    return sidesOf(this.page(), sideOf(role));
  });
}
