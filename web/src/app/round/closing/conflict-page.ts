import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  Api,
  ticketMovesResume,
  type TicketPage,
  type TicketResolutionRequest,
  ticketsPage,
  ticketsReport,
} from '@parc/api-client';
import { TICKETS_WAITING } from '@parc/domain';
import { Icon, Notice, StatePanel, Toasts } from '@parc/ui';
import { onVersion } from '../../shell/mutation';
import { asProblem } from '../../shell/problem';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import type { Offline } from '../../offline/offline';
import type { NewPhoto, Settlement, WaitingAct } from '../../offline/acts';
import { derivedKey } from '../../offline/queue/derived-key';
import { OfflineDoor } from '../../offline/offline-door';
import { ticketTitle } from '../../tickets/ticket-words';
import {
  conflictTitle,
  doneWords,
  isResolution,
  noteInstead,
  reportInstead,
  restInstead,
  type Standing,
  theirState,
} from './conflict-words';
import { type Choice, isStart, kindOf, standingOf, startWords } from './conflict-kinds';
import { closingInstead } from './closing-act';
import { startInstead } from './ticket-acts';
import { ticketSeen } from '../../offline/packet/ticket-seen';
import { PhotoOutbox } from '../../offline/photo-outbox';

interface Conflict {
  readonly act: WaitingAct;
  readonly page: TicketPage;
  readonly standing: Standing;
  /** Written on the same ticket after it: judged once this is settled. */
  readonly behind: number;
}

/** What was written without a network against what others have done meanwhile: only what competes is asked. */
@Component({
  selector: 'parc-conflict-page',
  imports: [Icon, Notice, ProblemPanel, RouterLink, StatePanel],
  templateUrl: './conflict-page.html',
  styleUrl: './conflict-page.css',
})
export class ConflictPage {
  readonly id = input.required<string>();
  readonly key = input.required<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly door = inject(OfflineDoor);
  private readonly outbox = inject(PhotoOutbox);

  protected readonly conflict = reading({
    asked: () => ({ id: this.id(), key: this.key() }),
    load: ({ id, key }) => this.read(id, key),
  });
  protected readonly chosen = signal<Choice | null>(null);
  protected readonly pending = signal(false);
  protected readonly trouble = signal('');

  protected readonly title = computed(() => {
    const conflict = this.conflict.value();
    return conflict === null ? '' : conflictTitle(conflict.standing, conflict.page);
  });
  protected readonly kind = computed(() => {
    const conflict = this.conflict.value();
    return conflict === null ? null : kindOf(conflict.act);
  });
  protected readonly mine = computed(() => {
    const conflict = this.conflict.value();
    return conflict === null ? '' : kindOf(conflict.act).mine(conflict.act);
  });
  protected readonly theirs = computed(() => {
    const conflict = this.conflict.value();
    return conflict === null ? null : theirState(conflict.page);
  });
  /** Both can hold where the office waits for something: what was done ends here, what is awaited goes on elsewhere. */
  protected readonly both = computed(() => {
    const page = this.conflict.value()?.page;
    return page !== undefined && TICKETS_WAITING.includes(page.state) ? (this.kind()?.both ?? null) : null;
  });
  protected readonly answers = computed(() => {
    const [standing, words] = [this.conflict.value()?.standing, this.kind()?.answers ?? {}];
    if (standing?.kind !== 'answer' && standing?.kind !== 'begun') return [];
    return standing.answers.flatMap((value) => (words[value] ? [{ value, ...words[value] }] : []));
  });
  /** What will be, before the button says yes to it. */
  protected readonly result = computed(() => {
    const [kind, chosen] = [this.kind(), this.chosen()];
    if (kind === null) return '';
    if (this.conflict.value()?.standing.kind === 'merged') return kind.results.merged;
    if (chosen === null) return 'Choisissez d’abord.';
    if (chosen === 'mine' || chosen === 'theirs' || chosen === 'both') return kind.results[chosen];
    return kind.answers[chosen]?.result ?? '';
  });
  /** What follows no note and no report: their author is told before choosing. */
  protected readonly left = computed(() => {
    const [conflict, chosen] = [this.conflict.value(), this.chosen()];
    const photos = conflict?.act.photos ?? 0;
    return photos > 0 && (chosen === 'note' || chosen === 'theirs')
      ? 'Une note ne porte pas de photo : celles que vous avez prises sont abandonnées.'
      : '';
  });
  protected readonly ready = computed(
    () => this.conflict.value()?.standing.kind === 'merged' || this.chosen() !== null,
  );
  protected readonly titleOf = ticketTitle;

