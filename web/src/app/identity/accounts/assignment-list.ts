import { Component, computed, inject, input, output, signal } from '@angular/core';
import { type AccountAssignment, type AccountPage, Api, assignmentsEnd } from '@parc/api-client';
import { Control, dayOfYear, Field, Notice, Toasts } from '@parc/ui';
import { mutation } from '../../shell/mutation';
import { periodWords, roleWords, timeOf } from './account-words';

const GROUPS = [
  { time: 'current', heading: 'En ce moment' },
  { time: 'coming', heading: 'À venir' },
  { time: 'past', heading: 'Finis' },
] as const;

/** The roles of a person, those of today first, and the end of one. */
@Component({
  selector: 'parc-assignment-list',
  imports: [Control, Field, Notice],
  templateUrl: './assignment-list.html',
  styleUrl: './assignment-list.css',
})
export class AssignmentList {
  readonly account = input.required<AccountPage>();
  readonly today = input.required<string>();
  readonly changed = output();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);

  protected readonly groups = computed(() =>
    GROUPS.map(({ time, heading }) => ({
      time,
      heading,
      held: this.account().assignments.filter((each) => timeOf(each, this.today()) === time),
    })).filter(({ held }) => held.length > 0),
  );
  /** The role whose end is being asked, and its last day; an empty one ends it now. */
  protected readonly ending = signal<string | null>(null);
  protected readonly lastDay = signal('');
  protected readonly endMutation = mutation((key, id: string, lastDay: string) =>
    this.api.invoke(assignmentsEnd, { 'Idempotency-Key': key, id, body: { lastDay: lastDay || null } }),
  );
  protected readonly button = computed(() =>
    this.lastDay() === '' ? 'Mettre fin tout de suite' : `Mettre fin après le ${dayOfYear(this.lastDay())}`,
  );
  protected readonly lastDayError = computed(() => this.endMutation.problem()?.fields[0]?.message ?? '');

  protected readonly role = roleWords;

  protected period(assignment: AccountAssignment): string {
    return periodWords(assignment, this.today());
  }

  protected ask(id: string | null): void {
    this.endMutation.forget();
    this.lastDay.set('');
    this.ending.set(id);
  }

  protected async end(event: Event, assignment: AccountAssignment): Promise<void> {
    event.preventDefault();
    if ((await this.endMutation.run(assignment.id, this.lastDay())) === null) return;
    const when = this.lastDay() === '' ? 'a pris fin' : `prend fin après le ${dayOfYear(this.lastDay())}`;
    this.toasts.say(`${roleWords(assignment)}, ${assignment.scopeLabel} : le rôle ${when}`);
    this.ask(null);
    this.changed.emit();
  }
}
