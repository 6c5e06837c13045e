import { Component, computed, inject, type Signal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  Api,
  budgetsTotals,
  statementBars,
  transfersList,
  transfersTransfer,
  type TransferItem,
} from '@parc/api-client';
import { civilYearOf, parisDateOf, ENVELOPE_KINDS } from '@parc/domain';
import { Control, DayPipe, Field, Icon, money, MoneyPipe, Notice, parseMoney, Toasts } from '@parc/ui';
import { ResumedNote } from '../../shell/kept/resumed-note';
import { together, typed } from '../../shell/kept/typed';
import { mutation } from '../../shell/mutation';
import { listAddress } from '../../shell/lists/list-address';
import { reading } from '../../shell/reading';
import { readEnvelope } from '../envelope-address';
import {
  beforeAndAfter,
  RESERVE_NAME,
  type SideChoice,
  type SideStanding,
  type Standings,
  transferErrors,
  type TransferField,
  transferRequest,
  type TransferTyped,
} from './transfer-form';
import { TransferSide } from './transfer-side';

const LAST_SHOWN = 6;

/** Money from one budget to another of the same year, with what each has before and after. */
@Component({
  selector: 'parc-transfer-page',
  imports: [Control, DayPipe, Field, Icon, MoneyPipe, Notice, ResumedNote, RouterLink, TransferSide],
  templateUrl: './transfer-page.html',
  styleUrl: './transfer-page.css',
})
export class TransferPage {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly address = listAddress().words;

  private readonly asked = computed(() => readEnvelope(this.address(), civilYearOf(parisDateOf(new Date()))));
  protected readonly year = computed(() => this.asked().year);

  protected readonly from = typed<SideChoice>({
    name: () => this.about('qui donne'),
    initial: () => ({ schoolId: null, name: RESERVE_NAME, kind: this.asked().kind }),
  });
  /** The school of `?vers=`, whose statement was left to give it money. */
  private readonly aimed = reading({
    asked: () => this.address()['vers'],
    load: async (id) => (await this.api.invoke(statementBars, { id })).school,
  });
  protected readonly to = typed<SideChoice>({
    name: () => this.about('qui reçoit'),
    initial: () => {
      const school = this.aimed.value();
      return { schoolId: school?.id, name: school?.name ?? '', kind: this.asked().kind };
    },
  });
  protected readonly amount = typed({ name: () => this.about('montant'), initial: () => '' });
  protected readonly reason = typed({ name: () => this.about('motif'), initial: () => '' });
  protected readonly written = together(this.from, this.to, this.amount, this.reason);
  private readonly fromRead = this.standingOf(this.from);
  private readonly toRead = this.standingOf(this.to);
  protected readonly standings = computed<Standings>(() => ({
    from: this.fromRead.current(),
    to: this.toRead.current(),
  }));

  private readonly typed = computed<TransferTyped>(() => ({
    year: this.year(),
    from: this.from(),
    to: this.to(),
    amount: this.amount(),
    reason: this.reason(),
  }));
  protected readonly sides = computed(() => beforeAndAfter(this.typed(), this.standings()));
  private readonly wrong = computed(() => transferErrors(this.typed(), this.standings()));
  /** Nothing is called wrong before the first attempt, but an amount that cannot be given. */
  private readonly tried = signal(false);
  protected readonly errors = computed<Partial<Record<TransferField, string>>>(() => {
    const { amount } = this.wrong();
    if (this.tried()) return this.wrong();
    return amount !== undefined && (parseMoney(this.amount()) ?? 0) > 0 ? { amount } : {};
  });
  protected readonly buttonWords = computed(() => {
    const cents = parseMoney(this.amount());
    return cents === null || cents <= 0 ? 'Virer' : `Virer ${money(cents)}`;
  });

  protected readonly send = mutation((key, typed: TransferTyped) =>
    this.api.invoke(transfersTransfer, { 'Idempotency-Key': key, body: transferRequest(typed) }),
  );
  private readonly done = reading({
    asked: () => ({ year: this.year(), size: LAST_SHOWN }),
    load: (asked) => this.api.invoke(transfersList, asked),
  });
  protected readonly last = computed(() => this.done.current()?.items ?? []);

  protected async transfer(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const [first] = Object.keys(this.wrong());
    if (first !== undefined) return focusField(first);
    const { from, to } = this.typed();
    const done = await this.send.run(this.typed());
    this.reread();
    if (done === null) return;
    this.toasts.say(
      `${money(parseMoney(this.amount())!)} virés : ${from.name} a ${money(done.fromAvailableCents)}, ${to.name} ${money(done.toAvailableCents)}.`,
    );
    this.amount.set('');
    this.reason.set('');
    this.written.forget();
    this.tried.set(false);
  }

  /** A transfer to a school of the address is another one. */
  private about(answer: string): string {
    const { year, kind } = this.asked();
    return `virement ${kind} ${year} ${this.address()['vers'] ?? ''} ${answer}`;
  }

  /** "La réserve du plan vers École du Mollard · installation"; each side says its kind when they differ. */
  protected wayWords({ from, to }: TransferItem): string {
    const kinds = [from, to].map(({ kind }) => ENVELOPE_KINDS[kind].word.toLowerCase());
    const names = [from, to].map(({ schoolName }) => schoolName ?? RESERVE_NAME);
    const words =
      from.kind === to.kind
        ? `${names.join(' vers ')} · ${kinds[0]}`
        : names.map((name, i) => `${name}, ${kinds[i]}`).join(' vers ');
    return words.charAt(0).toUpperCase() + words.slice(1);
  }

  protected kindWords({ kind }: Pick<SideChoice, 'kind'>): string {
    return ENVELOPE_KINDS[kind].word.toLowerCase();
  }

  private reread(): void {
    this.fromRead.reload();
    this.toRead.reload();
    this.done.reload();
  }

  private standingOf(side: Signal<SideChoice>) {
    return reading({
      asked: () => {
        const { schoolId, kind } = side();
        return schoolId === undefined ? undefined : { schoolId, kind, year: this.year() };
      },
      load: async ({ schoolId, kind, year }): Promise<SideStanding> => {
        const envelope =
          schoolId === null
            ? (await this.api.invoke(budgetsTotals, { year, kind })).reserve
            : (await this.api.invoke(statementBars, { id: schoolId, year })).bars.find((bar) => bar.kind === kind);
        return { opened: !!envelope, availableCents: envelope?.availableCents ?? 0 };
      },
    });
  }
}

/** The first field that is wrong takes the focus; its `controlId` is its name. */
function focusField(name: string): void {
  setTimeout(() => document.getElementById(`virement-${name}`)?.focus());
}
