import { createEnvironmentInjector, EnvironmentInjector, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  Api,
  type DraftRequest,
  type OrderableItemAnswer,
  orderableOrderable,
  ordersCompose,
  ordersPage,
  ordersWrite,
  type SessionAnswer,
} from '@parc/api-client';
import { Toasts } from '@parc/ui';
import { Kept } from '../../shell/kept/kept';
import { Problem } from '../../shell/problem';
import { Session } from '../../shell/session';
import { sessionState } from '../../shell/session.fixture';
import { Basket } from './basket';

const ITEM = { id: 'item-1', name: 'Écran', unitNetCents: 10_000, vatBasisPoints: 2_000 } as OrderableItemAnswer;
const LOST = new Problem(0, 'network', 'Le réseau ne répond pas.');

/** A house that keeps one draft, answers a repeated key as the first time, and whose answers may be lost on the way. */
class HouseOfOneDraft {
  readonly drafts = new Map<string, { version: number; body: DraftRequest; state: string }>();
  readonly answers = new Map<string, unknown>();
  readonly calls: { id: string | null; quantity: number | undefined }[] = [];
  losesAnswers = false;

  invoke = async (what: unknown, asked: Record<string, unknown>): Promise<unknown> => {
    if (what === orderableOrderable) return { items: [ITEM] };
    if (what === ordersPage) return this.page(asked['id'] as string);
    if (what !== ordersCompose && what !== ordersWrite) return {};
    const key = asked['Idempotency-Key'] as string;
    const answer = this.answers.get(key) ?? this.write(asked);
    this.answers.set(key, answer);
    if (this.losesAnswers) throw LOST;
    return answer;
  };

  private write(asked: Record<string, unknown>): { id: string; version: number } {
    const body = asked['body'] as DraftRequest;
    const id = (asked['id'] as string | undefined) ?? `draft-${this.drafts.size + 1}`;
    this.calls.push({ id: (asked['id'] as string | undefined) ?? null, quantity: body.lines[0]?.quantity });
    const former = this.drafts.get(id);
    if (former && asked['If-Match'] !== `"${former.version}"`) throw new Problem(412, 'version.stale', 'Relisez.');
    const version = (former?.version ?? 0) + 1;
    this.drafts.set(id, { version, body, state: 'draft' });
    return { id, version };
  }

  private page(id: string) {
    const { version, body, state } = this.drafts.get(id)!;
    const lines = body.lines.map(({ itemId, quantity }) => ({ itemId, quantityAsked: quantity, roomId: null }));
    return { ...body, id, version, state, ticketId: null, lines, place: { contact: body.contact }, files: [] };
  }
}

