import type { LoadClient } from './load.js';

/** Tables of some thousands of rows, whose references are judged together: one by one they take as long as the rows. */
const LARGE = [
  ...['ticket_move', 'ticket', 'equipment_move', 'equipment', 'order_move', 'order_line', 'ledger_entry', 'visit_move'],
  ...[
    'visit_part',
    'visit_device',
    'upkeep_check_device',
    'training_enrolment',
    'training_attendance',
    'training_session_move',
  ],
];

const REFERENCES = `select c.conrelid::regclass as table_name, c.conname from pg_constraint c
 where c.contype = 'f' and c.conrelid = any(array[${LARGE.map((table) => `'${table}'`).join(', ')}]::regclass[]) order by c.conrelid::regclass::text, c.conname`;

/** From here to `judgeReferences`, in this transaction, what the large tables refer to is not looked for row by row. */
export const holdReferences = (client: LoadClient): Promise<unknown> => alter(client, 'not enforced');

/** Every reference of the large tables holds, or nothing of the plan stays. @throws what the database says of the first that does not */
export async function judgeReferences(client: LoadClient): Promise<void> {
  // What waits for the end is judged now: a table with an event that waits is not altered.
  await client.query('set constraints all immediate');
  await alter(client, 'enforced');
}

async function alter(client: LoadClient, how: 'enforced' | 'not enforced'): Promise<void> {
  await client.query(`do $do$ declare held record; begin
    for held in ${REFERENCES} loop
      execute format('alter table %s alter constraint %I ${how}', held.table_name, held.conname);
    end loop;
  end $do$`);
}
