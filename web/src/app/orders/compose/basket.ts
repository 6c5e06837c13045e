import { computed, inject, Injectable, signal } from '@angular/core';
import {
  Api,
  homeSchool,
  orderableEstimate,
  orderableOrderable,
  ordersCompose,
  ordersPage,
  ordersWrite,
  schoolsRooms,
  type DraftChange,
  type DraftRequest,
  type OrderLineAnswer,
  type OrderableItemAnswer,
} from '@parc/api-client';
import { lineAmounts, type Prerequisite } from '@parc/domain';
import { time } from '@parc/ui';
import { onVersion } from '../../shell/mutation';
import { byName } from '../../shell/by-name';
import { asProblem, type Problem } from '../../shell/problem';
import { SaveNote } from '../../shell/save-note';
import { Session } from '../../shell/session';
import { reading } from '../../shell/reading';

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
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save(), SAVE_AFTER_MILLISECONDS);
  }

  /** Saves now; resolves when what is on screen is on the server. @throws nothing: `problem` says why it is not */
  async save(): Promise<boolean> {
    clearTimeout(this.timer);
    this.saving = this.saving.then(() => this.saveOnce());
    await this.saving;
    return !this.changed;
  }

  /** Opens a draft that was kept. */
  async open(id: string): Promise<void> {
    const [page, catalogue] = await Promise.all([
      this.api.invoke(ordersPage, { id }),
      this.api.invoke(orderableOrderable, {}),
    ]);
    const items = new Map(catalogue.items.map((item) => [item.id, item]));
    this.lines.set(
      page.lines.flatMap((line) => {
        const item = items.get(line.itemId);
        return item ? [{ item, quantity: line.quantityAsked, roomId: line.roomId }] : [];
      }),
    );
    this.withdrawn.set(page.lines.filter(({ itemId }) => !items.has(itemId)));
    this.changes.set(page.changes);
    this.slot.set(page.wishes[0] ?? null);
    this.contact.set(page.place?.contact ?? '');
    this.note.set(page.note);
    this.kept.set(new Set(page.prerequisites.filter(({ kept }) => kept).map(({ what }) => what as Prerequisite)));
    this.draft.set({ id, version: page.version });
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

  private async saveOnce(): Promise<void> {
    if (!this.changed) return;
    this.changed = false;
    const body = this.body();
    const key = crypto.randomUUID();
    try {
      const draft = this.draft();
      const saved = draft
        ? await this.api.invoke(ordersWrite, { ...onVersion(key, draft.version), id: draft.id, body })
        : await this.api.invoke(ordersCompose, { 'Idempotency-Key': key, body });
      this.draft.set({ id: saved.id, version: saved.version });
      this.saveNote.show(`Brouillon enregistré à ${time(new Date().toISOString())}`);
    } catch (error) {
      this.changed = true;
      this.problem.set(asProblem(error));
    }
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
