import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import {
  Api,
  homeSchool,
  orderableEstimate,
  orderableOrderable,
  ordersPage,
  schoolsRooms,
  type DraftChange,
  type DraftRequest,
  type OrderLineAnswer,
  type OrderableItemAnswer,
  type OrderFileAnswer,
  type OrderPage,
} from '@parc/api-client';
import { lineAmounts, ORDERS, type Prerequisite } from '@parc/domain';
import { time, Toasts } from '@parc/ui';
import { byName } from '../../shell/by-name';
import { asProblem, type Problem } from '../../shell/problem';
import { SaveNote } from '../../shell/save-note';
import { Session } from '../../shell/session';
import { reading } from '../../shell/reading';
import { BasketMemory } from './basket-memory';
import { mergeDrafts } from './draft-merge';
import { type DraftSave, sendSave } from './draft-save';

export interface BasketLine {
  readonly item: OrderableItemAnswer;
  readonly quantity: number;
  readonly roomId: string | null;
}

export interface Slot {
  readonly day: string;
  readonly from: string;
  readonly to: string;
}

const SAVE_AFTER_MILLISECONDS = 900;

/** What is being composed: kept on the server as a draft a moment after each change, so that a shared screen may close. */
@Injectable()
export class Basket {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly saveNote = inject(SaveNote);
  private readonly toasts = inject(Toasts);
  private readonly memory = inject(BasketMemory);
  /** Under which role it is composed: under another one nothing of it is saved, nor remembered. */
  private readonly assignmentId = inject(Session).current()?.assignment.id;

  readonly lines = signal<readonly BasketLine[]>([]);
  readonly slot = signal<Slot | null>(null);
  /** A wished day of the draft that is no longer possible; null when none was lost. */
  readonly lostDay = signal<string | null>(null);
  /** Proposed: the person who composes. */
  readonly contact = signal(inject(Session).current()?.account.name ?? '');
  readonly note = signal('');
  readonly kept = signal<ReadonlySet<Prerequisite>>(new Set());
  readonly problem = signal<Problem | null>(null);
  /** What another day's catalogue has changed in the draft that was opened. */
  readonly changes = signal<readonly DraftChange[]>([]);
  /** Lines that may not be ordered any more: they stay in the draft, outside the total, until they are taken out. */
  readonly withdrawn = signal<readonly OrderLineAnswer[]>([]);
  readonly draft = signal<{ id: string; version: number } | null>(null);
  /** The files of the draft as it was opened. */
  readonly files = signal<readonly OrderFileAnswer[]>([]);

  readonly home = reading({ load: () => this.api.invoke(homeSchool) });
  readonly catalogue = reading({ load: () => this.api.invoke(orderableOrderable, {}) });
  readonly rooms = reading({
    asked: () => this.session.current()?.assignment.schoolId ?? undefined,
    load: async (id) => byName((await this.api.invoke(schoolsRooms, { id })).items),
  });
  /** Dates, performers and needs of the lines; read again when lines or ticks change. */
  readonly estimate = reading({
    asked: () => {
      const lines = this.lines().map(({ item, quantity }) => ({ itemId: item.id, quantity }));
      return lines.length === 0 ? undefined : { lines, kept: [...this.kept()] };
    },
    load: (body) => this.api.invoke(orderableEstimate, { body }),
  });

  readonly totalCents = computed(() =>
    this.lines().reduce((sum, { item, quantity }) => sum + totalOf(item, quantity), 0),
  );
  readonly availableCents = computed(() => this.home.value()?.budget?.availableCents ?? null);
  readonly leftCents = computed(() => {
    const available = this.availableCents();
    return available === null ? null : available - this.totalCents();
  });

  private timer: ReturnType<typeof setTimeout> | undefined;
  private saving: Promise<void> = Promise.resolve();
  private changed = false;
  /** A save whose answer is not known yet. */
  private underWay: DraftSave | null = null;
  /** As the draft stands on the server, as far as this page knows. */
  private base: DraftRequest | null = null;
  private left = false;

  constructor() {
    // Neither a person who goes on to another page nor one who leaves the computer waits for the pause of typing.
    const takeBack = this.session.beforeLeaving(() => this.save());
    inject(DestroyRef).onDestroy(() => {
      takeBack();
      this.left = true;
      if (this.changed && this.isOwn()) void this.save();
      else clearTimeout(this.timer);
    });
  }

