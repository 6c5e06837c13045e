import type { Body } from './answers.js';
import { aDevice, aFleet, aModel, movesOf, type Fleet } from './equipment-builders.js';
import type { House } from './house.js';
import type { Answer, Person, WriteOptions } from './person.js';
import { fullReport, smallPlan, startedWith, type SmallPlan } from './plan.js';

interface NamedDevice {
  code: string;
  tag?: string;
  /** The room of the order's line when left out. */
  roomId?: string | null;
}

interface Line {
  id: string;
  devices: Body[];
}

/** A school that orders, a stock, what a firm sells: all that the report of an order names devices of. */
export class Installing {
  private constructor(
    readonly house: House,
    readonly plan: SmallPlan,
    /** The stock, and rooms of the same school. */
    readonly fleet: Fleet,
    /** Sold by the firm of the contract. */
    readonly soldModelId: string,
  ) {}

  static async in(house: House): Promise<Installing> {
    const plan = await smallPlan(house, 100_000_000);
    const { roomId, school } = plan;
    const fleet = { ...(await aFleet(house)), school, roomId, otherRoomId: await house.build.room(school.id) };
    const [item] = await house.sql<{ contract: string }>(
      'select contract_id as contract from catalogue_item where id = $1',
      [plan.contractItemId],
    );
    return new Installing(
      house,
      plan,
      fleet,
      await aModel(house, { contract_id: item!.contract, warranty_months: 24 }),
    );
  }

  /** Orders under way, each of one line. */
  ofModel = (quantity = 2) => this.started(this.fleet.modelId, quantity);
  ofService = (quantity = 2) => this.started(this.plan.itemId, quantity);
  ofFirm = () => this.started(this.soldModelId, 2, 'contract');
  private started(itemId: string, quantity: number, performer: 'metropole' | 'contract' = 'metropole') {
    return startedWith(this.plan, [{ itemId, quantity, roomId: this.plan.roomId }], performer);
  }

  inStock = (row = {}) => aDevice(this.house, this.fleet, 'in-stock', row);

  /** Reports all of it done, and these devices for its first line. */
  async report(person: Person, id: string, devices: NamedDevice[], options: WriteOptions = {}): Promise<Answer> {
    const body = await fullReport(person, id);
    const lineId = body.lines[0].lineId as string;
    const named = devices.map(({ code: mark, roomId = this.plan.roomId, ...one }) => ({
      lineId,
      mark,
      roomId,
      ...one,
    }));
    return person.act(id, 'report', { ...body, devices: named }, options);
  }

  /** Reports all of it done, and beyond the order these devices of what the firm sells: as many, or as many as is said. */
  async reportMore(person: Person, id: string, devices: NamedDevice[], quantity = devices.length): Promise<Answer> {
    const extraLines = [
      { itemId: this.plan.contractItemId, quantity: 1 },
      { itemId: this.soldModelId, quantity },
    ];
    const named = devices.map(({ code: mark, roomId = this.plan.roomId, ...one }) => ({
      ...{ extraLine: 1, mark, roomId },
      ...one,
    }));
    return person.act(id, 'report', { ...(await fullReport(person, id)), extraLines, devices: named });
  }

  dispute = (id: string) => this.plan.head.act(id, 'dispute', { reason: 'Ce n’est pas le bon' });

  async pageOf(person: Person, id: string): Promise<Body> {
    return (await person.get(`/api/v1/orders/${id}`)).body as Body;
  }

  async linesOf(id: string): Promise<Line[]> {
    return (await this.pageOf(this.plan.manager, id)).lines as Line[];
  }

  async named(id: string): Promise<Body[]> {
    return (await this.linesOf(id)).flatMap(({ devices }) => devices);
  }

  async actions(id: string) {
    return (await movesOf(this.house, id)).map(({ action }) => action);
  }

  async coveredUntil(day: string): Promise<void> {
    const update = 'update convention_site set to_day = $1 where school_id = $2';
    await this.house.arrange(update, [day, this.plan.school.id]);
  }
}
