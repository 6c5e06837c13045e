import { type Kind, kindRows, kindsOf } from '../../kinds/kinds.js';
import { judge, type Answers, type Verdict } from '../../lifecycle/judging.js';
import { lifecycle } from '../../lifecycle/lifecycle.js';
import { statesOf, type StateRow } from '../../lifecycle/states.js';
import type { GENERAL_REFUSALS } from '../../refusals/general-refusals.js';
import type { Judged } from '../../refusals/register.js';
import type { ActorRole } from '../../roles/roles.js';
import type { LABEL_REPORT_REFUSALS } from './label-report-refusals.js';

const row = <const Row extends StateRow>(given: Row): Row => given;

// prettier-ignore
export const LABEL_REPORT_STATES = {
  'to-confirm': row({ word: 'À confirmer', tone: 'waiting', icon: 'clock' }),
  confirmed:    row({ word: 'Confirmé',    tone: 'done',    icon: 'check',  final: true }),
  discarded:    row({ word: 'Écarté',      tone: 'trouble', icon: 'cross',  final: true }),
  forgotten:    row({ word: 'Oublié',      tone: 'idle',    icon: 'circle', final: true }),
};
export type LabelReportState = keyof typeof LABEL_REPORT_STATES;
export const LABEL_REPORT_STATE_NAMES = statesOf(LABEL_REPORT_STATES);

const H = 'school-head';
const S = 'system';

/**
 * What somebody without account said of a device, by its label. It is no ticket until the school's head says so; whoever said
 * it is known to nobody, so that nobody is told of what becomes of it.
 */
// prettier-ignore
export const LABEL_REPORTS = lifecycle({
  name: 'label reports', states: LABEL_REPORT_STATES, initial: 'to-confirm',
  moves: [
    { from: 'to-confirm', action: 'confirm', who: [H], to: 'confirmed', effects: ['report'] },
    { from: 'to-confirm', action: 'discard', who: [H], to: 'discarded', reason: true, effects: ['say-why'] },
    { from: 'to-confirm', action: 'forget',  who: [S], to: 'forgotten' },
  ],
});

export type LabelReportMove = (typeof LABEL_REPORTS)['moves'][number];
export type LabelReportAction = LabelReportMove['action'];
export type LabelReportEffect = LabelReportMove['effects'][number];
export const LABEL_REPORT_ACTIONS = LABEL_REPORTS.actions;

/** The head has not answered yet. */
export const LABEL_REPORTS_WAITING = LABEL_REPORTS.statesFrom('confirm');

export const LABEL_REPORT_ACTION_WORDS: Record<LabelReportAction, string> = {
  confirm: 'Confirmer',
  discard: 'Écarter',
  forget: 'Oublier',
};

/** Days after which what nobody has answered is forgotten. */
export const LABEL_REPORT_DAYS = 14;

/** Why it makes no ticket: chosen, so that nothing is written about whoever it was. */
export const LABEL_DISCARD_REASONS = kindRows<{ readonly word: string }>()({
  working: { word: 'Il fonctionne' },
  known: { word: 'Déjà signalé' },
  mistake: { word: 'Erreur ou plaisanterie' },
});
export type LabelDiscardReason = Kind<typeof LABEL_DISCARD_REASONS>;
export const LABEL_DISCARD_REASON_NAMES = kindsOf(LABEL_DISCARD_REASONS);

/** What is known of a device already: its school's head is asked, or the metropole has a ticket. */
export const LABEL_KNOWN = kindRows<{ readonly word: string }>()({
  waiting: { word: 'Déjà signalé : la direction de l’école est au courant.' },
  ticket: { word: 'Déjà signalé : la métropole est au courant.' },
});
export type LabelKnown = Kind<typeof LABEL_KNOWN>;
export const LABEL_KNOWN_NAMES = kindsOf(LABEL_KNOWN);

type Register = Pick<typeof GENERAL_REFUSALS, 'role.may-not'> & typeof LABEL_REPORT_REFUSALS;
export type LabelReportRefused = Judged<Register, LabelReportAction>;

const ANSWERS: Answers<null, LabelReportRefused> = {
  rules: {},
  refusals: {
    role: () => ({ code: 'role.may-not' }),
    state: (possible) => ({ code: 'label-report.state', possible: possible as LabelReportAction[] }),
    reason: () => ({ code: 'label-report.reason-missing' }),
  },
};

/** May this role make this move of a report in this state? */
export function judgeLabelReportMove(
  role: ActorRole,
  action: LabelReportAction,
  state: LabelReportState,
  reason: string | null = null,
): Verdict<LabelReportMove, LabelReportRefused> {
  return judge(LABEL_REPORTS, ANSWERS, { role, state, action, reason, subject: null });
}
