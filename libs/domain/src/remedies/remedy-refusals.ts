import type { RefusalRegister } from '../refusals/register.js';

/** Every way a remedy is refused. */
// prettier-ignore
export const REMEDY_REFUSALS = {
  'remedy.state':            { status: 409, sentence: 'Ce remède est « {state} » : cette étape n’est pas possible maintenant.' },
  'remedy.not-yours':        { status: 409, sentence: 'Un remède publié se change par la gestion du plan, et un remède retiré ne se change plus.' },
  'remedy.not-published':    { status: 409, sentence: 'Ce remède n’est plus proposé. Signalez la panne.' },
  'remedy.ticket-open':      { status: 409, sentence: 'Ce ticket n’est pas encore résolu : il n’a rien à enseigner.' },
  'remedy.reason-missing':   { status: 422, sentence: 'Dites pourquoi en quelques mots.' },
  'remedy.about-unknown':    { status: 422, sentence: 'Dites de quoi il s’agit : un appareil, ou un service, et ce qui s’y voit.' },
} as const satisfies RefusalRegister;
