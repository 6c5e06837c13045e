import { expect } from '@jest/globals';
import type { FreeTextObject, FreeTextPlace } from '@parc/domain';
import { RULE } from './allocating.js';
import { aDeposit } from './deposit-builders.js';
import { aDevice, aFleet, aModel } from './equipment-builders.js';
import { aDotation, aDotationPart } from './dotation-builders.js';
import { aNeed, aRedeployment } from './need-builders.js';
import { anOrder } from './order-builders.js';
import { loanTexts } from './loan-texts.js';
import { problemTexts } from './problem-texts.js';
import { aTicket } from './ticket-builders.js';
import { pilotTexts } from './pilot-texts.js';
import { supportTexts } from './support-texts.js';
import { trainingTexts } from './training-texts.js';
import { visitTexts } from './visit-texts.js';
import { type UpkeepPlace, upkeepTexts } from './upkeep-texts.js';
import type { OrderWorld } from './order-world.js';
import type { Person } from './person.js';

/** A text that was written, and how it is named to be taken out. */
export interface Written {
  kind: FreeTextObject;
  id: string;
  rowId: string;
  part?: number;
}

/** Writes a text at any place of the register. */
export class FreeTextWriter {
  private year = 2040;
  private readonly manager: Person;

  constructor(private readonly world: OrderWorld) {
    this.manager = world.people['plan-manager'];
  }

  private async first(text: string, values: unknown[] = []): Promise<string> {
    return (await this.world.house.sql<{ id: string }>(text, values))[0]!.id;
  }

  private here() {
    return { house: this.world.house, who: this.manager.accountId };
  }

  async write(text: string, values: unknown[]): Promise<void> {
    await this.world.house.arrange(text, values);
  }

  async anOrderSent(): Promise<string> {
    return (await anOrder(this.world).in('installed')).id;
  }

  lineOf(orderId: string): Promise<string> {
    return this.first('select id from order_line where order_id = $1 limit 1', [orderId]);
  }

  private moveOf(orderId: string): Promise<string> {
    return this.first('select id from order_move where order_id = $1 order by at desc, id desc limit 1', [orderId]);
  }

  private async onOrder(column: string, text: string): Promise<Written> {
    const id = await this.anOrderSent();
    await this.write(`update installation_order set ${column} = $2 where id = $1`, [id, text]);
    return { kind: 'order', id, rowId: id };
  }

  private async onLine(column: string, text: string): Promise<Written> {
    const id = await this.anOrderSent();
    const rowId = await this.lineOf(id);
    await this.write(`update order_line set ${column} = $2 where id = $1`, [rowId, text]);
    return { kind: 'order', id, rowId };
  }

  async onMove(reason: string | null, detail: object): Promise<Written> {
    const id = await this.anOrderSent();
    await this.write(
      `insert into order_move (order_id, action, from_state, to_state, account_id, role, at, reason, detail)
      values ($1, 'dispute', 'installed', 'in-progress', $2, 'school-head', '2026-10-06T09:00:00Z', $3, $4)`,
      [id, this.world.place.head.accountId, reason, detail],
    );
    return { kind: 'order', id, rowId: await this.moveOf(id), part: reason === null ? 1 : 0 };
  }

  private async onConvention(column: string, text: string): Promise<Written> {
    const id = await this.aConvention();
    await this.write(`update convention set ${column} = $2 where id = $1`, [id, text]);
    return { kind: 'convention', id, rowId: id };
  }

  private async aNeed(): Promise<string> {
    return aNeed(this.world.house, (await this.world.house.build.school()).id, this.manager.accountId);
  }

  private async aDotation(): Promise<string> {
    return aDotation(this.world.house, { modelId: await aModel(this.world.house), accountId: this.manager.accountId });
  }

