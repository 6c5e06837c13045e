import type { Role } from '@parc/domain';
import type { HiddenGroup } from './hidden-groups.js';

const SCHOOL: Role[] = ['teacher', 'school-head'];
const CIRCONSCRIPTION: Role[] = ['inspector', 'digital-trainer'];
const PARTIES: Role[] = ['commune-officer', 'private-body-officer'];
const OUTSIDE: Role[] = [...PARTIES, ...CIRCONSCRIPTION, 'installer', 'committee'];

const OURS = `s.name = 'École Communale Azur'`;
const PRIVATE = `s.name = 'École Libre Azur'`;
const ELSEWHERE = `s.name like 'École % Brume'`;

const either = (one: string, other: string) => `case $1::int when 0 then '${one}' else '${other}' end`;
const word = (name: string) => `(${either('Cartable', 'Tablier')} || ' ${name}')`;

const devices = (where: string) => [
  `update equipment e set state = ${either('in-service', 'lost')}, serial = ${word('série')} || md5(e.id::text),
     words = ${either(' cartable ', ' tablier ')}, state_since = timestamptz '2026-10-05Z' + $1::int * interval '1 hour',
     last_seen_at = timestamptz '2026-10-05Z' + $1::int * interval '1 hour', purchased_on = date '2024-01-01' + $1::int
    from school s where s.id = e.school_id and e.container_id is null and not e.is_container and ${where}`,
];

/** What is hidden of devices, of what schools say they need, and of how they are counted. */
export const INVENTORY_GROUPS: HiddenGroup[] = [
  {
    group: 'the devices of a school elsewhere',
    from: [...PARTIES, ...SCHOOL, ...CIRCONSCRIPTION],
    statements: devices(ELSEWHERE),
  },
  {
    group: 'the devices of a private school of the commune',
    from: ['commune-officer', ...SCHOOL, ...CIRCONSCRIPTION],
    statements: devices(PRIVATE),
  },
  {
    group: 'a need and an offer of a school elsewhere',
    from: [...OUTSIDE, ...SCHOOL],
    statements: [
      `update need n set purpose = ${word('besoin')}, note = ${word('note')}, quantity = 1 + $1::int, state = ${either('stated', 'met')}
        from school s where s.id = n.school_id and ${ELSEWHERE}`,
      `update redeployment d set state = ${either('proposed', 'ended')}, answer_by = date '2026-10-16' + $1::int,
         receiving_answer = ${either('yes', 'no')} from school s where s.id = d.to_school_id and ${ELSEWHERE}`,
    ],
  },
  {
    group: 'a dotation of a school elsewhere',
    from: [...OUTSIDE, ...SCHOOL],
    statements: [
      `update dotation_part p set quantity = 1 + $1::int, asked = 5 + $1::int, opinion = ${either('yes', 'no')}, answer_by = date '2098-10-16' + $1::int
        from school s where s.id = p.school_id and ${ELSEWHERE}`,
      `update dotation d set title = ${word('dotation')} from dotation_part p, school s
        where p.dotation_id = d.id and s.id = p.school_id and ${ELSEWHERE}`,
    ],
  },
  {
    group: 'a dotation of a private school of the commune',
    from: ['commune-officer', ...CIRCONSCRIPTION, ...SCHOOL],
    statements: [
      `update dotation_part p set quantity = 1 + $1::int, opinion = ${either('yes', 'no')}, answer_by = date '2098-10-16' + $1::int
        from school s where s.id = p.school_id and ${PRIVATE}`,
    ],
  },
  {
    group: 'what is said of a need of a school',
    from: OUTSIDE,
    statements: [
      `update need n set purpose = ${word('besoin')}, note = ${word('note')} from school s where s.id = n.school_id and ${OURS}`,
    ],
  },
  {
    group: 'what the school that gives says of an offer',
    from: [...OUTSIDE, ...SCHOOL],
    statements: [
      `update redeployment d set from_school_id = (select s.id from school s where ${ELSEWHERE} order by s.id limit 1), idle = 'beyond-kit',
         giving_answer = ${either('yes', 'no')} from school s where s.id = d.to_school_id and ${OURS}`,
      `delete from redeployment_move where answer is not null`,
      `insert into redeployment_move (redeployment_id, action, from_state, to_state, account_id, role, at, reason, school_id, answer)
        select d.id, 'opine', 'proposed', 'proposed', (select id from account order by id limit 1), 'school-head', timestamptz '2026-10-06Z',
          ${word('avis')}, d.from_school_id, ${either('yes', 'no')} from redeployment d join school s on s.id = d.to_school_id where ${OURS}`,
    ],
  },
  {
    group: 'what the school that would receive says of an offer',
    from: [...OUTSIDE],
    statements: [
      `update redeployment d set receiving_answer = ${either('yes', 'no')} from school s where s.id = d.to_school_id and ${OURS}`,
    ],
  },
  {
    group: 'an inventory of a school elsewhere',
    from: [...OUTSIDE, ...SCHOOL],
    statements: [
      `update campaign c set title = ${word('récolement')} from campaign_part t, school s
        where t.campaign_id = c.id and s.id = t.school_id and ${ELSEWHERE}`,
      `update campaign_part t set state = ${either('open', 'dropped')} from school s where s.id = t.school_id and ${ELSEWHERE}`,
      `update campaign_item i set note = ${word('chose')} from campaign_part t, school s
        where t.id = i.part_id and s.id = t.school_id and i.equipment_id is null and ${ELSEWHERE}`,
    ],
  },
  {
    group: 'what was seen in an inventory',
    from: OUTSIDE,
    statements: [
      `update campaign_item i set note = ${word('chose')} from campaign_part t, school s
        where t.id = i.part_id and s.id = t.school_id and i.equipment_id is null and ${OURS}`,
    ],
  },
  {
    group: 'the software of a school elsewhere',
    from: [...OUTSIDE, ...SCHOOL],
    statements: [
      `update software_title t set name = ${word('logiciel')} || t.id, clearance = 'cleared', cleared_by = ${word('avis')},
         cleared_on = date '2026-10-01' + $1::int from software_licence l join school s on s.id = l.school_id where l.title_id = t.id and ${ELSEWHERE}`,
    ],
  },
  {
    group: 'by which licence a school has its software',
    from: [...SCHOOL.slice(0, 1), ...CIRCONSCRIPTION, 'installer', 'committee'],
    statements: [
      `update software_licence l set until_day = date '2099-08-31' + $1::int, seats = 20 + $1::int from school s where s.id = l.school_id and ${OURS}`,
    ],
  },
  {
    group: 'what a school paid for its software',
    from: [...SCHOOL.slice(0, 1), 'commune-officer', ...CIRCONSCRIPTION, 'installer', 'committee'],
    statements: [
      `update software_licence l set net_cents = 100 + $1::int from school s where s.id = l.school_id and ${OURS}`,
    ],
  },
  {
    group: 'how devices end, and where they go',
    from: OUTSIDE,
    statements: [
      `update equipment set retirement_number = ${word('décision')}, retirement_kind = ${either('decision', 'deliberation')},
         retired_on = date '2026-10-01' + $1::int`,
      `update equipment_wipe set operator = ${word('agent')}, method = ${either('overwrite', 'destruction')}, wiped_on = date '2026-10-05' + $1::int`,
      `update equipment_disposal set receiver = ${word('association')}, proof_number = ${word('preuve')}`,
    ],
  },
];
