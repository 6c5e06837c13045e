import type { Role } from '@parc/domain';
import type { HiddenGroup } from './hidden-groups.js';

const SCHOOL: Role[] = ['teacher', 'school-head'];
const OTHERS: Role[] = [
  ...(['commune-officer', 'private-body-officer', 'installer', 'inspector', 'digital-trainer'] as const),
  ...(['committee', 'administrator'] as const),
];

const word = (name: string) => `case $1::int when 0 then 'Cartable ${name}' else 'Tablier ${name}' end`;

/** What is hidden of problems and remedies: what technicians note, from schools; all of it, from whoever is neither. */
export const PROBLEM_GROUPS: HiddenGroup[] = [
  {
    group: 'the cause of a problem, among those who repair',
    from: [...SCHOOL, ...OTHERS],
    statements: [
      `update problem set cause_note = ${word('cause')}`,
      `update problem_move set reason = ${word('motif')}`,
    ],
  },
  {
    group: 'what is known of a breakdown',
    from: OTHERS,
    statements: [`update problem set title = ${word('titre')}, told = ${word('message')}`],
  },
  {
    group: 'the part inside of a remedy',
    from: [...SCHOOL, ...OTHERS],
    statements: [`update remedy set inside = ${word('interne')}`],
  },
  {
    group: 'what may be tried before a report',
    from: OTHERS,
    statements: [`update remedy set title = ${word('titre')}, steps = ${word('gestes')}`],
  },
];
