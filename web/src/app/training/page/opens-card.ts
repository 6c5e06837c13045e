import { Component, computed, input } from '@angular/core';
import type { TrainingSheet } from '@parc/api-client';
import { TRAININGS_COUNTED } from '@parc/domain';
import { counted } from '@parc/ui';
import { may } from '../../shell/may';
import { isDropped } from '../training-words';

/** What waits for the session, school by school: somebody of the school who comes to it is enough. */
@Component({
  selector: 'parc-training-opens-card',
  template: `
    @if (shown()) {
      <section class="card" aria-labelledby="session-opens">
        <h2 id="session-opens">Ce qu’elle ouvre</h2>
        @if (page().opens.length === 0) {
          <p class="muted">
            {{
              ownSchool()
                ? 'Aucun matériel de votre école n’attend cette formation.'
                : 'Aucun matériel n’attend cette formation dans les écoles invitées.'
            }}
          </p>
        } @else {
          <p class="muted small">{{ devices() }} en attente d’un enseignant formé</p>
          <ul>
            @for (school of page().opens; track school.schoolId) {
              <li>
                <strong>{{ school.devices }}</strong> {{ school.schoolName }}
              </li>
            }
          </ul>
        }
      </section>
    }
  `,
  styles: `
    li {
      display: grid;
      grid-template-columns: 2.5rem minmax(0, 1fr);
      padding-block: 0.25rem;
      font-variant-numeric: tabular-nums;
    }

    strong {
      text-align: end;
      padding-right: 0.75rem;
    }
  `,
})
export class TrainingOpensCard {
  readonly page = input.required<TrainingSheet>();
  protected readonly ownSchool = may('home.school');
  protected readonly shown = computed(() => {
    const { state } = this.page();
    return !isDropped(state) && !TRAININGS_COUNTED.includes(state);
  });
  protected readonly devices = computed(() =>
    counted(
      this.page().opens.reduce((sum, { devices }) => sum + devices, 0),
      'appareil',
    ),
  );
}
