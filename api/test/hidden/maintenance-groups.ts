import type { Role } from '@parc/domain';
import { HIDDEN_AMOUNT, type HiddenGroup } from './hidden-groups.js';

const SCHOOL: Role[] = ['teacher', 'school-head'];
const CIRCONSCRIPTION: Role[] = ['inspector', 'digital-trainer'];
const PARTIES: Role[] = ['commune-officer', 'private-body-officer'];
const OTHERS: Role[] = ['installer', ...CIRCONSCRIPTION, 'committee', 'administrator'];

const PRIVATE = `s.name = 'École Libre Azur'`;
const ELSEWHERE = `s.name like 'École % Brume'`;

const either = (one: string, other: string) => `case $1::int when 0 then '${one}' else '${other}' end`;
const word = (name: string) => `(${either('Cartable', 'Tablier')} || ' ${name}')`;
const someone = `(select id from account order by id offset $1::int limit 1)`;

const tickets = (where: string) => [
  `update ticket t set symptom = ${either('no-power', 'slow')}, priority = ${either('P1', 'P3')}, urgency = ${either('stopped', 'normally')},
     due_at = case when t.open then timestamptz '2026-10-07Z' + $1::int * interval '1 hour' end, number = 'T-2026-' || (60000 + $1::int * 10 + row_number)
    from school s, (select id, row_number() over (order by id) as row_number from ticket) n
   where n.id = t.id and s.id = t.school_id and ${where}`,
];

/** What is hidden of tickets, and of what they say. */
export const MAINTENANCE_GROUPS: HiddenGroup[] = [
  {
    group: 'the tickets of a school elsewhere',
    from: [...PARTIES, ...SCHOOL, ...OTHERS],
    summedIn: { committee: ['TicketsController.figuresOf'] },
    statements: tickets(ELSEWHERE),
  },
  {
    group: 'the tickets of a private school of the commune',
    from: ['commune-officer', ...SCHOOL, ...OTHERS],
    summedIn: { committee: ['TicketsController.figuresOf'] },
    statements: tickets(PRIVATE),
  },
  {
    group: 'what technicians note among themselves',
    from: [...SCHOOL, ...PARTIES, ...OTHERS],
    statements: [`update ticket_comment set text = ${word('note')} || md5(id::text) where internal`],
  },
  {
    group: 'what people wrote of a breakdown',
    from: [...PARTIES, ...OTHERS],
    statements: [
      `update ticket set description = ${word('panne')}`,
      `update ticket_comment set text = ${word('message')} || md5(id::text)`,
      `update ticket_resolution set note = ${word('compte rendu')}`,
      `update ticket_move set reason = ${word('motif')}`,
    ],
  },
  {
    group: 'who reported a breakdown, and who repairs it',
    from: [...PARTIES, ...OTHERS],
    statements: [
      `update ticket set reported_by = ${someone}, assigned_account_id = ${someone}`,
      `update ticket_move set account_id = ${someone} where account_id is not null`,
    ],
  },
  {
    group: 'what a repair cost',
    from: ['commune-officer', ...OTHERS],
    statements: [
      `update ticket_resolution set price_cents = ${HIDDEN_AMOUNT} + $1::int, parts = ${word('pièce')}, charge = 'due', entry_id = null`,
    ],
  },
];
