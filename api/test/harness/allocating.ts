import { schoolWith } from './figures.js';
import type { House } from './house.js';
import type { Answer, Person, WriteOptions } from './person.js';

export const RULE = {
  baseCents: 40_000,
  perClassCents: 9_000,
  perPupilCents: 300,
  priorityWeights: { none: 10_000, REP: 12_500, 'REP+': 15_000 },
  votedCents: 500_000,
  stepCents: 1_000,
};

/** Three schools that alone are open, and a manager who shares a year's vote between them. */
export class Allocating {
  private constructor(
    readonly manager: Person,
    readonly schools: { id: string; uai: string }[],
    readonly year: number,
  ) {}

  /** A vote is shared over every open school, once a year: each test has schools and a year of its own. */
  static async in(house: House, manager: Person, year: number): Promise<Allocating> {
    await house.arrange(`update school set state = 'closed'`);
    const school_year = year - 1;
    const schools = [
      await schoolWith(house, { priority: 'REP' }, { school_year, classes: 6, pupils: 134 }),
      await schoolWith(house, {}, { school_year, classes: 2, pupils: 41 }),
      await schoolWith(
        house,
        { sector: 'private', state_contract: 'association' },
        { school_year, classes: 5, pupils: 118 },
      ),
    ];
    return new Allocating(manager, schools, year);
  }

  asked(changes: object = {}): object {
    const { year } = this;
    return { year, kind: 'installation', rule: RULE, fixed: [], reason: 'budget primitif', ...changes };
  }

  preview(changes: object = {}): Promise<Answer> {
    return this.manager.post('/api/v1/budgets/allocations?preview=true', this.asked(changes));
  }

  /** Applies what a preview has just shown. */
  async apply(changes: object = {}, options: WriteOptions = {}): Promise<Answer> {
    const { hash } = (await this.preview(changes)).body;
    return this.manager.post('/api/v1/budgets/allocations', this.asked({ expected: hash, ...changes }), options);
  }
}
