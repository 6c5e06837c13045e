import type { Role } from '@parc/domain';
import type { HiddenGroup } from './hidden-groups.js';

const SCHOOL: Role[] = ['teacher', 'school-head'];
const OTHERS: Role[] = [
  ...(['commune-officer', 'private-body-officer', 'installer', 'inspector', 'digital-trainer'] as const),
  ...(['committee', 'administrator'] as const),
];

const either = (one: string, other: string) => `case $1::int when 0 then '${one}' else '${other}' end`;
const someone = `(select id from account order by id offset $1::int limit 1)`;

/** All that a loan of somebody else's says but that its kit is taken, which whoever would borrow it reads. */
const told = (where: string) => [
  `update loan l set state = ${either('requested', 'approved')}, purpose = ${either('Robots', 'Tablettes')}, requested_by = ${someone},
     referent_id = ${someone}, number = 'P-2026-' || (70000000 + $1::int * 1000 + n.place)
    from school s, (select id, row_number() over (order by id) as place from loan) n
   where n.id = l.id and s.id = l.school_id and l.state in ('requested', 'approved') and ${where}`,
];

/** What is hidden of loans. */
export const LOAN_GROUPS: HiddenGroup[] = [
  {
    group: 'the loans of a school elsewhere',
    from: [...SCHOOL, ...OTHERS],
    statements: told(`s.name like 'École % Brume'`),
  },
  { group: 'every loan, whatever its school', from: OTHERS, statements: told('true') },
];