describe('a basket', () => {
  let house: HouseOfOneDraft;
  let device: Map<string, unknown>;
  const current = signal<SessionAnswer | null>(null);
  const warn = jest.fn();
  beforeEach(() => {
    house = new HouseOfOneDraft();
    device = new Map();
    warn.mockReset();
    current.set(sessionState());
    const kept = {
      read: (name: string) => device.get(name) ?? null,
      keep: (name: string, value: unknown) => device.set(name, JSON.parse(JSON.stringify(value))) && true,
      forget: (name: string) => device.delete(name),
    };
    TestBed.configureTestingModule({
      providers: [
        { provide: Api, useValue: house },
        { provide: Kept, useValue: kept },
        { provide: Session, useValue: { current, beforeLeaving: () => () => undefined } },
        { provide: Toasts, useValue: { warn } },
      ],
    });
  });
  afterEach(() => {
    // What no person is there to save waits no longer.
    current.set(null);
  });

  /** A page as it opens after F5: nothing is left but what is on the device and in the house. */
  async function opened(id: string | null = null) {
    const page = createEnvironmentInjector([Basket], TestBed.inject(EnvironmentInjector));
    const basket = page.get(Basket);
    const isDraft = await basket.open(id);
    return { page, basket, isDraft };
  }

  it('left before its first save is there again, and becomes one draft', async () => {
    (await opened()).basket.setQuantity(ITEM, 3);
    const { basket } = await opened();
    expect(basket.quantityOf(ITEM.id)).toBe(3);
    expect(await basket.save()).toBe(true);
    expect(house.drafts.size).toBe(1);
    expect(device.size).toBe(0);
  });

  it('whose first save had no answer asks the same again, then writes what was typed since', async () => {
    const { basket } = await opened();
    house.losesAnswers = true;
    basket.setQuantity(ITEM, 1);
    expect(await basket.save()).toBe(false);
    basket.setQuantity(ITEM, 2);
    house.losesAnswers = false;
    const again = (await opened()).basket;
    expect(again.quantityOf(ITEM.id)).toBe(2);
    expect(await again.save()).toBe(true);
    expect(house.drafts.size).toBe(1);
    expect(house.calls).toEqual([
      { id: null, quantity: 1 },
      { id: 'draft-1', quantity: 2 },
    ]);
    expect(again.draft()).toEqual({ id: 'draft-1', version: 2 });
  });

  it('saved again on the same page asks what had no answer first, under its key', async () => {
    const { basket } = await opened();
    house.losesAnswers = true;
    basket.setQuantity(ITEM, 1);
    expect(await basket.save()).toBe(false);
    house.losesAnswers = false;
    basket.setQuantity(ITEM, 2);
    expect(await basket.save()).toBe(true);
    expect([...house.drafts.values()].map(({ body }) => body.lines[0]?.quantity)).toEqual([2]);
    house.losesAnswers = true;
    basket.setQuantity(ITEM, 3);
    expect(await basket.save()).toBe(false);
    house.losesAnswers = false;
    expect(await basket.save()).toBe(true);
    expect(house.calls).toEqual([
      { id: null, quantity: 1 },
      { id: 'draft-1', quantity: 2 },
      { id: 'draft-1', quantity: 3 },
    ]);
  });

  it('that was written elsewhere meanwhile stands with what was typed here over it, and says so once', async () => {
    const { basket } = await opened();
    basket.setQuantity(ITEM, 1);
    await basket.save();
    basket.setQuantity(ITEM, 5);
    basket.note.set('Mur du fond');
    basket.touch();
    const draft = house.drafts.get('draft-1')!;
    const body = { ...draft.body, note: 'Près de la fenêtre', contact: 'La gardienne' };
    house.drafts.set('draft-1', { ...draft, version: draft.version + 1, body });
    expect(await basket.save()).toBe(false);
    // In the same page, by the button that reads the draft again; after F5 it is the same.
    for (const again of [basket, (await opened('draft-1')).basket]) {
      await again.open('draft-1');
      expect(again.quantityOf(ITEM.id)).toBe(5);
      expect([again.note(), again.contact()]).toEqual(['Près de la fenêtre\nMur du fond', 'La gardienne']);
    }
    warn.mockReset();
    expect(await basket.save()).toBe(true);
    expect(house.drafts.get('draft-1')!.body).toMatchObject({ contact: 'La gardienne', lines: [{ quantity: 5 }] });
    expect((await opened('draft-1')).basket.note()).toBe('Près de la fenêtre\nMur du fond');
    expect(warn).not.toHaveBeenCalled();
  });

  it('keeps what has left the catalogue, outside its lines, until it is taken out', async () => {
    const { basket } = await opened();
    basket.setQuantity(ITEM, 1);
    await basket.save();
    const draft = house.drafts.get('draft-1')!;
    const gone = { itemId: 'item-gone', quantity: 2, roomId: null };
    house.drafts.set('draft-1', { ...draft, body: { ...draft.body, lines: [...draft.body.lines, gone] } });
    const kept = () => house.drafts.get('draft-1')!.body.lines.map(({ itemId, quantity }) => [itemId, quantity]);
    const again = (await opened('draft-1')).basket;
    again.setQuantity(ITEM, 3);
    await again.save();
    expect([again.lines().length, kept()]).toEqual([
      1,
      [
        [ITEM.id, 3],
        ['item-gone', 2],
      ],
    ]);
    again.dropWithdrawn();
    await again.save();
    expect(kept()).toEqual([[ITEM.id, 3]]);
  });

  it('that was sent is none any more', async () => {
    const { basket } = await opened();
    basket.setQuantity(ITEM, 1);
    await basket.save();
    house.drafts.set('draft-1', { ...house.drafts.get('draft-1')!, state: 'submitted' });
    expect((await opened('draft-1')).isDraft).toBe(false);
  });

  it('is saved under the role it was composed under alone, and waits there meanwhile', async () => {
    const { page, basket } = await opened();
    basket.setQuantity(ITEM, 4);
    const elsewhere = { ...sessionState().assignment, id: 'assignment-2', schoolId: 'school-2' };
    current.set(sessionState({ assignment: elsewhere }));
    expect(await basket.save()).toBe(false);
    page.destroy();
    await Promise.resolve();
    expect(house.calls).toEqual([]);
    current.set(sessionState());
    expect((await opened()).basket.quantityOf(ITEM.id)).toBe(4);
  });

  it('saves what was typed last when its page is left', async () => {
    const { page, basket } = await opened();
    basket.setQuantity(ITEM, 4);
    page.destroy();
    // By itself: nobody is there to ask for it.
    await new Promise((resolve) => setTimeout(resolve));
    expect(house.drafts.get('draft-1')?.body.lines[0]?.quantity).toBe(4);
    expect(house.calls).toHaveLength(1);
  });
});
