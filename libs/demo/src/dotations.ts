import {
  addCalendarDays,
  DOTATION_PARTS,
  DOTATIONS,
  EQUIPMENT_RELEASED,
  isEligible,
  type DotationAction,
  type DotationPartAction,
} from '@parc/domain';
import { instantAt } from './days.js';
import type { DotationPartRow, DotationRow } from './dotation-row-types.js';
import type { EquipmentRow } from './equipment-row-types.js';
import type { World } from './orders/world.js';
import type { Site } from './sites.js';

/** Days that heads have to answer. */
const OPINION_DAYS = 14;

type Signed = { account: string | null; role: string };
interface Told extends Signed {
  reason?: string;
  answer?: DotationPartRow['opinion'];
  quantity?: number;
}

/**
 * Three dotations: one whose devices have come to their school, one under way whose delay is over (an answer, a refusal and a
 * silence), and one that has just been proposed, to the school of the sign-in page too.
 */
export function makeDotations(world: World): void {
  const { tilleuls, sites } = world.directory;
  const others = sites.filter(
    (site) => site !== tilleuls && site.school.sector === 'public' && isEligible(site.school.state_contract),
  );
  const dotating = new Dotating(world);
  dotating.received();
  dotating.underWay(others.slice(4, 7));
  dotating.proposed([tilleuls, ...others.slice(7, 9)]);
}

class Dotating {
  constructor(private readonly world: World) {}

  /** The devices of one room, as the story of the fleet put them there. */
  received(): void {
    const { rows, days } = this.world.workshop;
    const found = this.cameTogether();
    if (found === null) return;
    const { site, devices, day } = found;
    const asked = days.officeDay(day, -30);
    const dotation = this.dotation('Première dotation', asked, devices[0]!.model_id, devices.length);
    const part = this.part(dotation, site, devices.length, [devices.length, 0]);
    this.ask(dotation, [part], asked);
    this.opine(part, site, days.officeDay(asked, 3), { answer: 'yes' });
    this.move(part, 'confirm', days.officeDay(asked, 8), { ...this.manager, quantity: part.quantity });
    this.act(dotation, 'decide', days.officeDay(asked, 8));
    const technician = { account: this.world.people.technicianOf(site), role: 'technician' };
    this.move(part, 'prepare', days.officeDay(asked, 12), technician);
    Object.assign(part, { planned_on: day, planned_half: 'afternoon' });
    this.move(part, 'plan', days.officeDay(asked, 12), technician);
    part.received = devices.length;
    this.move(part, 'receive', day, { ...technician, quantity: devices.length }, '14:20');
    for (const device of devices)
      rows.dotation_device.push({
        ...{ id: this.identify(day, '14:20'), part_id: part.id, equipment_id: device.id, outcome: 'placed' },
        named_at: instantAt(days.officeDay(asked, 12), '10:00'),
      });
    this.act(dotation, 'close', days.officeDay(day, 3));
  }

  /** An answer, a refusal and a silence: the manager decides next. */
  underWay([yes, no, silent]: readonly Site[]): void {
    if (!yes || !no || !silent) return;
    const { days, today } = this.world.workshop;
    const asked = days.officeDay(addCalendarDays(today, -OPINION_DAYS), -4);
    const dotation = this.dotation('Tablettes pour les CM', asked, this.model('MAT-25'), 16);
    const parts = [yes, no, silent].map((site, n) => this.part(dotation, site, [6, 6, 4][n]!, [9, [2, 3, 5][n]!]));
    this.ask(dotation, parts, asked);
    this.opine(parts[0]!, yes, days.officeDay(asked, 2), {
      ...{ answer: 'fewer', quantity: 4, reason: 'La classe mobile en a déjà deux.' },
    });
    this.opine(parts[1]!, no, days.officeDay(asked, 5), { answer: 'no', reason: 'Pas d’armoire où les recharger.' });
    const over = addCalendarDays(dotation.answer_by!, 1);
    this.move(parts[2]!, 'fall-silent', over, { account: null, role: 'system' }, '05:00');
  }

  /** Nobody has answered yet. */
  proposed(sites: readonly Site[]): void {
    const { days, today } = this.world.workshop;
    const asked = days.officeDay(today, -2);
    const dotation = this.dotation('Tablettes, rentrée de janvier', asked, this.model('MAT-25'), 20, 'purchase');
    this.ask(
      dotation,
      sites.map((site, n) => this.part(dotation, site, [6, 5, 4][n]!, [[33, 12, 9][n]!, [24, 5, 4][n]!])),
      asked,
    );
  }

