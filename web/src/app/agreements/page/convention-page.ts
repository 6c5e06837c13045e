import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, conventionsPage } from '@parc/api-client';
import { CONVENTION_STATES, CONVENTION_KINDS, CONVENTIONS } from '@parc/domain';
import { counted, dayOfYear, DayPipe, Notice, Path, StateChip, StatePanel, Thread } from '@parc/ui';
import { PageTitle } from '../../shell/page-title';
import { reading } from '../../shell/reading';
import { Rooms } from '../../shell/rooms';
import { Session } from '../../shell/session';
import { ConventionDecision } from '../steps/convention-decision';
import { stepQuestion } from '../steps/convention-steps';
import { ConventionAct } from './convention-act';
import { blockedHelp, conventionPath, conventionThread } from './convention-words';
import { ProblemPanel } from '../../shell/problem-panel';
import { FreeTextsLink } from '../../shell/free-texts-link';

/** One convention: its path, what it waits for, the schools it names, the act that approved it, who did what. */
@Component({
  selector: 'parc-convention-page',
  imports: [
    ConventionAct,
    ConventionDecision,
    DayPipe,
    FreeTextsLink,
    Notice,
    Path,
    ProblemPanel,
    RouterLink,
    StateChip,
    StatePanel,
    Thread,
  ],
  templateUrl: './convention-page.html',
  styleUrl: './convention-page.css',
})
export class ConventionPageView {
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly pageTitle = inject(PageTitle);
  private readonly rooms = inject(Rooms);
  private readonly role = inject(Session).role;

  protected readonly convention = reading({
    asked: () => ({ id: this.id() }),
    load: (asked) => this.api.invoke(conventionsPage, asked),
  });
  private readonly page = this.convention.value;
  protected readonly failed = this.convention.failed;
  protected readonly state = computed(() => CONVENTION_STATES[this.page()?.state ?? CONVENTIONS.initial]);
  protected readonly path = computed(() => (this.page() === null ? [] : conventionPath(this.page()!)));
  protected readonly thread = computed(() => (this.page() === null ? [] : conventionThread(this.page()!)));
  /** The same is said as a question to who records the steps. */
  protected readonly asked = computed(() => this.page() !== null && stepQuestion(this.page()!) !== null);
  protected readonly kinds = CONVENTION_KINDS;
  protected readonly states = CONVENTION_STATES;
  /** Schools are links where the directory is a room of this role. */
  protected readonly opensSchools = computed(() => {
    const role = this.role();
    return role !== null && this.rooms.of(role).some(({ path }) => path === 'annuaire');
  });
  protected readonly sitesTitle = computed(() => {
    const sites = this.page()?.sites ?? [];
    if (sites.length === 0) return 'Aucune école nommée';
    return `${counted(new Set(sites.map(({ schoolId }) => schoolId)).size, 'école')} sous cette convention`;
  });
  protected readonly blockedCount = computed(() => {
    const sites = this.page()?.sites ?? [];
    return new Set(sites.filter(({ covered }) => !covered).map(({ schoolId }) => schoolId)).size;
  });
  protected readonly blockedWords = computed(() =>
    this.blockedCount() < 2
      ? 'Une école ne peut pas commander aujourd’hui'
      : `${this.blockedCount()} écoles ne peuvent pas commander aujourd’hui`,
  );
  protected readonly blockedHelp = computed(() => blockedHelp(this.blockedCount()));

  constructor() {
    effect(() => {
      const page = this.page();
      if (page !== null) this.pageTitle.show(`Convention ${page.number}`);
    });
  }

  protected reload(): void {
    this.convention.reload();
  }

  protected span(fromDay: string, toDay: string): string {
    return `du ${dayOfYear(fromDay)} au ${dayOfYear(toDay)}`;
  }
}
