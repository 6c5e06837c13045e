import type { RefusalRegister } from '../refusals/register.js';

/** Every way a loan, or a kit of loans, is refused. */
// prettier-ignore
export const LOAN_REFUSALS = {
  'loan.state':            { status: 409, sentence: 'Ce prêt est « {state} » : cette étape n’est pas possible maintenant.' },
  'loan.taken':            { status: 409, sentence: 'Ce matériel est pris à ces dates. Choisissez-en d’autres.' },
  'loan.kit-out':          { status: 409, sentence: 'Ce matériel n’est pas revenu du prêt précédent, ou n’est pas encore contrôlé.' },
  'loan.past':             { status: 409, sentence: 'La période de ce prêt est passée. L’école peut en demander un autre.' },
  'loan.early':            { status: 409, sentence: 'Ce prêt ne commence pas aujourd’hui : son matériel se remet à partir du premier jour.' },
  'loan.too-early':        { status: 409, sentence: 'Il n’est pas encore temps : le contrôle, la réponse ou l’école peut encore venir.' },
  'loan.missing-unsettled': { status: 409, sentence: 'Dites ce que devient chaque appareil qui manque au retour.' },
  'loan.reason-missing':   { status: 422, sentence: 'Dites pourquoi en quelques mots.' },
  'loan.period-wrong':     { status: 422, sentence: 'Choisissez des dates à venir, la fin après le début : un mois au plus, dans l’année.' },
  'loan.school-closed':    { status: 422, sentence: 'L’école est fermée au début ou à la fin de ces dates. Choisissez une demi-journée de classe.' },
  'loan.not-offered':      { status: 422, sentence: 'Ce matériel ne se prête pas à votre école en ce moment.' },
  'loan.end-not-later':    { status: 422, sentence: 'Choisissez une fin plus tardive que celle de maintenant : deux mois de prêt au plus.' },
  'loan.contents-missing': { status: 422, sentence: 'Cochez tout le contenu. Ce qui n’y est plus se déclare d’abord sur la page de l’appareil.' },
  'loan.contents-unknown': { status: 422, sentence: 'Un appareil coché n’est pas parti avec ce prêt.' },
  'loan.referent-unknown': { status: 422, sentence: 'Choisissez une personne de cette école.' },
  'loan.kit-unusable':     { status: 422, sentence: 'Choisissez un appareil en stock, hors d’une valise, qui n’est pas déjà un kit et qu’aucune école n’attend.' },
  'loan.kit-name-taken':   { status: 409, sentence: 'Un autre kit porte déjà ce nom.' },
  'loan.ticket-over':      { status: 409, sentence: 'Ce ticket est fini, ou n’est pas celui d’un appareil : rien ne se prête en attendant.' },
  'loan.spare-unfit':      { status: 409, sentence: 'Cet appareil n’est plus libre en stock, ou ne remplace pas celui du ticket.' },
} as const satisfies RefusalRegister;
