import { Injectable } from '@nestjs/common';
import { CONVENTIONS } from '@parc/domain';
import { SYSTEM } from '../identity/mover.js';
import { Transactions } from '../platform/database/transactions.js';
import { ConventionAccess } from './convention.access.js';
import { ConventionMoves } from './convention-moves.js';

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
    private readonly moves: ConventionMoves,
  ) {}

  /**
   * Brings every convention to where `day` puts it, in one transaction of the system's; run twice, the second changes nothing.
   * @param day ISO date, Europe/Paris
   */
  async advance(day: string): Promise<TermsAdvanced> {
    return this.transactions.runAsSystem('convention-terms', async (manager) => {
      const advanced: TermsAdvanced = { entered: [], expired: [] };
      for (const due of await this.access.lockDue(manager, day)) {
        let convention = due;
        if (CONVENTIONS.find(convention.state, 'enter-into-force')) {
          convention = await this.moves.run(manager, SYSTEM, convention, 'enter-into-force', { day });
          advanced.entered.push(convention.id);
        }
        if (convention.toDay! < day) {
          await this.moves.run(manager, SYSTEM, convention, 'reach-term', { day });
          advanced.expired.push(convention.id);
        }
      }
      return advanced;
    });
  }
}
