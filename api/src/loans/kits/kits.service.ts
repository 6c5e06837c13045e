import { Injectable } from '@nestjs/common';
import type { SchoolKind } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { LendingService } from '../../inventory/lending.service.js';
import { Transactions, type Write } from '../../platform/database/transactions.js';
import { Refused } from '../../platform/http/refused.js';
import { requireVersion } from '../../platform/http/write.js';
import type { LoanKitChanged, LoanKitRequest, LoanKitSettings } from '../loan.dto.js';

/** A kit as a loan of it needs to know it. */
export interface KitToLend {
  id: string;
  equipmentId: string;
  checkingHalfDays: number | null;
  needsApproval: boolean;
}

/** What the plan lends: a case, or one device, under a name. */
@Injectable()
export class KitsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly lending: LendingService,
  ) {}

  /** One that this kind of school may ask for now. @throws Refused loan.not-offered */
  async offeredTo(manager: EntityManager, kitId: string, kind: SchoolKind): Promise<KitToLend> {
    const [kit] = await manager.query(
      `select id, equipment_id as "equipmentId", checking_half_days as "checkingHalfDays", needs_approval as "needsApproval"
         from loan_kit where id = $1 and offered and $2 = any(kinds)`,
      [kitId, kind],
    );
    if (!kit) throw new Refused('loan.not-offered');
    return kit as KitToLend;
  }

  /** @throws Refused loan.kit-unusable, loan.kit-name-taken */
  make({ equipmentId, ...settings }: LoanKitRequest, write: Write): Promise<LoanKitChanged> {
    return this.transactions.run(write, async (manager) => {
      const device = await this.lending.holdIfThere(manager, equipmentId);
      if (!device || !this.lending.mayBeKit(device) || (await this.lending.isAwaited(manager, device)))
        throw new Refused('loan.kit-unusable');
      const [made] = await manager.query(
        `insert into loan_kit (name, accessories, checking_half_days, needs_approval, kinds, offered, equipment_id)
         values ($1, $2, $3, $4, $5, $6, $7) returning id, version`,
        [...valuesOf(settings), equipmentId],
      );
      return made as LoanKitChanged;
    });
  }

  /** What was asked for and granted stays so. @throws Refused object.not-found, version.stale, loan.kit-name-taken */
  change(kitId: string, settings: LoanKitSettings, write: Write): Promise<LoanKitChanged> {
    return this.transactions.run(write, async (manager) => {
      const [kit] = await manager.query('select version from loan_kit where id = $1 for no key update', [kitId]);
      if (!kit) throw new Refused('object.not-found');
      requireVersion(write, kit.version);
      const [[changed]] = await manager.query(
        `update loan_kit set name = $1, accessories = $2, checking_half_days = $3, needs_approval = $4, kinds = $5, offered = $6, version = version + 1
          where id = $7 returning id, version`,
        [...valuesOf(settings), kitId],
      );
      return changed as LoanKitChanged;
    });
  }
}

/** @throws Refused request.invalid where no school may ask for it */
function valuesOf({ name, accessories, checkingHalfDays, needsApproval, kinds, offered }: LoanKitSettings): unknown[] {
  if (kinds.length === 0)
    throw new Refused('request.invalid', {
      fields: [{ name: 'kinds', code: 'least', message: 'Choisissez au moins une sorte d’école.' }],
    });
  return [name.trim(), accessories?.trim() || null, checkingHalfDays, needsApproval, kinds, offered];
}
