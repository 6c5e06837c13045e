import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TrainingListItem } from '@parc/api-client';
import { audienceSaid, TRAININGS_ENROLLING } from '@parc/domain';
import { type ChipWords, counted, day, duration, Icon, NO_BREAK_SPACE, StateChip } from '@parc/ui';
import { asksReader, hoursWords, isFull, mineChip, placesChip, placeWords, queueWords } from '../training-words';

/** One session as a card: when, what, where, places; enrolling is one tap, and so is leaving. */
@Component({
  selector: 'parc-training-session-card',
  imports: [Icon, RouterLink, StateChip],
  template: `
    @let one = session();
    <p class="date" aria-hidden="true">
      <span>{{ date().week }}</span> <strong>{{ date().number }}</strong> <span>{{ date().month }}</span>
    </p>
    <div class="what">
      <h3>
        <a [routerLink]="['/formations', one.id]">{{ one.moduleTitle }}</a>
      </h3>
      <p class="muted small">
        <span class="visually-hidden">{{ spoken() }}, </span>{{ hours() }} · {{ place() }}
      </p>
    </div>
    <p class="chips">
      @if (mine(); as chip) {
        <parc-state-chip [state]="chip" />
      } @else {
        <parc-state-chip [state]="places()" />
      }
      <span class="length"><parc-icon name="clock" [size]="14" /> {{ length() }}</span>
      @if (one.opensHere > 0) {
        <span class="length opens"><parc-icon name="laptop" [size]="14" /> {{ opens() }}</span>
      }
      @if (one.cycles.length > 0) {
        <span class="length"><parc-icon name="people" [size]="14" /> {{ audience() }}</span>
      }
      @if (one.counts) {
        <span class="length">Prévue dans les 18 h</span>
      }
    </p>
    @if (enrols()) {
      @if (queue(); as words) {
        <p class="queue muted small">{{ words }} Une place libérée va à qui attend depuis le plus longtemps.</p>
      }
      <div class="acts">
        @if (one.mine === null) {
          <button
            type="button"
            class="button grow"
            [class.button-primary]="leads()"
            [disabled]="pending()"
            [attr.aria-label]="act() + ' : ' + one.moduleTitle + ', ' + spoken()"
            (click)="enrolled.emit()"
          >
            {{ act() }}
          </button>
        } @else if (!asks()) {
          <button
            type="button"
            class="button grow"
            [disabled]="pending()"
            [attr.aria-label]="'Me désinscrire : ' + one.moduleTitle + ', ' + spoken()"
            (click)="left.emit()"
          >
            Me désinscrire
          </button>
        }
        <a class="button" [routerLink]="['/formations', one.id]" [attr.aria-label]="'Voir ' + one.moduleTitle">Voir</a>
      </div>
    }
  `,
  styleUrl: './session-card.css',
  host: { class: 'card' },
})
export class TrainingSessionCard {
  readonly session = input.required<TrainingListItem>();
  /** The one act of the page that stands out. */
  readonly leads = input(false);
  readonly pending = input(false);
  readonly enrolled = output();
  readonly left = output();

  protected readonly date = computed(() => {
    const [week = '', number = '', month = ''] = day(this.session().startsAt).split(NO_BREAK_SPACE);
    return { week, number, month };
  });
  protected readonly spoken = computed(() => day(this.session().startsAt));
  protected readonly hours = computed(() => hoursWords(this.session()));
  protected readonly audience = computed(() => audienceSaid(this.session().cycles));
  protected readonly place = computed(() => placeWords(this.session()));
  protected readonly places = computed<ChipWords>(() => placesChip(this.session()));
  protected readonly mine = computed(() => mineChip(this.session()));
  protected readonly length = computed(() => duration(this.session().minutes));
  protected readonly opens = computed(() => `Ouvre ${counted(this.session().opensHere, 'appareil')}`);
  protected readonly queue = computed(() => queueWords(this.session()));
  protected readonly act = computed(() => (isFull(this.session()) ? 'Attendre une place' : 'M’inscrire'));
  protected readonly asks = computed(() => asksReader(this.session()));
  protected readonly enrols = computed(() => {
    const { state, startsAt } = this.session();
    return TRAININGS_ENROLLING.includes(state) && Date.parse(startsAt) > Date.now();
  });
}