  quantityOf(itemId: string): number {
    return this.lines().find(({ item }) => item.id === itemId)?.quantity ?? 0;
  }

  /** Puts, changes or takes away a line: quantity 0 takes it away. */
  setQuantity(item: OrderableItemAnswer, quantity: number): void {
    const others = this.lines().filter((line) => line.item.id !== item.id);
    const line = this.lines().find((known) => known.item.id === item.id);
    if (quantity === 0) this.lines.set(others);
    else if (line)
      this.lines.update((lines) => lines.map((known) => (known === line ? { ...known, quantity } : known)));
    else this.lines.set([...others, { item, quantity, roomId: this.commonRoom() }]);
    this.touch();
  }

  setRoom(itemId: string, roomId: string | null): void {
    // The first room chosen serves the lines that have none: most orders are for one room.
    this.lines.update((lines) =>
      lines.map((line) => (line.item.id === itemId || line.roomId === null ? { ...line, roomId } : line)),
    );
    this.touch();
  }

  choose({ day, from, to }: Slot): void {
    this.slot.set({ day, from, to });
    this.lostDay.set(null);
    this.touch();
  }

  /** The first possible date, when none is wished or the wished one has become impossible while the draft waited. */
  proposeSlot(): void {
    const first = this.estimate.value()?.slots[0];
    const wished = this.slot();
    if (first === undefined || (wished !== null && wished.day >= first.day)) return;
    this.choose(first);
    if (wished !== null) this.lostDay.set(wished.day);
  }

