import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, pilotsList } from '@parc/api-client';
import { reading } from '../../shell/reading';
import { pilotDays } from './pilot-words';

/** On the first page of a pilot school: what it tries now, and where one says what one thinks of it; nothing elsewhere. */
@Component({
  selector: 'parc-pilot-card',
  imports: [RouterLink],
  template: `
    @for (pilot of running.value()?.items ?? []; track pilot.id) {
      <section class="card" [attr.aria-label]="'École pilote : ' + pilot.itemName">
        <h2>Votre école essaie « {{ pilot.itemName }} »</h2>
        <p>{{ pilot.lookedFor }}</p>
        <p class="muted small">L’essai dure {{ days(pilot) }}.</p>
        <a class="button" [routerLink]="['/catalogue/pilotes', pilot.id]">Donner mon avis</a>
      </section>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 1rem;
    }

    .card {
      display: grid;
      gap: 0.5rem;
      justify-items: start;
    }

    h2 {
      font-size: var(--text-18);
    }
  `,
})
export class PilotCard {
  private readonly api = inject(Api);
  protected readonly running = reading({ load: () => this.api.invoke(pilotsList, { running: true, size: 3 }) });
  protected readonly days = pilotDays;
}