  private async aConvention(): Promise<string> {
    const school = await this.world.house.build.school();
    await this.world.house.build.convention(school);
    return this.first('select convention_id as id from convention_site where school_id = $1', [school.id]);
  }
  private async aCampaignPart(): Promise<{ id: string; partId: string; schoolId: string }> {
    const { build } = this.world.house;
    const { id: schoolId } = await build.school();
    const days = { from_day: '2026-10-05', to_day: '2026-10-30', created_at: '2026-10-01T09:00:00Z' };
    const id = await build.insert('campaign', { title: 'Récolement', created_by: this.manager.accountId, ...days });
    const part = { campaign_id: id, school_id: schoolId, state_since: '2026-10-01T09:00:00Z' };
    return { id, partId: await build.insert('campaign_part', part), schoolId };
  }

  /** A text of a ticket, in a row that this statement writes: $1 the ticket, $2 the text, $3 an account. */
  private async onTicket(table: string | null, statement: string, text: string): Promise<Written> {
    const schoolId = (await this.world.house.build.school()).id;
    const who = this.manager.accountId;
    const id = await aTicket(this.world.house, { schoolId, reporterId: who, technicianId: who }, 'new');
    await this.write(statement, table === null ? [id, text] : [id, text, who]);
    const rowId =
      table === null ? id : await this.first(`select max(id::text) as id from ${table} where ticket_id = $1`, [id]);
    return { kind: 'ticket', id, rowId };
  }

  /** A text of a loan, in a row that this statement writes: $1 the loan, $2 the text, $3 an account. */
  private onUpkeep(place: UpkeepPlace, text: string): Promise<Written> {
    return upkeepTexts(this.world.house, this.manager.accountId)[place](text);
  }

  private async onDeposit(texts: Record<string, string>): Promise<Written> {
    const id = await aDeposit(this.world.house, { accountId: this.manager.accountId, ...texts });
    return { kind: 'deposit', id, rowId: id };
  }

  /** An allocation to two schools, the text for all of them or for one. */
  private async onRun(reason: string, own: string | null): Promise<Written> {
    const year = ++this.year;
    const schools = [await this.world.house.build.school(), await this.world.house.build.school()];
    for (const { id } of schools)
      await this.write(
        'insert into school_year_figures (school_id, school_year, classes, pupils) values ($1, $2, 3, 60)',
        [...[id, year - 1]],
      );
    const fixed = own === null ? [] : [{ schoolId: schools[0]!.id, amountCents: 5_000, reason: own }];
    const asked = {
      year,
      kind: 'installation',
      fixed,
      reserveCents: 0,
      reason,
      rule: { ...RULE, votedCents: 900_000_000 },
    };
    const { hash: expected } = (await this.manager.post('/api/v1/budgets/allocations?preview=true', asked)).body;
    const { status, body } = await this.manager.post('/api/v1/budgets/allocations', { ...asked, expected });
    expect(status).toBe(200);
    return { kind: 'budget', id: schools[1]!.id, rowId: body.id, part: fixed.length };
  }

