import { Component, computed, effect, inject, input, signal, untracked, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  Api,
  techniciansList,
  type TicketPage,
  ticketsComment,
  ticketsList,
  ticketsNote,
  ticketsPage,
} from '@parc/api-client';
import {
  CAUSES,
  CHARGES,
  IMPACTS,
  kindWords,
  parisDateOf,
  REPAIRS,
  TICKET_DONE_WORDS,
  TICKETS_TO_CLOSE,
  URGENCIES,
} from '@parc/domain';
import {
  Control,
  dayAndTime,
  DayPipe,
  DurationPipe,
  Field,
  MoneyPipe,
  Notice,
  Path,
  QuestionCard,
  StateChip,
  StatePanel,
  Thread,
  Toasts,
} from '@parc/ui';
import { ActProblem } from '../../shell/act-problem';
import { type ActButton, ActButtons } from '../../shell/act-buttons';
import { anewWith } from '../../shell/anew';
import type { Values } from '../../shell/forms/fields';
import { StepForm } from '../../shell/forms/step-form';
import { FreeTextsLink } from '../../shell/free-texts-link';
import { ResumedNote } from '../../shell/kept/resumed-note';
import { typed } from '../../shell/kept/typed';
import { may } from '../../shell/may';
import { mutation, onVersion } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { TicketReturnCard } from '../../warranty/ticket/ticket-return-card';
import { SpareCard } from '../../loans/spare/spare-card';
import { ProblemCard } from '../../problems/known/problem-card';
import { RemedyCard } from '../../remedies/found/remedy-card';
import { BeginVisit } from '../../visits/begin/begin-visit';
import { VisitsDuring } from '../../visits/page/visits-during';
import { priorityChip, ticketPlace, ticketState, ticketTitle, WAITED_FOR } from '../../tickets/ticket-words';
import { TicketClockCard } from './ticket-clock';
import { TicketQuote } from './ticket-quote';
import { sendTicketStep } from './ticket-send';
import {
  isAtOnce,
  isStep,
  MOST_IN_A_ROW,
  ticketButtons,
  ticketForm,
  type TicketButton,
  type TicketStep,
} from './ticket-steps';
import { PhotosLeaving } from '../photos/photos-leaving';
import { TicketPhotos } from '../photos/ticket-photos';
import { ticketPath, ticketThread } from './ticket-thread';

/** An act beside the ticket's own life: a quote, a problem that it shares with others. */
interface BesideButton extends ActButton {
  readonly action: 'quote' | 'share';
}
const QUOTE: BesideButton = { action: 'quote', label: 'Remettre un devis…', look: 'plain' };
const SHARE: BesideButton = { action: 'share', label: 'Réunir sous un problème…', look: 'plain' };

/** One ticket: what is broken, who has it, its clocks, what was done and what it cost; and what its reader may do now. */
@Component({
  selector: 'parc-ticket-page',
  imports: [
    ActProblem,
    ActButtons,
    Control,
    DayPipe,
    DurationPipe,
    Field,
    FreeTextsLink,
    MoneyPipe,
    Notice,
    Path,
    PhotosLeaving,
    ProblemCard,
    ProblemPanel,
    QuestionCard,
    RemedyCard,
    ResumedNote,
    RouterLink,
    BeginVisit,
    SpareCard,
    TicketReturnCard,
    VisitsDuring,
    StateChip,
    StatePanel,
    StepForm,
    Thread,
    TicketClockCard,
    TicketPhotos,
    TicketQuote,
  ],
  templateUrl: './ticket-page.html',
  styleUrl: './ticket-page.css',
})
export class TicketPageView {
  readonly id = input.required<string>();
  /** The act whose form opens with the page. */
  readonly acte = input<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly pageTitle = inject(PageTitle);
  private readonly today = parisDateOf(new Date());
  private hasOpened = false;
  protected readonly lends = may('loans.calendar');
  protected readonly comments = may('tickets.comment');
  protected readonly notes = may('tickets.note');
  private readonly closes = may('tickets.close');

