import { Component, computed, effect, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, hoursMark, hoursUnmarked, type UnmarkedHoursItem } from '@parc/api-client';
import { HOUR_CATEGORIES, type HourCategory, kindChoices, minutesWords, suggestedCategory } from '@parc/domain';
import { Choice, countedRows, day, Icon, Toasts } from '@parc/ui';
import { ActProblem } from '../../shell/act-problem';
import { listReading } from '../../shell/lists/list-reading';
import { ListState } from '../../shell/lists/list-state';
import { mutation } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { hoursBySession, type SessionHours } from './hours-by-session';

const AT_ONCE = 200;

/** Hours of which nobody has said yet whether they count: session by session, of the reader's own schools. */
@Component({
  selector: 'parc-marks-page',
  imports: [ActProblem, Choice, Icon, ListState, RouterLink],
  templateUrl: './marks-page.html',
  styleUrl: './marks-page.css',
})
export class MarksPage {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly pageTitle = inject(PageTitle);
  protected readonly reading = listReading(
    () => ({ page: 1, size: AT_ONCE }),
    (asked) => this.api.invoke(hoursUnmarked, asked),
  );
  protected readonly sessions = computed(() => hoursBySession(this.reading.rows()));
  protected readonly title = computed(() =>
    this.reading.standing() === 'rows'
      ? `${countedRows(this.reading.total(), 'présence', 'présences')} : dites si les heures comptent`
      : 'Heures à dire',
  );
  protected readonly categories = kindChoices(HOUR_CATEGORIES);
  private readonly chosen = signal<Readonly<Record<string, HourCategory>>>({});
  /** Left out of what is said at once. */
  private readonly left = signal<ReadonlySet<string>>(new Set());
  protected readonly marking = mutation((key, people: { id: string; counts: boolean; category: HourCategory }[]) =>
    this.api.invoke(hoursMark, { 'Idempotency-Key': key, body: { people } }),
  );
  protected readonly dayOf = day;
  protected readonly minutes = minutesWords;

  constructor() {
    effect(() => this.pageTitle.show(this.title()));
  }

  protected categoryOf({ number, kind }: SessionHours): HourCategory {
    return this.chosen()[number] ?? suggestedCategory(kind);
  }

  protected choose({ number }: SessionHours, category: HourCategory | null): void {
    if (category !== null) this.chosen.set({ ...this.chosen(), [number]: category });
  }

  protected isTaken = ({ id }: UnmarkedHoursItem): boolean => !this.left().has(id);

  protected take({ id }: UnmarkedHoursItem, isTaken: boolean): void {
    const left = new Set(this.left());
    if (isTaken) left.delete(id);
    else left.add(id);
    this.left.set(left);
  }

  protected takenOf = ({ people }: SessionHours): readonly UnmarkedHoursItem[] => people.filter(this.isTaken);

  protected async mark(session: SessionHours, counts: boolean): Promise<void> {
    const category = this.categoryOf(session);
    const people = this.takenOf(session).map(({ id }) => ({ id, counts, category }));
    if (people.length === 0) return;
    const done = await this.marking.run(people);
    if (done === null) return;
    this.toasts.say(counts ? 'Ces heures comptent.' : 'Ces heures ne comptent pas.');
    this.reading.reload();
  }
}
