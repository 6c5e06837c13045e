/** Where the plan is steered, by who does it. */
export const STEERING_SCREENS = {
  manager: [
    '/pilotage',
    '/pilotage/usages',
    '/pilotage/usages > Déposer un fichier',
    '/pilotage/usages/arrivees',
    '/pilotage/usages/arrivees/{usageFile}',
    '/pilotage/usages/format',
    '/pilotage/usages/sources',
    '/editions',
    '/editions/nouvelle',
  ],
  committee: [
    '/objectifs/{objective}',
    '/objectifs/{silent}',
    '/communes',
    '/communes/{commune}',
    '/depenses',
    '/definitions',
    '/pilotage/chiffres/{figure}/ecoles',
    '/pilotage/ecoles/{school}',
    '/presentation',
    '/editions',
  ],
} as const;
