import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Transactions } from '../platform/database/transactions.js';
import { ConventionAccess } from './convention.access.js';
import { ConventionContext } from './convention.context.js';
import { changeState, requireMove, SYSTEM } from './convention-moves.js';

/** Conventions that changed by themselves, by id. */
export interface TermsAdvanced {
  entered: string[];
  expired: string[];
}

/** The two moves that dates alone make: into force on the first day, expired the day after the last. */
@Injectable()
export class ConventionTermService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: ConventionAccess,
    private readonly context: ConventionContext,
    private readonly clock: Clock,
  ) {}

  /**
   * Brings every convention to where `day` puts it, in one transaction of the system's; run twice, the second changes nothing.
   * @param day ISO date, Europe/Paris
   * @param tell queues what the parties are told, in the same transaction
   */
  async advance(
    day: string,
    tell?: (manager: EntityManager, advanced: TermsAdvanced) => Promise<void>,
  ): Promise<TermsAdvanced> {
    return this.transactions.runAsSystem('convention-terms', async (manager) => {
      const advanced: TermsAdvanced = { entered: [], expired: [] };
      for (const due of await this.access.lockDue(manager, day)) {
        let convention = due;
        if (convention.state === 'signed') {
          convention = await this.move(manager, convention, 'enter-into-force', convention.fromDay!, day);
          advanced.entered.push(convention.id);
        }
        if (convention.toDay! < day) {
          await this.move(manager, convention, 'reach-term', convention.toDay!, day);
          advanced.expired.push(convention.id);
        }
      }
      await tell?.(manager, advanced);
      return advanced;
    });
  }

  private async move(
    manager: EntityManager,
    convention: Parameters<typeof changeState>[1],
    action: 'enter-into-force' | 'reach-term',
    happenedOn: string,
    day: string,
  ) {
    const facts = await this.context.facts(manager, convention);
    const move = requireMove(SYSTEM, action, { ...facts, today: day });
    return changeState(manager, convention, { move, mover: SYSTEM, at: this.clock.now(), happenedOn });
  }
}
