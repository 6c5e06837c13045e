import { makeUai, type Role } from '@parc/domain';
import type { Actor } from '../../src/identity/actor.js';
import type { House } from './house.js';
import { insert, RawLedger, type EntryRow } from './raw-ledger.js';

/** A school that may order, until something is said against it. */
export interface SendingSchool {
  id: string;
  roomIds: string[];
  head: Actor;
}

export interface PricedItem {
  id: string;
  contractId: string | null;
}

export interface DraftLine {
  item: PricedItem;
  quantity: number;
  unitNetCents: number;
  vatBasisPoints: number;
  roomId: string | null;
}

/** A draft in the tables, as its head sees it. */
export interface Draft {
  id: string;
  version: number;
  number: string | null;
  school: SendingSchool;
}

/** Chance that repeats: whole numbers from 0 included to `below` excluded. */
export function repeatable(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * below);
  };
}

/** Schools, items and drafts straight into the tables: what a submission starts from. */
export class SubmissionGround {
  private readonly ledger: RawLedger;
  private numbered = 70_000;
  private schools = 0;

  constructor(private readonly house: House) {
    this.ledger = new RawLedger(house);
  }

  /** @param availableCents of its envelope; null when none is open */
  async school(availableCents: number | null, row: EntryRow = {}): Promise<SendingSchool> {
    const { build } = this.house;
    // More of them than the builders' own codes last for.
    const uai = makeUai('069', (this.schools += 1));
    const school = await build.school({ uai, ...row });
    await build.convention(school);
    if (availableCents !== null) await build.envelope(school.id, availableCents);
    const roomIds = [await build.room(school.id), await build.room(school.id)];
    return { id: school.id, roomIds, head: await this.actor('school-head', school.id) };
  }

  async actor(role: Role, schoolId: string): Promise<Actor> {
    const { id } = await this.house.build.account(role, { school_id: schoolId });
    const nothing = { communeId: null, managingBodyId: null, circonscriptionId: null, contractHolderId: null };
    const session = { sessionId: id, sessionVersion: 1, assignmentId: id };
    return {
      ...nothing,
      ...session,
      accountId: id,
      accountName: role,
      role,
      schoolId,
      deputy: false,
      endedAfter: null,
      mayCertify: false,
    };
  }

  async item(contractId: string | null, price: { unitNetCents: number; vatBasisPoints: number }, row: EntryRow = {}) {
    return { id: await this.house.build.item({ contract_id: contractId, ...row }, price), contractId };
  }

  async contract(): Promise<string> {
    return (await this.house.build.contract()).id;
  }

  draft(school: SendingSchool, lines: readonly DraftLine[], columns: EntryRow = {}): Promise<Draft> {
    return this.ledger.kept(async (statement) => {
      const own = { school_uai: 'old', version: 1, number: null, ...columns };
      const id = await this.ledger.order(statement, school.id, school.head.accountId, own);
      for (const [position, { item, quantity, roomId, unitNetCents, vatBasisPoints }] of lines.entries()) {
        const price = { unit_net_cents: unitNetCents, vat_basis_points: vatBasisPoints };
        const named = { item_id: item.id, item_name: `Prestation ${position}`, unit: 'l’unité', room_id: roomId };
        await insert(statement, 'order_line', { order_id: id, position, ...named, ...price, quantity_asked: quantity });
      }
      return { id, version: own.version, number: own.number, school };
    });
  }

  /** Of the place, chosen while the order was composed. */
  async photo({ id, school }: Draft): Promise<void> {
    await this.house.build.insert('order_file', {
      order_id: id,
      kind: 'place-photo',
      name: 'place-photo.webp',
      media_type: 'image/webp',
      size_bytes: 4,
      content: Buffer.from('RIFF'),
      created_by: school.head.accountId,
      created_at: '2026-10-01T08:00:00Z',
    });
  }

  /** What an order keeps that was sent once, to a contract, and withdrawn: its number above all. */
  onceSent(school: SendingSchool, contractId: string | null): EntryRow & { number: string; version: number } {
    const number = `C-2026-${(this.numbered += 1)}`;
    const performer = contractId === null ? 'metropole' : 'contract';
    const sent = { submitted_by: school.head.accountId, submitted_at: '2026-09-01T08:00:00Z', asked_cents: 4_321 };
    return { ...sent, number, version: 3, performer, contract_id: contractId, title: 'Avant', approved_cents: 17 };
  }
}
