import type { Role } from '@parc/domain';
import type { HiddenGroup } from './hidden-groups.js';

const OTHERS: Role[] = [
  ...(['technician', 'installer', 'commune-officer', 'private-body-officer'] as const),
  ...(['inspector', 'digital-trainer', 'committee', 'administrator'] as const),
];

const word = (name: string) => `case $1::int when 0 then 'Cartable ${name}' else 'Tablier ${name}' end`;

/** What is hidden of trials: what people wrote, from each other; all of it, from whoever is neither the school nor prepares the decision. */
export const PILOT_GROUPS: HiddenGroup[] = [
  {
    group: 'what people of a pilot school wrote',
    from: ['teacher', 'school-head', ...OTHERS],
    statements: [
      `insert into pilot_opinion (pilot_id, account_id, easy, useful, keep, said_at)
         select p.id, p.started_by, 'yes', 'yes', 'yes', now() from pilot p on conflict (pilot_id, account_id) do nothing`,
      `update pilot_opinion set text = ${word('avis')}`,
    ],
  },
  {
    group: 'what a school tries, and why',
    from: OTHERS,
    statements: [`update pilot set looked_for = ${word('essai')}`],
  },
];
