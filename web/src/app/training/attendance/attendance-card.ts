import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TrainingSheet } from '@parc/api-client';
import { TRAININGS, TRAININGS_ATTENDED, TRAININGS_COUNTED } from '@parc/domain';
import { day, Icon } from '@parc/ui';
import { may } from '../../shell/may';
import { SignCard } from './sign-card';

const AWAITED = TRAININGS.statesFrom('hold');

/** Who came, on the page of a session: the way to the list for those who say or read it, the code for whoever has a place. */
@Component({
  selector: 'parc-training-attendance-card',
  imports: [Icon, RouterLink, SignCard],
  template: `
    @if (signs()) {
      <parc-sign-card [sessionId]="page().id" (changed)="changed.emit()" />
    }
    @if (reads() && told()) {
      <section class="card" aria-labelledby="session-attendance">
        <h2 id="session-attendance">Émargement</h2>
        <p class="muted">{{ words() }}</p>
        @if (opened()) {
          <p class="acts">
            <a
              class="button"
              [class.button-primary]="page().mayAttend"
              [routerLink]="['/formations', page().id, 'emargement']"
            >
              <parc-icon name="check" [size]="18" />
              {{ page().mayAttend ? 'Noter les présences' : 'Voir les présences' }}
            </a>
            <a
              class="button"
              [href]="'/api/v1/training-sessions/' + page().id + '/attendance/document'"
              target="_blank"
            >
              <parc-icon name="printer" [size]="18" /> Feuille à signer
            </a>
            @if (marks() && closed()) {
              <a class="button" routerLink="/formations/heures/a-dire">Dire si les heures comptent</a>
            }
          </p>
        }
      </section>
    }
  `,
  styles: `
    :host {
      display: contents;
    }

    section {
      display: grid;
      gap: 0.5rem;
    }

    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem;
    }
  `,
})
export class TrainingAttendanceCard {
  readonly page = input.required<TrainingSheet>();
  readonly changed = output();

  protected readonly reads = may('training-attendance.read');
  protected readonly marks = may('training-hours.mark');
  private readonly mayUseCode = may('training-attendance.sign');
  private readonly held = computed(() => TRAININGS_ATTENDED.includes(this.page().state));
  protected readonly closed = computed(() => TRAININGS_COUNTED.includes(this.page().state));
  private readonly begins = computed(() => this.page().possible.includes('hold'));
  protected readonly told = computed(() => this.held() || this.closed() || AWAITED.includes(this.page().state));
  protected readonly opened = computed(() => this.held() || this.closed() || this.begins());
  protected readonly signs = computed(() => this.mayUseCode() && this.held() && this.page().mine === 'seated');
  protected readonly words = computed(() => {
    if (this.closed()) return 'Les présences sont closes. Les heures comptent quand l’inspection le dit.';
    if (this.held()) return 'Le formateur note qui est là, ou chacun signe avec le code qu’il montre.';
    return `S’ouvre ${day(this.page().startsAt)} sur le téléphone du formateur. Les heures comptent quand l’inspection le dit, après la clôture.`;
  });
}