  /** Devices of one model that one school had on one day, bought by no order. */
  private cameTogether(): { site: Site; devices: EquipmentRow[]; day: string } | null {
    const { rows } = this.world.workshop;
    const counted = new Set(rows.kit_model.map(({ model_id }) => model_id));
    const placed = new Map(
      rows.equipment_move.filter(({ action }) => action === 'place').map((move) => [move.equipment_id, move.at]),
    );
    const free = rows.equipment.filter(
      ({ id, state, school_id, order_id, model_id, container_id }) =>
        school_id !== null &&
        order_id === null &&
        container_id === null &&
        counted.has(model_id) &&
        placed.has(id) &&
        EQUIPMENT_RELEASED.includes(state),
    );
    const groups = Map.groupBy(
      free,
      ({ id, school_id, model_id }) => `${school_id} ${model_id} ${placed.get(id)!.slice(0, 10)}`,
    );
    const [largest] = [...groups.values()].sort((one, other) => other.length - one.length);
    if (largest === undefined) return null;
    const site = this.world.directory.sites.find(({ school }) => school.id === largest[0]!.school_id)!;
    return { site, devices: largest, day: placed.get(largest[0]!.id)!.slice(0, 10) };
  }

  private dotation(
    title: string,
    asked: string,
    modelId: string,
    quantity: number,
    source: DotationRow['source'] = 'stock',
  ): DotationRow {
    const { rows } = this.world.workshop;
    const day = this.world.workshop.days.officeDay(asked, -1);
    const at = instantAt(day, '16:10');
    const row: DotationRow = {
      ...{ id: this.identify(day, '16:10'), title, model_id: modelId, basis: 'gap', source, quantity, answer_by: null },
      ...{ group_id: rows.kit_model.find(({ model_id }) => model_id === modelId)!.group_id, state: DOTATIONS.initial },
      ...{ state_since: at, created_at: at, created_by: this.manager.account, version: 1 },
    };
    rows.dotation.push(row);
    return row;
  }

  /** @param gap what the kit asks, and what counted toward it */
  private part(dotation: DotationRow, site: Site, quantity: number, [asked, counted]: readonly [number, number]) {
    const { rows, identify } = this.world.workshop;
    const part: DotationPartRow = {
      ...{
        id: identify.call(this.world.workshop, dotation.created_at),
        dotation_id: dotation.id,
        quantity,
        asked,
        counted,
      },
      ...{ school_id: site.school.id, opinion: null, opinion_quantity: null, answer_by: null, planned_on: null },
      ...{ planned_half: null, received: 0, state: DOTATION_PARTS.initial, state_since: dotation.created_at },
      ...{ created_at: dotation.created_at, version: 1 },
    };
    rows.dotation_part.push(part);
    return part;
  }

  private ask(dotation: DotationRow, parts: readonly DotationPartRow[], day: string): void {
    dotation.answer_by = addCalendarDays(day, OPINION_DAYS);
    this.act(dotation, 'ask', day);
    for (const part of parts) {
      part.answer_by = dotation.answer_by;
      this.move(part, 'ask', day, { account: null, role: 'system' }, '10:00');
    }
  }

  private opine(part: DotationPartRow, site: Site, day: string, told: Omit<Told, keyof Signed>): void {
    Object.assign(part, { opinion: told.answer, opinion_quantity: told.answer === 'fewer' ? told.quantity : null });
    this.move(
      part,
      'opine',
      day,
      { account: this.world.people.headOn(site, day), role: 'school-head', ...told },
      '12:15',
    );
  }

  private act(dotation: DotationRow, action: DotationAction, day: string): void {
    const { next } = DOTATIONS.find(dotation.state, action)!;
    const at = instantAt(day, '10:00');
    this.world.workshop.rows.dotation_move.push({
      ...{
        id: this.identify(day, '10:00'),
        dotation_id: dotation.id,
        action,
        from_state: dotation.state,
        to_state: next,
      },
      ...{ account_id: this.manager.account, role: this.manager.role, at, reason: null },
    });
    Object.assign(dotation, { state: next, state_since: at, version: dotation.version + 1 });
  }

  private move(part: DotationPartRow, action: DotationPartAction, day: string, told: Told, time = '10:00'): void {
    const { next } = DOTATION_PARTS.find(part.state, action)!;
    const { account, role, reason = null, answer = null, quantity = null } = told;
    const at = instantAt(day, time);
    this.world.workshop.rows.dotation_part_move.push({
      ...{ id: this.identify(day, time), part_id: part.id, action, from_state: part.state, to_state: next },
      ...{ account_id: account, role, at, reason, answer, quantity },
    });
    Object.assign(part, {
      state: next,
      version: part.version + 1,
      ...(next === part.state ? {} : { state_since: at }),
    });
  }

  private get manager() {
    return { account: this.world.people.managers.other, role: 'plan-manager' };
  }
  private identify = (day: string, time: string) => this.world.workshop.identify(instantAt(day, time));
  private model = (reference: string) => this.world.catalogue.find(({ row }) => row.reference === reference)!.row.id;
}