  protected async settle({ act, page, standing }: Conflict): Promise<void> {
    if (this.pending()) return;
    this.pending.set(true);
    this.trouble.set('');
    try {
      const offline = await this.door.open();
      if (offline === null) throw new Error('the phone is locked');
      await offline.settle(act.key, await this.settlement(offline, { act, page, standing }));
      this.toasts.say(`${page.number} : c’est réglé, cela part.`);
      await this.router.navigateByUrl('/accueil');
    } catch (error) {
      this.trouble.set(asProblem(error).sentence);
    } finally {
      this.pending.set(false);
    }
  }

  private async settlement(
    offline: Offline,
    { act, page, standing }: Pick<Conflict, 'act' | 'page' | 'standing'>,
  ): Promise<Settlement> {
    const chosen = standing.kind === 'merged' ? 'mine' : this.chosen();
    if (chosen === 'deposit') return { kind: 'deposit' };
    if (isStart(act)) return this.startSettlement(act, page, chosen);
    const { body } = act;
    if (!isResolution(body)) throw new Error('the act is no resolution');
    switch (chosen) {
      case 'mine':
        return { kind: 'resend', body, version: await this.workable(page) };
      case 'both': {
        const key = await derivedKey(act.key, 'both');
        await this.api.invoke(ticketsReport, { 'Idempotency-Key': key, body: restInstead(page) });
        return { kind: 'resend', body, version: await this.workable(page) };
      }
      case 'new-report':
        await this.report(page, body, act, await offline.photosOf(act.key));
        return { kind: 'discard' };
      case 'to-that-one': {
        const other = await this.api.invoke(ticketsPage, { id: page.mergedIntoId! });
        return { kind: 'instead', act: closingInstead(other, body, await offline.photosOf(act.key)) };
      }
      default:
        return { kind: 'instead', act: noteInstead(page, doneWords(body, act.saidAt)) };
    }
  }

  private async startSettlement({ saidAt }: WaitingAct, page: TicketPage, chosen: Choice | null): Promise<Settlement> {
    switch (chosen) {
      case 'mine':
        return { kind: 'resend', body: null, version: await this.workable(page) };
      case 'to-that-one':
        return {
          kind: 'instead',
          act: startInstead(await this.api.invoke(ticketsPage, { id: page.mergedIntoId! })),
        };
      default:
        return { kind: 'instead', act: noteInstead(page, `${startWords(saidAt)} Noté hors ligne.`) };
    }
  }

  /** There is a network here: it is reported at once, and its photos follow from this page. */
  private async report(
    page: TicketPage,
    body: TicketResolutionRequest,
    { saidAt }: WaitingAct,
    waiting: readonly NewPhoto[],
  ): Promise<void> {
    const asked = { 'Idempotency-Key': crypto.randomUUID(), body: reportInstead(page, body, saidAt) };
    const made = await this.api.invoke(ticketsReport, asked);
    const photos = (body.photos ?? []).flatMap((slot) => {
      const found = waiting.find((photo) => photo.slot.id === slot.id);
      return found === undefined ? [] : [{ slot, bytes: found.bytes }];
    });
    this.outbox.add(made.id, photos);
  }

  /** What waits goes on before it ends. @returns the version on which it can be resolved */
  private async workable({ id, version, state }: TicketPage): Promise<number> {
    if (!TICKETS_WAITING.includes(state)) return version;
    const moved = await this.api.invoke(ticketMovesResume, { ...onVersion(crypto.randomUUID(), version), id });
    return moved.version;
  }

  /** Null once nothing waits any more under that key. */
  private async read(id: string, key: string): Promise<Conflict | null> {
    const offline = await this.door.open();
    const act = offline?.waiting().find((one) => one.key === key);
    if (act === undefined) return null;
    const page = await this.api.invoke(ticketsPage, { id });
    const behind = offline!.waiting().filter(({ object, seq }) => object.id === id && seq > act.seq).length;
    return { act, page, behind, standing: standingOf(act, page, ticketSeen(page)) };
  }
}
