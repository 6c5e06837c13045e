import { Component, computed, effect, inject, input } from '@angular/core';
import { Api, type SchoolPage, schoolPageRead } from '@parc/api-client';
import { kindsOf, PRIORITIES, SCHOOL_KINDS, schoolFields, SECTORS, type StateWords } from '@parc/domain';
import { StateChip, StatePanel } from '@parc/ui';
import { may } from '../../shell/may';
import { PageTitle } from '../../shell/page-title';
import { reading } from '../../shell/reading';
import { Session } from '../../shell/session';
import { contractWords, stateNote } from '../school-words';
import { AccessCard } from './access-card';
import { ClosedToday } from './closed-today';
import { OwnCode } from './own-code';
import { SchoolBudgets } from './school-budgets';
import { SchoolFacts } from './school-facts';
import { SchoolFigures } from './school-figures';
import { SchoolGate } from './school-gate';
import { SchoolOrders } from './school-orders';
import { SchoolPeople } from './school-people';
import { SchoolRooms } from './school-rooms';
import { SchoolTabs } from '../../shell/school-tabs';
import { ProblemPanel } from '../../shell/problem-panel';

const OPEN: StateWords = { word: 'Ouverte', tone: 'done' };

/** Everything about a school on one screen, as far as its reader reads it. */
@Component({
  selector: 'parc-school-page',
  imports: [
    AccessCard,
    ClosedToday,
    OwnCode,
    ProblemPanel,
    SchoolBudgets,
    SchoolFacts,
    SchoolFigures,
    SchoolGate,
    SchoolOrders,
    SchoolPeople,
    SchoolRooms,
    SchoolTabs,
    StateChip,
    StatePanel,
  ],
  templateUrl: './school-page.html',
  styles: `
    .page-actions {
      align-items: center;
    }

    .tabs {
      display: block;
      margin-bottom: 1rem;
    }

    /* A state keeps its own width where the actions stand one under another. */
    .page-actions parc-state-chip {
      justify-self: start;
    }
  `,
})
export class SchoolPageView {
  /** Of the address; without it the page is about the reader's own school. */
  readonly id = input<string>();

  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly pageTitle = inject(PageTitle);
  private readonly schoolId = computed(() => this.id() ?? this.session.current()?.assignment.schoolId ?? undefined);

  protected readonly school = reading({
    asked: this.schoolId,
    load: (id) => this.api.invoke(schoolPageRead, { id }),
  });
  /** Stays in sight while it is read again, with what is being typed. */
  protected readonly page = this.school.value;
  protected readonly failed = this.school.failed;

  /** One's own school, for the head and the teachers. */
  protected readonly own = may('home.school');
  protected readonly fields = computed(() => schoolFields(this.session.role(), false));
  protected readonly showsOrders = computed(() => this.fields().orders);
  protected readonly readsConvention = may('conventions.read');
  protected readonly readsOrders = may('orders.read');
  protected readonly notesCard = may('access-card.note');
  protected readonly writesRooms = may('rooms.write');
  protected readonly writesDirectory = may('directory.write');
  private readonly namesDeputies = may('deputies.name');
  private readonly setsCode = may('confirmation-code.set');
  private readonly readsStatement = may('budgets.statement');
  protected readonly writesCard = may('access-card.write');
  /** In a vacancy a public school's deputy is the inspector's to name, a private one's its body's: others have no list. */
  protected readonly asksDeputies = computed(() => {
    const [role, sector] = [this.session.role(), this.page()?.sector];
    const elsewhere = kindsOf(SECTORS).some((each) => each !== sector && SECTORS[each].vacancyRole === role);
    return this.namesDeputies() && sector !== undefined && !elsewhere;
  });
  protected readonly asksCode = computed(() => this.own() && this.setsCode());
  /** Where each movement of the money is read; null for who reads the bar alone. */
  protected readonly budgetLink = computed(() => {
    if (!this.readsStatement()) return null;
    return this.own() ? '/budget' : `/budgets/${this.schoolId()}`;
  });
  protected readonly above = computed(() => {
    const page = this.page();
    if (page === null) return '';
    const words = [page.uai, SCHOOL_KINDS[page.kind].word, contractWords(page), PRIORITIES[page.priority].short];
    return words.filter((word) => word !== null).join(' · ');
  });
  protected readonly place = computed(() => {
    const page = this.page();
    if (page === null) return '';
    const office = page.circonscription;
    return office === null ? page.commune.name : `${page.commune.name} · ${office.name}`;
  });

  constructor() {
    effect(() => {
      const page = this.page();
      if (page !== null) this.pageTitle.show(page.name);
    });
  }

  protected stateOf(page: SchoolPage): StateWords {
    return stateNote(page) ?? OPEN;
  }
}
