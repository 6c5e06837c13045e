import type { RefusalRegister } from '../refusals/register.js';

/** Every way a plan of upkeep, or a check, is refused. */
// prettier-ignore
export const UPKEEP_REFUSALS = {
  'check.state':            { status: 409, sentence: 'Ce contrôle est « {state} » : cette étape n’est pas possible maintenant.' },
  'check.taken':            { status: 409, sentence: 'Quelqu’un a déjà pris ce contrôle.' },
  'check.reason-missing':   { status: 422, sentence: 'Dites pourquoi en quelques mots.' },
  'check.assignee-unknown': { status: 422, sentence: 'Choisissez un technicien de la métropole.' },
  'check.school-closed':    { status: 422, sentence: 'Choisissez un jour à venir où l’école est ouverte, dans l’année.' },
  'check.devices-untold':   { status: 422, sentence: 'Dites comment va chaque appareil du contrôle, et aucun autre.' },
  'upkeep.plan-over':       { status: 409, sentence: 'Ce plan est arrêté : il ne se modifie plus.' },
  'upkeep.name-taken':      { status: 409, sentence: 'Un autre plan porte déjà ce nom.' },
  'upkeep.devices-unknown': { status: 422, sentence: 'Choisissez un modèle, ou une famille d’appareils.' },
  'upkeep.reach-unknown':   { status: 422, sentence: 'Choisissez les écoles que ce plan concerne.' },
  'upkeep.rule-unreadable': { status: 422, sentence: 'Dites quand les contrôles ont lieu.' },
  'upkeep.nothing-there':   { status: 422, sentence: 'Aucun appareil de ce modèle n’est dans ces écoles : il n’y a rien à contrôler.' },
} as const satisfies RefusalRegister;
