import { Injectable } from '@nestjs/common';
import { Transactions } from '../platform/database/transactions.js';

/** What a search of devices looks at names their model, school and commune: who renames one of these writes no device. */
@Injectable()
export class EquipmentWordsService {
  constructor(private readonly transactions: Transactions) {}

  /** @returns how many devices are found by other words from here on */
  rewrite(): Promise<number> {
    return this.transactions.runAsSystem('equipment-words', async (manager) => {
      const [, rewritten] = await manager.query(
        'update equipment e set words = equipment_words(e) where words <> equipment_words(e)',
      );
      return rewritten as number;
    });
  }
}
