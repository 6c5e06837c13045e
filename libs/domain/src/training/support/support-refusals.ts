import type { RefusalRegister } from '../../refusals/register.js';

/** Every way a visit of support in class is refused. */
// prettier-ignore
export const SUPPORT_REFUSALS = {
  'support.state':           { status: 409, sentence: 'Cet accompagnement est « {state} » : cette étape n’est pas possible maintenant.' },
  'support.not-your-visit':  { status: 409, sentence: 'Un autre formateur vient pour cet accompagnement.' },
  'support.too-early':       { status: 409, sentence: 'Cette visite n’a pas encore commencé.' },
  'support.reason-missing':  { status: 422, sentence: 'Dites pourquoi en quelques mots.' },
  'support.date-unchanged':  { status: 422, sentence: 'C’est déjà la date de cette visite. Proposez-en une autre.' },
  'support.period-wrong':    { status: 422, sentence: 'La période souhaitée finit après son début, dans l’année qui vient.' },
  'support.about-wrong':     { status: 422, sentence: 'Dites de quoi il s’agit : un usage, un module ou un équipement, un seul des trois.' },
  'support.model-unknown':   { status: 422, sentence: 'Cet équipement n’est pas au catalogue.' },
  'support.teacher-unknown': { status: 422, sentence: 'Cette personne ne travaille pas dans votre école aujourd’hui.' },
  'support.minutes-wrong':   { status: 422, sentence: 'La durée se dit en quarts d’heure.' },
  'support.no-trainer':      { status: 422, sentence: 'Aucune circonscription ne suit votre école : demandez à votre direction diocésaine.' },
} as const satisfies RefusalRegister;
