import type { LoanPage } from '@parc/api-client';
import {
  addCalendarDays,
  type AskedLoanAction,
  HALF_DAYS,
  kindChoices,
  LOAN_ACTION_WORDS,
  loanPeriodWords,
} from '@parc/domain';
import type { ActButton } from '../../shell/act-buttons';
import type { FormField, FormSpec } from '../../shell/forms/fields';

export interface LoanButton extends ActButton {
  readonly action: AskedLoanAction;
}

/** Acts that ask for what no plain form holds: things that are ticked. */
export const TICKED: readonly AskedLoanAction[] = ['hand-over', 'return', 'clear'];
const TROUBLE: readonly AskedLoanAction[] = ['refuse', 'cancel'];
/** What goes on first. */
const ORDER: readonly AskedLoanAction[] = ['approve', 'hand-over', 'return', 'clear', 'extend', 'refuse', 'cancel'];

/** Granting asks for nothing. */
export const isAtOnce = (action: AskedLoanAction): boolean => action === 'approve';

/** The primary act first, what refuses last; granting names the days. */
export function loanButtons(page: LoanPage): readonly LoanButton[] {
  return ORDER.filter((action) => page.possible.includes(action)).map((action, index) => ({
    action,
    label: isAtOnce(action) ? `${LOAN_ACTION_WORDS[action]} ${loanPeriodWords(page)}` : `${LOAN_ACTION_WORDS[action]}…`,
    look: TROUBLE.includes(action) ? 'trouble' : index === 0 ? 'primary' : 'plain',
  }));
}

const reason: FormField = {
  ...{ name: 'reason', label: 'Pourquoi', type: 'lines', most: 1000, help: 'L’école le lit.' },
  required: 'Dites pourquoi en quelques mots.',
};

/** The form of an act that asks for something; null for one whose things are ticked, or that asks for nothing. */
export function loanForm(action: AskedLoanAction, page: LoanPage): FormSpec | null {
  const spec = { id: `${action} ${page.id}`, heading: `${LOAN_ACTION_WORDS[action]} : ${page.number}` };
  const button = LOAN_ACTION_WORDS[action];
  switch (action) {
    case 'refuse':
      return { ...spec, sections: [{ fields: [reason] }], button, tone: 'trouble' };
    case 'cancel':
      return {
        ...spec,
        text: 'Le matériel redevient libre à ces dates. L’école est prévenue.',
        sections: [],
        button,
        tone: 'trouble',
      };
    case 'extend':
      return { ...spec, sections: [{ fields: extension(page) }], button };
    default:
      return null;
  }
}

const extension = ({ toDay, toHalf }: LoanPage): readonly FormField[] => [
  {
    ...{ name: 'toDay', label: 'Jusqu’au', type: 'date', half: true, required: 'Donnez un jour.' },
    initial: addCalendarDays(toDay, 7),
  },
  {
    ...{ name: 'toHalf', label: 'Dernière demi-journée', type: 'select', half: true, required: '', initial: toHalf },
    options: kindChoices(HALF_DAYS),
  },
];
