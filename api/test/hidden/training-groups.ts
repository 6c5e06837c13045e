import type { HiddenGroup } from './hidden-groups.js';

const COUNTED_IN = ['SchoolCoherenceController.ofSchool', 'CoherenceController.list', 'CoherenceController.counts'];

/** What is hidden of sessions: the thread, from schools; whether somebody came, from the metropole; all of it, from whoever is neither. */
export const TRAINING_GROUPS: HiddenGroup[] = [
  {
    group: 'why a session has changed, among those who build it',
    from: [
      ...(['teacher', 'school-head', 'technician', 'installer', 'commune-officer'] as const),
      ...(['private-body-officer', 'committee', 'administrator'] as const),
    ],
    statements: [
      `update training_session_move set reason = case $1::int when 0 then 'Cartable motif' else 'Tablier motif' end`,
    ],
  },
  {
    group: 'what a visit to a class is asked for and told about',
    readBy: 'inspector',
    // Whoever takes a text out sees it there.
    summedIn: { 'plan-manager': ['FreeTextsController.read'] },
    from: [
      ...(['technician', 'installer', 'plan-manager', 'commune-officer'] as const),
      ...(['private-body-officer', 'committee', 'administrator'] as const),
    ],
    statements: [
      `update support_request set purpose = case $1::int when 0 then 'Cartable usage' else 'Tablier usage' end`,
      `update support_request set report = case $1::int when 0 then 'Cartable fait' else 'Tablier fait' end,
         follow_up = case $1::int when 0 then 'Cartable suite' else 'Tablier suite' end where report is not null`,
      `update support_move set reason = case $1::int when 0 then 'Cartable motif' else 'Tablier motif' end`,
    ],
  },
  {
    group: 'in whose class a visit is',
    readBy: 'inspector',
    from: [
      ...(['technician', 'installer', 'plan-manager', 'commune-officer'] as const),
      ...(['private-body-officer', 'committee', 'administrator'] as const),
    ],
    statements: [
      `update support_request set teacher_id = (select id from account order by name, id limit 1 offset $1::int)`,
    ],
  },
  {
    group: 'what those who came think of a session',
    from: [
      ...(['teacher', 'school-head', 'technician', 'installer', 'commune-officer'] as const),
      ...(['private-body-officer', 'committee', 'administrator'] as const),
    ],
    statements: [
      `update training_survey_answer set useful = 1 + $1::int, level = 4 - $1::int, uses = case $1::int when 0 then 'yes' else 'no' end,
         remark = case $1::int when 0 then 'Cartable avis' else 'Tablier avis' end`,
    ],
  },
  {
    group: 'who came to a session',
    readBy: 'inspector',
    // How many know a model, and whether it waits, is told to who looks after it; never who.
    summedIn: {
      technician: COUNTED_IN,
      'plan-manager': COUNTED_IN,
      'private-body-officer': COUNTED_IN,
      committee: ['CoherenceController.counts'],
    },
    from: [
      ...(['technician', 'installer', 'plan-manager', 'commune-officer'] as const),
      ...(['private-body-officer', 'committee', 'administrator'] as const),
    ],
    statements: [
      `update training_enrolment set present = $1::int = 0, recorded_by = account_id, recorded_at = seated_at where seat is not null`,
    ],
  },
  {
    group: 'the link of a session from afar',
    readBy: 'inspector',
    from: [
      ...(['technician', 'installer', 'commune-officer'] as const),
      ...(['private-body-officer', 'committee', 'administrator'] as const),
    ],
    statements: [
      `update training_session set place_kind = 'remote', school_id = null, place_name = null,
         remote_link = case $1::int when 0 then 'https://exemple.fr/cartable' else 'https://exemple.fr/tablier' end`,
    ],
  },
  {
    group: 'the certificates of others',
    readBy: 'teacher',
    // A head reads their own as well, and may have a place here.
    from: [
      ...(['inspector', 'digital-trainer', 'technician', 'installer', 'plan-manager'] as const),
      ...(['commune-officer', 'private-body-officer', 'committee', 'administrator'] as const),
    ],
    statements: [
      `delete from training_certificate`,
      `insert into training_certificate (number, enrolment_id, minutes, code, code_digest, issued_at)
         select 'A-2026-' || (80000 + $1::int * 1000 + row_number() over (order by n.id)), n.id, 60 + $1::int, repeat('0', 20),
                sha256(convert_to(n.id::text, 'UTF8')), timestamptz '2026-10-06 07:00Z' + $1::int * interval '1 hour'
           from training_enrolment n where n.seat is not null`,
    ],
  },
];
