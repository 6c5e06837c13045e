import { Injectable } from '@nestjs/common';
import {
  VISIT_PART_NAMES,
  type VisitPartDone,
  type VisitPartKind,
  type VisitTask,
  type VisitThere,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { VisitTickets } from '../maintenance/visit-tickets.js';
import { VisitOrders } from '../orders/visit-orders.js';
import { oneByOne } from '../platform/one-by-one.js';
import type { VisitSource } from './visit-source.js';

/** Every kind of part with its owner: a visit gathers what they say, and knows none of their tables. */
@Injectable()
export class VisitSources {
  private readonly sources: Readonly<Record<VisitPartKind, VisitSource>>;

  constructor(tickets: VisitTickets, orders: VisitOrders) {
    this.sources = { ticket: tickets, order: orders };
  }

  /** What was done there since, in the order in which it was. */
  async done(manager: EntityManager, there: VisitThere): Promise<VisitPartDone[]> {
    const parts = await oneByOne(VISIT_PART_NAMES, (kind) => this.sources[kind].done(manager, there));
    return parts.flat().sort((one, other) => +new Date(one.at) - +new Date(other.at));
  }

  /** What is left to do there, each kind in the order of its rows. */
  async toDo(manager: EntityManager, there: Omit<VisitThere, 'since'>): Promise<VisitTask[]> {
    const tasks = await oneByOne(VISIT_PART_NAMES, (kind) => this.sources[kind].toDo(manager, there));
    return tasks.flat();
  }
}
