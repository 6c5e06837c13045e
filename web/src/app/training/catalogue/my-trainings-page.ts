import { Component, computed, effect, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, trainingsList } from '@parc/api-client';
import { Choice, counted, day, DayPipe, Icon, Pager, StateChip } from '@parc/ui';
import { listAddress, readOne, readPage } from '../../shell/lists/list-address';
import { listReading, PAGE_SIZE } from '../../shell/lists/list-reading';
import { ListState } from '../../shell/lists/list-state';
import { PageTitle } from '../../shell/page-title';
import { hoursWords, placeWords, trainingState } from '../training-words';
import { TrainingSessionCards } from './session-cards';

const VIEWS = ['a-venir', 'passees'] as const;
const CHOICES: readonly { value: (typeof VIEWS)[number]; label: string }[] = [
  { value: 'a-venir', label: 'À venir' },
  { value: 'passees', label: 'Toutes' },
];

/** One's own sessions: those ahead as cards that one leaves in a tap, then all of them, the latest first. */
@Component({
  selector: 'parc-my-trainings',
  imports: [Choice, DayPipe, Icon, ListState, Pager, RouterLink, StateChip, TrainingSessionCards],
  template: `
    <div class="page-head">
      <div>
        <h1>{{ title() }}</h1>
        <p>Les sessions où vous avez une place, ou en attendez une.</p>
      </div>
      <div class="page-actions">
        <a class="button" routerLink="/formations/attestations"
          ><parc-icon name="document" [size]="18" /> Mes attestations</a
        >
        <a class="button" routerLink="/formations/agenda"><parc-icon name="calendar" [size]="18" /> Dans mon agenda</a>
        <a class="button" routerLink="/formations/accompagnements"
          ><parc-icon name="people" [size]="18" /> Mes accompagnements</a
        >
      </div>
    </div>
    <div class="page-stack">
      <parc-choice
        look="chips"
        legend="Lesquelles"
        [legendHidden]="true"
        [options]="choices"
        [value]="filters().view"
        (valueChange)="chooseView($event!)"
      />
      <parc-list-state
        [reading]="reading"
        shape="cards"
        failure="Vos formations ne s’affichent pas"
        icon="graduation"
        [heading]="ahead() ? 'Aucune session à venir' : 'Aucune formation'"
        text="Inscrivez-vous à une session ouverte à votre école : elle apparaît ici."
      >
        <a class="button button-primary" routerLink="/formations">Voir les sessions ouvertes</a>
      </parc-list-state>
      @if (reading.standing() === 'rows') {
        @if (ahead()) {
          <h2 class="visually-hidden">Sessions à venir</h2>
          <parc-training-session-cards [sessions]="reading.rows()" (changed)="reading.reload()" />
        } @else {
          <ul class="card">
            @for (session of reading.rows(); track session.id) {
              @let chip = state(session);
              <li>
                <span>
                  <a [routerLink]="['/formations', session.id]">{{ session.moduleTitle }}</a>
                  <span class="muted small"
                    >{{ session.startsAt | day: 'year' }}, {{ hours(session) }} · {{ place(session) }}</span
                  >
                </span>
                <parc-state-chip [state]="chip" />
              </li>
            }
          </ul>
        }
        @if (reading.total() > pageSize) {
          <parc-pager
            [page]="filters().page"
            [size]="pageSize"
            [total]="reading.total()"
            (pageChange)="address.turnTo($event)"
          />
        }
      }
    </div>
  `,
  styles: `
    .card li {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25rem 1rem;
      align-items: center;
      justify-content: space-between;
      padding-block: 0.625rem;
    }

    .card li + li {
      border-top: 1px solid var(--line);
    }

    .card li > span {
      display: grid;
    }
  `,
})
export class MyTrainingsPage {
  private readonly api = inject(Api);
  protected readonly address = listAddress({ page: null });
  protected readonly pageSize = PAGE_SIZE;
  protected readonly choices = CHOICES;
  protected readonly filters = computed(() => {
    const words = this.address.words();
    return { view: readOne(words['vue'], VIEWS) ?? 'a-venir', page: readPage(words['page']) };
  });
  protected readonly ahead = computed(() => this.filters().view === 'a-venir');
  protected readonly reading = listReading(
    () => ({
      ...{ mine: true, page: this.filters().page, size: PAGE_SIZE },
      ...(this.ahead() ? { ahead: true, direction: 'asc' as const } : { direction: 'desc' as const }),
    }),
    (asked) => this.api.invoke(trainingsList, asked),
  );
  protected readonly title = computed(() => {
    const [first] = this.reading.rows();
    if (!this.ahead() || this.reading.standing() === 'loading') return 'Mes formations';
    return first === undefined
      ? 'Aucune formation à venir'
      : `${counted(this.reading.total(), 'session à venir', 'sessions à venir')}, ${this.reading.total() > 1 ? 'la première ' : ''}le ${day(first.startsAt)}`;
  });
  protected readonly state = trainingState;
  protected readonly hours = hoursWords;
  protected readonly place = placeWords;

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show('Mes formations'));
  }

  protected chooseView(view: string): void {
    this.address.go({ vue: view === 'a-venir' ? null : view, page: null });
  }
}
