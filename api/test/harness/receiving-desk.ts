import { expect } from '@jest/globals';
import {
  aDelivery,
  deliveryGround,
  enter,
  look,
  pageOf,
  say,
  sendList,
  type DeliveryGround,
} from './delivery-builders.js';
import type { House } from './house.js';
import type { Answer, Person } from './person.js';
import { csvFile } from './uploads.js';

export const HEADER = [
  'Serial No',
  'Désignation',
  'Cde client',
  'Prix unitaire HT',
  'Garantie (mois)',
  'Date de livraison',
  'Carton',
];

type Body = Answer['body'];

/** A line of a supplier's list, cell by cell. */
export const row = (serial: string, word = 'TAB 10.4 64G', more: Partial<Record<number, string>> = {}): string[] =>
  [serial, word, '2026-0117', '249,00', '24', '05/10/2026', '3/6'].map((cell, place) => more[place] ?? cell);
export const listOf = (...rows: string[][]): Buffer => csvFile([HEADER, ...rows]);

/** Of this run alone: serial numbers of another are no obstacle. */
export const run = Math.random().toString(36).slice(2, 6).toUpperCase();
export const serialsOf = (name: string, many: number): string[] =>
  Array.from({ length: many }, (_, n) => `${run}${name}${n}`);

/** Where deliveries are received: a fleet, a supplier, and who receives what it brings. */
export class ReceivingDesk {
  private constructor(
    readonly house: House,
    readonly ground: DeliveryGround,
    readonly manager: Person,
    readonly technician: Person,
  ) {}

  static async in(house: House): Promise<ReceivingDesk> {
    const ground = await deliveryGround(house);
    return new ReceivingDesk(house, ground, await house.person('plan-manager'), await house.person('technician'));
  }

  /** The tablet's word is ours from here on. */
  tablets = (list: Body, modelId = this.ground.modelId): Promise<Answer> =>
    say(this.manager, list, { models: [{ word: 'tab 10 4 64g', modelId }] });

  received = (deliveryId: string) =>
    this.house.sql<{ tag: string; serial: string; state: string }>(
      `select e.tag, e.serial, e.state from equipment e join delivery_receipt r on r.id = e.receipt_id where r.delivery_id = $1 order by e.tag`,
      [deliveryId],
    );

  async sent(deliveryId: string, content: Buffer, options = {}): Promise<Body> {
    const answer = await sendList(this.manager, deliveryId, content, options);
    expect([answer.status, answer.text]).toEqual([201, answer.text]);
    return answer.body;
  }

  /** A delivery of so many tablets, received. */
  async receivedDelivery(name: string, many: number, body = {}) {
    const id = await aDelivery(this.manager, this.ground, body);
    const rows = serialsOf(name, many).map((serial) => row(serial));
    const list = (await this.tablets(await this.sent(id, listOf(...rows)))).body;
    const seen = (await look(this.manager, list)).body;
    const answer = await enter(this.manager, list, seen);
    expect(answer.status).toBe(200);
    const { receipts } = await pageOf(this.manager, id);
    return { id, receiptId: receipts[0].id as string, entry: answer.body };
  }
}
