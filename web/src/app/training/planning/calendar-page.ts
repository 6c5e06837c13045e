import { Component, computed, effect, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, trainingsList } from '@parc/api-client';
import { isPlainDate, mondayOf, parisDateOf } from '@parc/domain';
import { Choice, countedRows, day, Icon, Notice, shortDay, StateChip, StatePanel, time } from '@parc/ui';
import { listAddress, readOne } from '../../shell/lists/list-address';
import { PageTitle } from '../../shell/page-title';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { placesChip, placeWords, trainingState } from '../training-words';
import { type CalendarDay, calendarDays, daysShown, type Span, SPANS, turned } from './calendar-days';

/** Sessions of a month are far fewer; beyond it the page says so. */
const MOST = 100;
const CHOICES: readonly { value: Span; label: string }[] = [
  { value: 'mois', label: 'Mois' },
  { value: 'semaine', label: 'Semaine' },
];
const WEEKDAYS = ['lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.', 'dim.'];
const MONTH = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** Sessions on their days: by month or by week on a desk, day after day on a phone. */
@Component({
  selector: 'parc-training-calendar',
  imports: [Choice, Icon, Notice, ProblemPanel, RouterLink, StateChip, StatePanel],
  templateUrl: './calendar-page.html',
  styleUrl: './calendar-page.css',
})
export class TrainingCalendarPage {
  private readonly api = inject(Api);
  private readonly address = listAddress({ du: null });
  private readonly today = parisDateOf(new Date());
  protected readonly choices = CHOICES;
  protected readonly weekdays = WEEKDAYS;
  protected readonly most = MOST;
  protected readonly span = computed(() => readOne(this.address.words()['vue'], SPANS) ?? 'mois');
  private readonly day = computed(() => {
    const asked = this.address.words()['du'] ?? '';
    return isPlainDate(asked) ? asked : this.today;
  });
  protected readonly isNow = computed(() => {
    const [shown, now] = [daysShown(this.day(), this.span()), daysShown(this.today, this.span())];
    return shown.from === now.from && shown.to === now.to;
  });
  protected readonly sessions = reading({
    asked: () => ({ ...daysShown(this.day(), this.span()), size: MOST, direction: 'asc' as const }),
    load: (asked) => this.api.invoke(trainingsList, asked),
    keepsFormer: true,
  });
  protected readonly days = computed(() =>
    calendarDays(this.day(), this.span(), this.sessions.value()?.items ?? [], this.today),
  );
  protected readonly filled = computed(() => this.days().filter(({ sessions }) => sessions.length > 0));
  protected readonly period = computed(() =>
    this.span() === 'mois'
      ? MONTH.format(new Date(`${this.day()}T12:00:00Z`))
      : `semaine du ${shortDay(mondayOf(this.day()))}`,
  );
  protected readonly title = computed(() => {
    const total = this.sessions.current()?.total;
    return total === undefined ? 'Formations' : `${countedRows(total, 'session')}, ${this.period()}`;
  });
  protected readonly time = time;
  protected readonly longDay = day;
  protected readonly state = trainingState;
  protected readonly places = placesChip;
  protected readonly place = placeWords;
  protected readonly number = ({ day: one }: CalendarDay): number => Number(one.slice(8));

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show('Calendrier des formations'));
  }

  protected turn(by: 1 | -1): void {
    this.address.go({ du: turned(this.day(), this.span(), by) });
  }

  protected now(): void {
    this.address.go({ du: null });
  }

  protected choose(span: Span): void {
    this.address.go({ vue: span === 'mois' ? null : span });
  }
}
