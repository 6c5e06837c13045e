import { Component, computed, input } from '@angular/core';
import type { DatedOpeningHoursBody, SchoolPage } from '@parc/api-client';
import { parisDateOf, SCHOOL_WEEKDAYS } from '@parc/domain';
import { dayOfYear } from '@parc/ui';
import { HALF_DAYS, halfDayWords, WEEKDAY_WORDS } from './hours-draft';

interface Week {
  readonly from: string;
  readonly words: string;
  readonly days: readonly { readonly day: string; readonly hours: string }[];
}

/** Since when a school's hours hold, those to come, and those that held before. */
@Component({
  selector: 'parc-dated-hours',
  template: `
    @if (current(); as week) {
      @if (isChanged()) {
        <p class="muted small">Horaires valables depuis le {{ week.words }}</p>
      }
    }
    @for (week of coming(); track week.from) {
      <details>
        <summary>Changent le {{ week.words }}</summary>
        <ul>
          @for (one of week.days; track one.day) {
            <li>{{ one.day }} : {{ one.hours }}</li>
          }
        </ul>
      </details>
    }
    @for (week of past(); track week.from) {
      <details>
        <summary>Horaires d’avant, depuis le {{ week.words }}</summary>
        <ul>
          @for (one of week.days; track one.day) {
            <li>{{ one.day }} : {{ one.hours }}</li>
          }
        </ul>
      </details>
    }
  `,
  styles: `
    details {
      margin-bottom: 0.5rem;
      font-size: var(--text-14);
    }

    summary {
      min-height: 2.75rem;
      align-content: center;
      cursor: pointer;
    }

    ul {
      margin: 0 0 0.5rem 1.25rem;
      padding: 0;
    }
  `,
})
export class DatedHours {
  readonly school = input.required<SchoolPage>();

  private readonly today = parisDateOf(new Date());
  private readonly weeks = computed(() => this.school().datedOpeningHours.map(weekOf));
  private readonly begun = computed(() => this.weeks().filter(({ from }) => from <= this.today));
  protected readonly coming = computed(() =>
    this.weeks()
      .filter(({ from }) => from > this.today)
      .reverse(),
  );
  protected readonly current = computed(() => this.begun()[0] ?? null);
  protected readonly past = computed(() => this.begun().slice(1));
  /** Hours that never changed hold since always: a date would only be one more thing to read. */
  protected readonly isChanged = computed(() => this.weeks().length > 1);
}

function weekOf({ from, hours }: DatedOpeningHoursBody): Week {
  const days = SCHOOL_WEEKDAYS.map((weekday) => {
    const taught = HALF_DAYS.map((halfDay) => hours[weekday][halfDay]).filter((half) => half !== null);
    return { day: WEEKDAY_WORDS[weekday], hours: taught.map(halfDayWords).join(', ') || 'pas de classe' };
  });
  return { from, words: dayOfYear(from), days };
}