  /** A text at each place of the register: a place that is added says here how it comes to hold one. */
  readonly at: Record<FreeTextPlace, (text: string) => Promise<Written>> = {
    'installation_order.note': (text) => this.onOrder('note', text),
    'installation_order.report_note': (text) => this.onOrder('report_note', text),
    'order_line.decision_reason': (text) => this.onLine('decision_reason', text),
    'order_line.less_reason': (text) => this.onLine('less_reason', text),
    'order_move.reason': (text) => this.onMove(text, {}),
    'order_move.detail': (text) =>
      this.onMove(null, {
        releasedCents: 5,
        less: [
          { name: 'Pose', asked: 2, approved: 1, reason: text },
          { name: 'Vis', reason: null },
        ],
      }),
    'convention.title': (text) => this.onConvention('title', text),
    'convention.ended_reason': (text) => this.onConvention('ended_reason', text),
    'convention_move.reason': async (text) => {
      const id = await this.aConvention();
      await this.write(
        `insert into convention_move (convention_id, action, from_state, to_state, account_id, role, at, reason)
        values ($1, 'refuse', 'sent', 'drafted', $2, 'plan-manager', '2026-10-06T09:00:00Z', $3)`,
        [id, this.manager.accountId, text],
      );
      const rowId = await this.first('select id from convention_move where convention_id = $1 and reason = $2', [
        id,
        text,
      ]);
      return { kind: 'convention', id, rowId };
    },
    'item_decision.reason': async (text) => {
      const id = await this.first('select id from catalogue_item limit 1');
      await this.write(
        `insert into item_decision (item_id, state, reason, decided_at, account_id) values ($1, 'withdrawn', $2, now(), $3)`,
        [id, text, this.manager.accountId],
      );
      return { kind: 'item', id, rowId: await this.first('select id from item_decision where reason = $1', [text]) };
    },
    'equipment_move.reason': async (text) => {
      const id = await aDevice(this.world.house, await aFleet(this.world.house), 'in-stock');
      await this.write(
        `insert into equipment_move (equipment_id, action, from_state, to_state, account_id, role, at, reason, stock_place_id)
         select id, 'withdraw', 'in-service', 'in-stock', $2, 'technician', now(), $3, stock_place_id from equipment where id = $1`,
        [id, this.manager.accountId, text],
      );
      return { kind: 'device', id, rowId: await this.first('select id from equipment_move where reason = $1', [text]) };
    },
    'need.purpose': async (text) => {
      const id = await this.aNeed();
      await this.write('update need set purpose = $2 where id = $1', [id, text]);
      return { kind: 'need', id, rowId: id };
    },
    'need.note': async (text) => {
      const id = await this.aNeed();
      await this.write('update need set note = $2 where id = $1', [id, text]);
      return { kind: 'need', id, rowId: id };
    },
    'need_move.reason': async (text) => {
      const id = await this.aNeed();
      await this.write(
        `insert into need_move (need_id, action, from_state, to_state, account_id, role, at, reason)
         values ($1, 'decline', 'stated', 'declined', $2, 'plan-manager', now(), $3)`,
        [id, this.manager.accountId, text],
      );
      return { kind: 'need', id, rowId: await this.first('select id from need_move where reason = $1', [text]) };
    },
    'redeployment_move.reason': async (text) => {
      const { house } = this.world;
      const fleet = await aFleet(house);
      const id = await aRedeployment(house, {
        ...{ equipmentId: await aDevice(house, fleet, 'in-stock'), needId: await this.aNeed() },
      });
      await this.write(
        `insert into redeployment_move (redeployment_id, action, from_state, to_state, account_id, role, at, reason)
         values ($1, 'drop', 'proposed', 'dropped', $2, 'plan-manager', now(), $3)`,
        [id, this.manager.accountId, text],
      );
      const rowId = await this.first('select id from redeployment_move where reason = $1', [text]);
      return { kind: 'redeployment', id, rowId };
    },
    'dotation_move.reason': async (text) => {
      const id = await this.aDotation();
      await this.write(
        `insert into dotation_move (dotation_id, action, from_state, to_state, account_id, role, at, reason)
         values ($1, 'cancel', 'prepared', 'cancelled', $2, 'plan-manager', now(), $3)`,
        [id, this.manager.accountId, text],
      );
      return {
        kind: 'dotation',
        id,
        rowId: await this.first('select id from dotation_move where reason = $1', [text]),
      };
    },
    'dotation_part_move.reason': async (text) => {
      const schoolId = (await this.world.house.build.school()).id;
      const id = await aDotationPart(this.world.house, { dotationId: await this.aDotation(), schoolId });
      await this.write(
        `insert into dotation_part_move (part_id, action, from_state, to_state, account_id, role, at, reason)
         values ($1, 'drop', 'drafted', 'dropped', $2, 'plan-manager', now(), $3)`,
        [id, this.manager.accountId, text],
      );
      const rowId = await this.first('select id from dotation_part_move where reason = $1', [text]);
      return { kind: 'dotation-part', id, rowId };
    },
    'campaign_item.note': async (text) => {
      const { id, partId, schoolId } = await this.aCampaignPart();
      const roomId = await this.world.house.build.room(schoolId);
      await this.write(
        `insert into campaign_item (campaign_id, part_id, note, expected, finding, seen_room_id, seen_at, seen_by, seen_how)
         values ($1, $2, $3, false, 'unknown', $4, now(), $5, 'list')`,
        [id, partId, text, roomId, this.manager.accountId],
      );
      return { kind: 'campaign', id, rowId: await this.first('select id from campaign_item where note = $1', [text]) };
    },
    'campaign_move.reason': async (text) => {
      const { id, partId } = await this.aCampaignPart();
      await this.write(
        `insert into campaign_move (part_id, action, from_state, to_state, account_id, role, at, reason)
         values ($1, 'drop', 'prepared', 'dropped', $2, 'plan-manager', now(), $3)`,
        [partId, this.manager.accountId, text],
      );
      return {
        kind: 'campaign',
        id,
        rowId: await this.first('select id from campaign_move where reason = $1', [text]),
      };
    },
    'upkeep_check_move.reason': (text) => this.onUpkeep('upkeep_check_move.reason', text),
    'upkeep_check_device.note': (text) => this.onUpkeep('upkeep_check_device.note', text),
    'warranty_return.fault': (text) => this.onUpkeep('warranty_return.fault', text),
    'warranty_return_move.reason': (text) => this.onUpkeep('warranty_return_move.reason', text),
    ...loanTexts(() => this.here()),
    ...visitTexts(() => ({ house: this.world.house, who: this.manager.accountId })),
    ...problemTexts(() => this.here()),
    ...trainingTexts(() => this.here()),
    ...supportTexts(() => this.here()),
    ...pilotTexts(() => this.here()),
    'deposit.about': (about) => this.onDeposit({ about }),
    'deposit.body': (body) => this.onDeposit({ body }),
    'deposit.refusal': (refusal) => this.onDeposit({ refusal }),
    'ticket.description': (text) => this.onTicket(null, 'update ticket set description = $2 where id = $1', text),
    'ticket_move.reason': (text) =>
      this.onTicket(
        'ticket_move',
        `insert into ticket_move (ticket_id, action, from_state, to_state, account_id, role, at, reason, priority, presence)
         values ($1, 'give-back', 'assigned', 'new', $3, 'technician', now(), $2, 'P2', false)`,
        text,
      ),
    'ticket_resolution.note': (text) =>
      this.onTicket(
        'ticket_resolution',
        `insert into ticket_resolution (ticket_id, account_id, at, cause, repair, note, minutes, price_cents, device, charge)
         values ($1, $3, now(), 'other', 'other', $2, 5, 0, 'stays', 'free')`,
        text,
      ),
    'ticket_comment.text': (text) =>
      this.onTicket(
        'ticket_comment',
        `insert into ticket_comment (ticket_id, account_id, role, at, internal, text) values ($1, $3, 'technician', now(), false, $2)`,
        text,
      ),
    'ledger_entry.reason': async (text) => {
      const [from, to] = [await this.world.house.build.school(), await this.world.house.build.school()];
      for (const { id } of [from, to]) await this.world.house.build.envelope(id, 100_000, 2026);
      const side = (schoolId: string) => ({ schoolId, kind: 'installation' });
      const body = { year: 2026, from: side(from.id), to: side(to.id), amountCents: 100, reason: text };
      expect((await this.manager.post('/api/v1/budgets/transfers', body)).status).toBe(201);
      const rowId = await this.first('select id from ledger_entry where reason = $1 order by id limit 1', [text]);
      return { kind: 'budget', id: from.id, rowId };
    },
    'allocation_run.reason': (text) => this.onRun(text, null),
    'allocation_run.rule': (text) => this.onRun('budget primitif', text),
  };
}
