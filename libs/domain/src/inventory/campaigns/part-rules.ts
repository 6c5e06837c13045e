import type { PlainDate } from '../../calendar/plain-date.js';
import { judge, type Answers, type Rules, type Verdict } from '../../lifecycle/judging.js';
import type { GENERAL_REFUSALS } from '../../refusals/general-refusals.js';
import type { Judged } from '../../refusals/register.js';
import type { ActorRole } from '../../roles/roles.js';
import type { CAMPAIGN_REFUSALS } from './campaign-refusals.js';
import {
  CAMPAIGN_PART_UNREACHED,
  CAMPAIGN_PARTS,
  type CampaignPartAction,
  type CampaignPartGuard,
  type CampaignPartMove,
} from './part-lifecycle.js';
import type { CampaignPartState } from './part-states.js';

/** The facts of one school's part that the rules judge. */
export interface CampaignPartFacts {
  state: CampaignPartState;
  /** First day of the campaign. */
  from: PlainDate;
  today: PlainDate;
  /** Differences that nobody has resolved. */
  unresolved: number;
  /** Differences that somebody has resolved. */
  resolved: number;
}

type Register = Pick<typeof GENERAL_REFUSALS, 'role.may-not'> & typeof CAMPAIGN_REFUSALS;
export type CampaignPartRefused = Judged<Register, CampaignPartAction>;

interface Subject {
  facts: CampaignPartFacts;
}

export const CAMPAIGN_PART_RULES = {
  begun: ({ facts: { from, today } }) => (today < from ? { code: 'campaign.not-begun', from } : null),
  'nothing-resolved': ({ facts }) => (facts.resolved > 0 ? { code: 'campaign.differences-resolved' } : null),
  resolved: ({ facts }) => (facts.unresolved > 0 ? { code: 'campaign.differences-left' } : null),
} satisfies Rules<CampaignPartGuard, Subject, CampaignPartRefused>;

const ANSWERS: Answers<Subject, CampaignPartRefused> = {
  rules: CAMPAIGN_PART_RULES,
  refusals: {
    role: () => ({ code: 'role.may-not' }),
    state: (possible) => ({ code: 'campaign.state', possible: possible as CampaignPartAction[] }),
    reason: () => ({ code: 'campaign.reason-missing' }),
  },
};

/** May this role make this move on these facts? */
export function judgeCampaignPartMove(
  role: ActorRole,
  action: CampaignPartAction,
  facts: CampaignPartFacts,
  reason?: string | null,
): Verdict<CampaignPartMove, CampaignPartRefused> {
  return judge(CAMPAIGN_PARTS, ANSWERS, { role, state: facts.state, action, reason, subject: { facts } });
}

/** What the screens offer this role now. */
export function possibleCampaignPartActions(role: ActorRole, facts: CampaignPartFacts): CampaignPartAction[] {
  const unreached: readonly CampaignPartAction[] = CAMPAIGN_PART_UNREACHED;
  return CAMPAIGN_PARTS.actionsFor(role, facts.state).filter(
    (action) => !unreached.includes(action) && judgeCampaignPartMove(role, action, facts, 'motif').move,
  );
}