  /** Marks the draft as changed; it is saved a moment later. */
  touch(): void {
    this.changed = true;
    this.problem.set(null);
    this.remember();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save(), SAVE_AFTER_MILLISECONDS);
  }

  /** Saves now; resolves when what is on screen is on the server. @throws nothing: `problem` says why it is not */
  async save(): Promise<boolean> {
    clearTimeout(this.timer);
    this.saving = this.saving.then(() => this.saveOnce());
    await this.saving;
    return !this.changed && this.underWay === null;
  }

  /**
   * Opens a draft, or a new order, with what was typed here and had not reached the server: the page was closed, or the
   * session ended. @returns false when the order is no draft any more, or follows a quote
   */
  async open(id: string | null): Promise<boolean> {
    clearTimeout(this.timer);
    const remembered = this.memory.read(id);
    if (id === null && remembered === null) return true;
    const refused = remembered?.underWay ? await this.finish(remembered.underWay) : false;
    const known = id ?? this.draft()?.id ?? null;
    const [page, catalogue] = await Promise.all([
      known === null ? null : this.api.invoke(ordersPage, { id: known }),
      this.api.invoke(orderableOrderable, {}),
    ]);
    const items = new Map(catalogue.items.map((item) => [item.id, item]));
    if (page !== null) {
      // What follows a quote is sent as it was given.
      if (!ORDERS.statesFrom('submit').includes(page.state) || page.ticketId !== null) {
        this.memory.forget(page.id);
        return false;
      }
      this.withdrawn.set(page.lines.filter(({ itemId }) => !items.has(itemId)));
      this.base = draftOf(page);
      this.fill(this.base, items);
      this.files.set(page.files);
      this.changes.set(page.changes);
    }
    const current = this.draft()?.version ?? remembered?.version ?? null;
    if (page !== null) this.draft.set({ id: page.id, version: page.version });
    const typed = remembered?.typed ?? (refused ? remembered!.underWay!.body : null);
    if (typed === null) return true;
    const theirs = this.base;
    if (page !== null && theirs !== null && current !== page.version) {
      this.fill(mergeDrafts({ base: remembered?.base ?? theirs, mine: typed, theirs }), items);
      this.toasts.warn('Ce brouillon a changé ailleurs : vos saisies d’ici y sont ajoutées. Relisez avant d’envoyer.');
    } else this.fill(typed, items);
    this.touch();
    return true;
  }

  /** Nothing typed here waits any more: the order was sent. */
  forget(): void {
    clearTimeout(this.timer);
    this.changed = false;
    const draft = this.draft();
    if (draft !== null) this.memory.forget(draft.id);
  }

  /** Takes what may not be ordered any more out of the draft. */
  dropWithdrawn(): void {
    this.withdrawn.set([]);
    this.touch();
  }

  private commonRoom(): string | null {
    const rooms = new Set(this.lines().map(({ roomId }) => roomId));
    return rooms.size === 1 ? [...rooms][0]! : null;
  }

  private fill(draft: DraftRequest, items: ReadonlyMap<string, OrderableItemAnswer>): void {
    this.lines.set(
      draft.lines.flatMap(({ itemId, quantity, roomId }) => {
        const item = items.get(itemId);
        return item ? [{ item, quantity, roomId: roomId ?? null }] : [];
      }),
    );
    this.withdrawn.update((known) => known.filter(({ itemId }) => draft.lines.some((line) => line.itemId === itemId)));
    this.slot.set(draft.wishes[0] ?? null);
    this.contact.set(draft.contact);
    this.note.set(draft.note);
    this.kept.set(new Set(draft.prerequisites.filter(({ kept }) => kept).map(({ what }) => what as Prerequisite)));
  }

  private isOwn(): boolean {
    return this.session.current() !== null && this.session.current()?.assignment.id === this.assignmentId;
  }

  private async saveOnce(): Promise<void> {
    if (!this.isOwn()) return;
    try {
      if (this.underWay !== null) await this.deliver(this.underWay);
      if (!this.changed) return;
      this.changed = false;
      const { id, version } = this.draft() ?? { id: null, version: 0 };
      await this.deliver({ id, version, key: crypto.randomUUID(), body: this.body() });
    } catch (error) {
      const problem = asProblem(error);
      // What was refused is sent anew once it is changed; what may have arrived is asked again as it was.
      if (!problem.passing) {
        this.underWay = null;
        this.changed = true;
      }
      this.problem.set(problem);
      this.remember();
    }
  }

  private async deliver(save: DraftSave): Promise<void> {
    this.underWay = save;
    this.remember();
    const saved = await sendSave(this.api, save);
    this.underWay = null;
    this.base = save.body;
    if (save.id === null) this.memory.forget(null);
    this.draft.set(saved);
    this.remember();
    if (!this.left) this.saveNote.show(`Brouillon enregistré à ${time(new Date().toISOString())}`);
  }

  /** A save that an earlier page began. @returns whether it was refused */
  private async finish(save: DraftSave): Promise<boolean> {
    try {
      await this.deliver(save);
      return false;
    } catch (error) {
      if (asProblem(error).passing) throw error;
      this.underWay = null;
      return true;
    }
  }

  private remember(): void {
    if (!this.isOwn()) return;
    const { id, version } = this.draft() ?? { id: null, version: null };
    const typed = this.changed ? this.body() : null;
    if (typed === null && this.underWay === null) this.memory.forget(id);
    else this.memory.keep(id, { version, base: this.base, typed, underWay: this.underWay });
  }

  private body(): DraftRequest {
    const slot = this.slot();
    return {
      lines: [
        ...this.lines().map(({ item, quantity, roomId }) => ({ itemId: item.id, quantity, roomId })),
        ...this.withdrawn().map(({ itemId, quantityAsked, roomId }) => ({ itemId, quantity: quantityAsked, roomId })),
      ],
      wishes: slot ? [slot] : [],
      contact: this.contact(),
      note: this.note(),
      prerequisites: [...this.kept()].map((what) => ({ what, kept: true })),
    };
  }
}

function totalOf({ unitNetCents, vatBasisPoints }: OrderableItemAnswer, quantity: number): number {
  return lineAmounts({ quantity, unitNetCents, vatBasisPoints }).totalCents;
}

/** A draft as it was read, in the words in which it is written. */
function draftOf({ lines, wishes, place, note, prerequisites }: OrderPage): DraftRequest {
  return {
    lines: lines.map(({ itemId, quantityAsked, roomId }) => ({ itemId, quantity: quantityAsked, roomId })),
    wishes,
    contact: place?.contact ?? '',
    note,
    prerequisites: prerequisites.filter(({ kept }) => kept).map(({ what }) => ({ what, kept: true })),
  };
}
