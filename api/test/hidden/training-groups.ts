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
];
