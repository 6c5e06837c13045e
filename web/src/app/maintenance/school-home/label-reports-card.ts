import { Component, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import {
  Api,
  labelReportsConfirm,
  labelReportsDiscard,
  type LabelReportRow,
  labelReportsWaiting,
} from '@parc/api-client';
import {
  IMPACTS,
  type Impact,
  kindChoices,
  LABEL_DISCARD_REASONS,
  LABEL_REPORT_ACTION_WORDS,
  LABEL_REPORT_DAYS,
  type LabelDiscardReason,
  SYMPTOMS,
  URGENCIES,
  type Urgency,
} from '@parc/domain';
import { Choice, DayPipe, Notice, Toasts } from '@parc/ui';
import { mutation, onVersion } from '../../shell/mutation';
import { reading } from '../../shell/reading';
import { reportedThing, toConfirmTitle } from '../label/label-words';

/** As many as are read at a glance. */
const SHOWN = 3;

/** What is being decided of one report. */
interface Deciding {
  readonly id: string;
  readonly action: 'confirm' | 'discard';
}

/** On the head's first page: breakdowns that people without account have reported by a label, to confirm or to discard. */
@Component({
  selector: 'parc-label-reports-card',
  imports: [Choice, DayPipe, Notice],
  templateUrl: './label-reports-card.html',
  styleUrl: './label-reports-card.css',
})
export class LabelReportsCard {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly reports = reading({ load: async () => (await this.api.invoke(labelReportsWaiting)).items });
  private readonly whole = signal(false);
  protected readonly all = computed(() => this.reports.value() ?? []);
  protected readonly shown = computed(() => (this.whole() ? this.all() : this.all().slice(0, SHOWN)));
  protected readonly more = computed(() => this.all().length - this.shown().length);

  protected readonly deciding = signal<Deciding | null>(null);
  protected readonly impact = signal<Impact | null>(null);
  protected readonly urgency = signal<Urgency | null>(null);
  protected readonly reason = signal<LabelDiscardReason | null>(null);
  protected readonly confirming = mutation((key, { id, version }: LabelReportRow, impact: Impact, urgency: Urgency) =>
    this.api.invoke(labelReportsConfirm, { ...onVersion(key, version), id, body: { impact, urgency } }),
  );
  protected readonly discarding = mutation((key, { id, version }: LabelReportRow, reason: LabelDiscardReason) =>
    this.api.invoke(labelReportsDiscard, { ...onVersion(key, version), id, body: { reason } }),
  );
  protected readonly problem = computed(() => this.confirming.problem() ?? this.discarding.problem());

  protected readonly days = LABEL_REPORT_DAYS;
  protected readonly words = LABEL_REPORT_ACTION_WORDS;
  protected readonly impacts = kindChoices(IMPACTS);
  protected readonly urgencies = kindChoices(URGENCIES);
  protected readonly reasons = kindChoices(LABEL_DISCARD_REASONS);
  protected readonly title = toConfirmTitle;
  protected readonly thing = reportedThing;
  protected readonly symptom = ({ symptom }: LabelReportRow) => SYMPTOMS[symptom].word;

  protected decides({ id }: LabelReportRow, action: Deciding['action']): boolean {
    const deciding = this.deciding();
    return deciding?.id === id && deciding.action === action;
  }

  /** Pressed once more it folds. */
  protected decide(report: LabelReportRow, action: Deciding['action']): void {
    const isOpen = this.decides(report, action);
    for (const answer of [this.impact, this.urgency, this.reason]) answer.set(null);
    this.confirming.forget();
    this.discarding.forget();
    this.deciding.set(isOpen ? null : { id: report.id, action });
  }

  protected showAll(): void {
    this.whole.set(true);
  }

  protected async confirm(report: LabelReportRow): Promise<void> {
    const [impact, urgency] = [this.impact(), this.urgency()];
    if (impact === null || urgency === null) return;
    const confirmed = await this.confirming.run(report, impact, urgency);
    if (confirmed === null) return;
    this.toasts.say('C’est signalé à la métropole');
    await this.router.navigate(['/tickets', confirmed.ticketId]);
  }

  protected async discard(report: LabelReportRow): Promise<void> {
    const reason = this.reason();
    if (reason === null || (await this.discarding.run(report, reason)) === null) return;
    this.toasts.say('Signalement écarté');
    this.deciding.set(null);
    this.reports.reload();
  }

  /** Somebody else has decided: what waits is read again. */
  protected again(): void {
    this.deciding.set(null);
    this.confirming.forget();
    this.discarding.forget();
    this.reports.reload();
  }
}
