import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, upkeepChecksList } from '@parc/api-client';
import { counted, day } from '@parc/ui';
import { reading } from '../../shell/reading';
import { checkName } from '../upkeep-words';

/** On a school's first page: when somebody comes to look at its devices; nothing where nobody does. */
@Component({
  selector: 'parc-school-checks-card',
  imports: [RouterLink],
  template: `
    @if (checks.value(); as page) {
      @if (page.items.length > 0) {
        <section class="card" aria-labelledby="school-checks">
          <h2 id="school-checks">Contrôle du matériel {{ day(page.items[0]!.plannedOn) }}</h2>
          <ul>
            @for (check of page.items; track check.id) {
              <li>
                <a [routerLink]="['/entretien/controles', check.id]">{{ name(check) }}</a>
                <span class="muted small">{{ day(check.plannedOn) }}, {{ devices(check.devices) }}</span>
              </li>
            }
          </ul>
        </section>
      }
    }
  `,
  styles: `
    .card {
      display: grid;
      gap: 0.5rem;
    }

    li {
      display: grid;
      padding-block: 0.375rem;
    }
  `,
})
export class SchoolChecksCard {
  private readonly api = inject(Api);
  protected readonly checks = reading({ load: () => this.api.invoke(upkeepChecksList, { open: true, size: 3 }) });
  protected readonly name = checkName;
  protected readonly day = day;
  protected readonly devices = (count: number): string => counted(count, 'appareil');
}
