import type { FreeTextPlace } from '@parc/domain';
import { aFleet } from './equipment-builders.js';
import type { Written } from './free-text-writer.js';
import type { House } from './house.js';
import { aCheck } from './upkeep-builders.js';
import { aReturn } from './warranty-builders.js';

export type UpkeepPlace = Extract<FreeTextPlace, `upkeep_${string}` | `warranty_${string}`>;

/** Writes a text at the places of checks and of returns to makers. @param accountId who wrote it */
export function upkeepTexts(house: House, accountId: string): Record<UpkeepPlace, (text: string) => Promise<Written>> {
  const onCheck = async (text: string, statement: string): Promise<Written> => {
    const { id } = await aCheck(house, await aFleet(house), { accountId }, 'done');
    return { kind: 'check', id, rowId: await written(statement, id, text) };
  };
  const onReturn = async (text: string, statement: string): Promise<Written> => {
    const { id } = await aReturn(
      house,
      await aFleet(house),
      { reporterId: accountId, technicianId: accountId },
      'sent',
    );
    return { kind: 'warranty-return', id, rowId: await written(statement, id, text) };
  };
  /** @param statement $1 the object, $2 the text, $3 an account; it returns the row's id */
  async function written(statement: string, id: string, text: string): Promise<string> {
    const values = statement.includes('$3') ? [id, text, accountId] : [id, text];
    return (await house.build.run(statement, values))[0]!['id'] as string;
  }
  return {
    'upkeep_check_move.reason': (text) =>
      onCheck(
        text,
        `insert into upkeep_check_move (check_id, action, from_state, to_state, account_id, role, at, reason)
           values ($1, 'cancel', 'planned', 'cancelled', $3, 'plan-manager', now(), $2) returning id`,
      ),
    'upkeep_check_device.note': (text) =>
      onCheck(
        text,
        `update upkeep_check_device set note = $2
          where id = (select id from upkeep_check_device where check_id = $1 order by id limit 1) returning id`,
      ),
    'warranty_return.fault': (text) =>
      onReturn(text, 'update warranty_return set fault = $2 where id = $1 returning id'),
    'warranty_return_move.reason': (text) =>
      onReturn(
        text,
        `insert into warranty_return_move (return_id, action, from_state, to_state, account_id, role, at, reason)
           values ($1, 'follow', 'sent', 'sent', $3, 'plan-manager', now(), $2) returning id`,
      ),
  };
}
