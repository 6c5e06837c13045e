import { Component, computed, DestroyRef, effect, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { AttendanceSheet } from '@parc/api-client';
import { presenceRefused, TRAINING_ACTION_WORDS, TRAINING_STATES } from '@parc/domain';
import { Choice, counted, Icon, Notice, StateChip, StatePanel, Toasts } from '@parc/ui';
import { GiveUp } from '../../offline/enrolment/give-up';
import { AttendancePackets } from '../../offline/packet/attendance-packets';
import { ATTENDING, type AttendedBody, withOwnAttendance } from '../../offline/packet/own-attendance';
import { ActProblem } from '../../shell/act-problem';
import { PageTitle } from '../../shell/page-title';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { ArrivalSheet } from './arrival-sheet';
import { AttendanceKeeping } from './attendance-keeping';
import {
  attendanceTitle,
  cameCount,
  closingWords,
  halfDayToSay,
  halfDayWords,
  lengthWords,
  presentAt,
  schoolGroups,
  unsaidCount,
} from './attendance-words';
import { CodeSheet } from './code-sheet';
import { CorrectionSheet } from './correction-sheet';
import { CorrectionsCard } from './corrections-card';
import { PresenceRow } from './presence-row';

/** Taps that follow each other go together. */
const GATHER_MILLISECONDS = 700;

type Said = AttendedBody['people'][number];

/** The trainer's list on a phone: who is there, school by school, with and without a network; and its corrections since. */
@Component({
  selector: 'parc-attendance-page',
  imports: [
    ...[ActProblem, ArrivalSheet, Choice, CodeSheet, CorrectionSheet, CorrectionsCard, GiveUp, Icon, Notice],
    ...[PresenceRow, ProblemPanel, RouterLink, StateChip, StatePanel],
  ],
  providers: [AttendanceKeeping],
  templateUrl: './attendance-page.html',
  styleUrl: './attendance-page.css',
})
export class AttendancePage {
  /** Of the session, by the address. */
  readonly id = input.required<string>();

  private readonly packets = inject(AttendancePackets);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly title = inject(PageTitle);
  protected readonly keeping = inject(AttendanceKeeping);
  protected readonly read = reading({ asked: () => this.id(), load: (id) => this.packets.sheet(id) });
  /** Said here, and not kept yet. */
  private readonly said = linkedSignal<string, readonly Said[]>({ source: this.id, computation: () => [] });
  private gathering: ReturnType<typeof setTimeout> | null = null;

  protected readonly sheet = computed(() => {
    const sheet = this.read.value()?.sheet ?? null;
    return sheet === null ? null : this.withSaid(sheet, this.said());
  });
  private readonly chosen = linkedSignal<string, string | null>({ source: this.id, computation: () => null });
  protected readonly date = computed(() => {
    const sheet = this.sheet();
    if (sheet === null) return null;
    return sheet.dates.find(({ id }) => id === this.chosen()) ?? halfDayToSay(sheet, this.now());
  });
  protected readonly choices = computed(() =>
    (this.sheet()?.dates ?? []).map((date) => ({ value: date.id, label: halfDayWords(date) })),
  );
  protected readonly groups = computed(() => schoolGroups(this.sheet()!));
  protected readonly heading = computed(() => attendanceTitle(this.sheet()!, this.date()));
  protected readonly begins = computed(() => this.sheet()?.possible.includes('hold') === true);
  protected readonly closes = computed(() => this.sheet()?.mayAttend === true);
  protected readonly unsaid = computed(() => unsaidCount(this.sheet()!));
  protected readonly state = computed(() => TRAINING_STATES[this.sheet()!.state]);
  /** Every name has the same answer to give: one tap says it of all who were not said. */
  protected readonly noneSaid = computed(
    () =>
      this.sheet()!.people.length > 1 && this.sheet()!.people.every((one) => presentAt(one, this.date()!.id) === null),
  );
  protected readonly sheetWords = { closing: closingWords, length: lengthWords, when: halfDayWords };
  protected readonly words = TRAINING_ACTION_WORDS;
  protected readonly closeLabel = computed(() => `Clore avec ${counted(cameCount(this.sheet()!), 'présent')}`);
  protected readonly presentAt = presentAt;
  protected readonly showsCode = signal(false);
  protected readonly adds = signal(false);

  constructor() {
    effect(() => this.title.show(this.sheet() === null ? 'Émargement' : this.heading()));
    void this.keeping.look();
    inject(DestroyRef).onDestroy(() => void this.flush());
  }

  protected isByCode({ presences }: AttendanceSheet['people'][number], dateId: string): boolean {
    return presences.some((presence) => presence.dateId === dateId && presence.byCode);
  }

  /** May it be said by a tap, or is it corrected with a reason? */
  protected isSayable(person: AttendanceSheet['people'][number], present: boolean): boolean {
    const date = this.date();
    const was = presentAt(person, date!.id);
    return this.closes() && presenceRefused({ date: date!, present, was, now: this.now() }) === null;
  }

  protected say(id: string, present: boolean): void {
    const dateId = this.date()!.id;
    this.said.update((said) => [
      ...said.filter((one) => one.id !== id || one.dateId !== dateId),
      { id, dateId, present },
    ]);
    if (this.gathering !== null) clearTimeout(this.gathering);
    this.gathering = setTimeout(() => void this.flush(), GATHER_MILLISECONDS);
  }

  protected sayAll(): void {
    for (const { id } of this.sheet()!.people) this.say(id, true);
  }

  protected choose(dateId: string | null): void {
    this.chosen.set(dateId);
  }

  protected async begin(): Promise<void> {
    const sheet = this.sheet()!;
    if (await this.keeping.hold(sheet)) this.after(sheet, 'hold');
  }

  protected async close(): Promise<void> {
    if (!(await this.flush())) return;
    const sheet = this.sheet()!;
    if (!(await this.keeping.close(sheet))) return;
    this.toasts.say(`Session close. ${this.keeping.savedWords()}.`);
    // Without a network nothing but this list is on the phone.
    if (this.keeping.isKept()) this.after(sheet, 'close');
    else await this.router.navigate(['/formations', this.id()]);
  }

  protected again(act: typeof this.keeping.refused extends () => readonly (infer Act)[] ? Act : never): void {
    const { sheet } = this.read.value() ?? {};
    if (sheet) void this.keeping.again(act, sheet);
  }

  /** What was tapped is kept; false: it is not, and stays on the page. */
  protected async flush(): Promise<boolean> {
    if (this.gathering !== null) clearTimeout(this.gathering);
    this.gathering = null;
    const said = this.said();
    const sheet = this.read.value()?.sheet;
    if (said.length === 0 || !sheet) return true;
    if (!(await this.keeping.attend(sheet, said))) return false;
    this.read.replace({ kept: this.read.value()!.kept, sheet: this.withSaid(sheet, said) });
    // What was tapped meanwhile is not kept yet.
    this.said.update((now) => now.filter((one) => !said.includes(one)));
    return true;
  }

  private after(sheet: AttendanceSheet, action: string): void {
    const act = { object: { kind: 'training', id: sheet.id }, action, body: null, refusal: null };
    // Sent without a queue, the server knows more by now: its version, and what may be done next.
    if (!this.keeping.isKept()) this.read.reload();
    else this.read.replace({ kept: this.read.value()!.kept, sheet: withOwnAttendance(sheet, [act]) });
  }

  private withSaid(sheet: AttendanceSheet, people: readonly Said[]): AttendanceSheet {
    return withOwnAttendance(sheet, [
      { object: { kind: 'training', id: sheet.id }, action: ATTENDING, body: { people }, refusal: null },
    ]);
  }

  private now(): string {
    return new Date().toISOString();
  }
}
