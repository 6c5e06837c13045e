import type { Role } from '@parc/domain';
import type { HiddenGroup } from './hidden-groups.js';

const SCHOOL: Role[] = ['teacher', 'school-head'];
const OUTSIDE: Role[] = ['commune-officer', 'private-body-officer'];
const OTHERS: Role[] = ['installer', 'inspector', 'digital-trainer', 'committee', 'administrator'];

const either = (one: string, other: string) => `case $1::int when 0 then '${one}' else '${other}' end`;
const word = (name: string) => `(${either('Cartable ', 'Tablier ')} || '${name} ' || md5(id::text || $1))`;
const someone = `(select id from account order by id offset $1::int limit 1)`;

/** Whatever the minutes of a visit say but that somebody came: a count tells that. */
const minutes = (where: string) => [
  `update visit v set number = 'I-2026-' || (70000000 + $1::int * 1000 + n.place), met = ${either('head', 'teacher')}
    from school s, (select id, row_number() over (order by id) as place from visit) n
   where n.id = v.id and s.id = v.school_id and v.met is not null and ${where}`,
  `update visit_part p set about = ${either('Ne charge plus', 'Lent ou bloqué')}, deed = ${either('Réglé', 'Nettoyé')}
    from visit v, school s where v.id = p.visit_id and s.id = v.school_id and ${where}`,
];

/** What is hidden of visits. */
export const VISIT_GROUPS: HiddenGroup[] = [
  {
    group: 'the visits to a school elsewhere',
    from: [...SCHOOL, ...OUTSIDE, ...OTHERS],
    statements: minutes(`s.name like 'École % Brume'`),
  },
  { group: 'the minutes of every visit', from: OTHERS, statements: minutes('true') },
  {
    group: 'what the metropole notes of a visit for itself',
    from: [...SCHOOL, ...OUTSIDE, ...OTHERS],
    statements: [`update visit set internal_note = ${word('note')} where left_at is not null`],
  },
  {
    group: 'what people wrote of a visit',
    from: [...OUTSIDE, ...OTHERS],
    statements: [
      `update visit set note = ${word('compte rendu')} where left_at is not null`,
      `update visit_remark set text = ${word('remarque')}`,
      `update visit_move set reason = ${word('motif')}`,
    ],
  },
  {
    group: 'who came, who confirmed, and who wrote a remark',
    from: [...OUTSIDE, ...OTHERS],
    statements: [
      `update visit_confirmation set account_id = ${someone}`,
      `update visit set begun_by = ${someone} where left_at is not null`,
      `update visit_remark set account_id = ${someone}`,
    ],
  },
];