  protected readonly ticket = reading({
    asked: () => ({ id: this.id() }),
    load: (asked) => this.api.invoke(ticketsPage, asked),
  });
  private readonly page = this.ticket.value;
  protected readonly opened = anewWith<TicketStep | null>(
    () => `${this.page()?.id} ${this.page()?.version}`,
    () => null,
  );
  private readonly technicians = reading({
    asked: () => (this.opened() === 'assign' || this.opened() === 'hand-over' ? true : undefined),
    load: async () => (await this.api.invoke(techniciansList)).items,
  });
  private readonly others = reading({
    asked: () => (this.opened() === 'merge' ? this.page()?.schoolId : undefined),
    load: async (schoolId: string) =>
      (await this.api.invoke(ticketsList, { schoolId, open: true, sort: 'reported', direction: 'desc' })).items,
  });
  protected readonly form = computed(() => {
    const [page, action] = [this.page(), this.opened()];
    if (page === null || action === null) return null;
    const older = (this.others.value() ?? []).filter(
      ({ id, reportedAt }) => id !== page.id && reportedAt <= page.reportedAt,
    );
    return ticketForm(action, page, {
      technicians: this.technicians.value() ?? [],
      older: older.map((one) => ({ value: one.id, label: `${one.number}, ${ticketTitle(one)}` })),
      today: this.today,
    });
  });
  protected readonly buttons = computed(() => (this.page() ? ticketButtons(this.page()!) : []));
  private readonly quoting = viewChild(TicketQuote);
  protected readonly quotes = signal(false);
  protected readonly shares = signal(false);
  /** What its reader may do: the ticket's own moves, and behind them what is done beside it. */
  protected readonly acts = computed<readonly (TicketButton | BesideButton)[]>(() => {
    const beside = [...(this.quotes() ? [QUOTE] : []), ...(this.shares() ? [SHARE] : [])];
    const rare = this.buttons().length + beside.length > MOST_IN_A_ROW;
    return [...this.buttons(), ...beside.map((button) => ({ ...button, rare }))];
  });
  protected readonly asksSchool = computed(() => {
    const page = this.page();
    return page !== null && this.closes() && TICKETS_TO_CLOSE.includes(page.state) && this.buttons().length > 0;
  });
  protected readonly thread = computed(() => (this.page() ? ticketThread(this.page()!) : []));
  protected readonly path = computed(() => (this.page() ? ticketPath(this.page()!) : []));

  protected readonly acting = mutation((key, { id, version }: TicketPage, action: TicketStep, values: Values) =>
    sendTicketStep(this.api, action, { ...onVersion(key, version), id }, values),
  );
  protected readonly saying = mutation((key, id: string, text: string, internal: boolean) => {
    const asked = { 'Idempotency-Key': key, id, body: { text } };
    return internal ? this.api.invoke(ticketsNote, asked) : this.api.invoke(ticketsComment, asked);
  });
  protected readonly message = typed<string>({
    name: () => 'message',
    initial: () => '',
    pending: this.saying.pending,
    problem: this.saying.problem,
  });

  protected readonly titleOf = ticketTitle;
  protected readonly place = ticketPlace;
  protected readonly stateOf = ticketState;
  protected readonly priority = priorityChip;
  protected readonly when = dayAndTime;
  protected readonly causes = kindWords(CAUSES);
  protected readonly repairs = kindWords(REPAIRS);
  protected readonly charges = kindWords(CHARGES);

  constructor() {
    effect(() => {
      const page = this.page();
      if (page !== null) this.pageTitle.show(page.number);
    });
    effect(() => {
      const act = this.buttons().find(({ action }) => action === this.acte() && !isAtOnce(action));
      if (act && !this.hasOpened) untracked(() => this.press(act));
      this.hasOpened ||= act !== undefined;
    });
  }

  protected impact({ impact, urgency }: TicketPage): string {
    return `${IMPACTS[impact].word}. La classe continue-t-elle ? ${URGENCIES[urgency].word}.`;
  }

  protected waits({ waitFor }: TicketPage): string {
    return waitFor === null ? '' : WAITED_FOR[waitFor];
  }

  protected resolvedWords({ resolution }: TicketPage): string {
    const when = resolution === null ? '' : ` le ${dayAndTime(resolution.at)}`;
    return `La métropole l’a donné pour résolu${when}. Sans réponse, le ticket se clôt au bout de 7 jours.`;
  }

  protected press({ action }: TicketButton): void {
    this.acting.forget();
    if (!isStep(action)) void this.router.navigate(['/tickets', this.id(), 'clore']);
    else if (isAtOnce(action)) void this.act(action, {});
    else this.opened.set(action);
  }

  protected pressAct(button: TicketButton | BesideButton): void {
    if (button.action === 'quote') this.quoting()?.open();
    else if (button.action === 'share')
      void this.router.navigate(['/problemes/nouveau'], { queryParams: { tickets: this.id() } });
    else this.press(button as TicketButton);
  }

  protected record(values: Values): void {
    const action = this.opened();
    if (action !== null) void this.act(action, values);
  }

  protected close(): void {
    this.acting.forget();
    this.opened.set(null);
  }

  protected reload(): void {
    this.close();
    this.ticket.reload();
  }

  protected async say({ id }: TicketPage, internal: boolean): Promise<void> {
    const said = await this.saying.run(id, this.message().trim(), internal);
    if (said === null) return;
    this.message.set('');
    this.message.forget();
    this.toasts.say(internal ? 'Note gardée' : 'Message envoyé');
    this.ticket.reload();
  }

  private async act(action: TicketStep, values: Values): Promise<void> {
    const page = this.page();
    if (page === null) return;
    const moved = await this.acting.run(page, action, values);
    if (moved === null) return;
    this.toasts.say(`${moved.number} : ${TICKET_DONE_WORDS[action].toLowerCase()}`);
    this.reload();
  }
}
