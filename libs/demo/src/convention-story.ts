import { type ConventionAction, type ConventionParty, CONVENTIONS_SIGNED } from '@parc/domain';
import { addCalendarDays, judgeConventionMove } from '@parc/domain';
import type { Party } from './agreement-parties.js';
import { signatoryOf } from './convention-promises.js';
import { instantAt } from './days.js';
import type { ConventionRow } from './convention-row-types.js';
import type { Workshop } from './workshop.js';

interface Step {
  action: ConventionAction;
  at: string;
  /** The day the fact itself bears. */
  happenedOn: string;
  party?: ConventionParty;
}

/** Days of a convention's life, from its party's council evening on. */
export interface ConventionDays {
  sentOn: string;
  councilOn: string;
  /** The metropole's signature, the last one. */
  signedOn: string;
  fromDay: string;
  toDay: string;
}

/** Work of the night, before anybody's day begins. */
const NIGHT = '02:30';

/**
 * Leads a drafted convention through the convention's own table, as the manager recorded each step, until today or until
 * the state it is left in; writes its moves and signatures, and the dates its row bears.
 */
export function tellConvention(workshop: Workshop, row: ConventionRow, party: Party, days: ConventionDays): void {
  const managerId = workshop.rows.assignment.find(({ role }) => role === 'plan-manager')!.account_id;
  for (const step of stepsOf(workshop, days)) {
    if (step.at >= workshop.now || row.state === party.until) break;
    const mover = step.action === 'enter-into-force' || step.action === 'reach-term' ? 'system' : 'plan-manager';
    const next = nextState(workshop, row, party, step, mover);
    if (step.party) {
      const signatory = signatoryOf(row.kind, step.party);
      const id = workshop.identify(step.at);
      const signed = { party: step.party, signed_on: step.happenedOn, signatory };
      workshop.rows.convention_signature.push({ id, convention_id: row.id, ...signed });
    }
    workshop.rows.convention_move.push({
      id: workshop.identify(step.at),
      convention_id: row.id,
      action: step.action,
      from_state: row.state,
      to_state: next,
      account_id: mover === 'system' ? null : managerId,
      role: mover,
      happened_on: step.happenedOn,
      at: step.at,
      reason: null,
    });
    row.state = next;
    row.version += 1;
    if (step.action === 'send') row.sent_on = step.happenedOn;
    if (step.action === 'approve') row.approved_on = step.happenedOn;
    if (step.action === 'sign' && CONVENTIONS_SIGNED.includes(next)) row.signed_on = step.happenedOn;
  }
}

function stepsOf({ days: calendar }: Workshop, days: ConventionDays): Step[] {
  const { sentOn, councilOn, signedOn, fromDay, toDay } = days;
  const partnerSignedOn = calendar.officeDay(signedOn, -3);
  return [
    { action: 'send', at: instantAt(sentOn, '14:20'), happenedOn: sentOn },
    // The extract, certified and transmitted, comes back within the week.
    { action: 'approve', at: instantAt(calendar.officeDay(councilOn, 5), '10:10'), happenedOn: councilOn },
    {
      action: 'sign',
      at: instantAt(calendar.officeDay(signedOn, -1), '11:30'),
      happenedOn: partnerSignedOn,
      party: 'partner',
    },
    { action: 'sign', at: instantAt(signedOn, '16:45'), happenedOn: signedOn, party: 'metropole' },
    { action: 'enter-into-force', at: instantAt(fromDay, NIGHT), happenedOn: fromDay },
    { action: 'reach-term', at: instantAt(addCalendarDays(toDay, 1), NIGHT), happenedOn: toDay },
  ];
}

/** @throws Error where the table does not allow the step: a convention that the rules forbid cannot be told */
function nextState(
  { rows }: Workshop,
  row: ConventionRow,
  { sites }: Party,
  { action, at, party }: Step,
  mover: 'system' | 'plan-manager',
): ConventionRow['state'] {
  const signatures = rows.convention_signature.filter(({ convention_id }) => convention_id === row.id);
  const facts = {
    state: row.state,
    kind: row.kind,
    siteCount: sites.length,
    fromDay: row.from_day,
    toDay: row.to_day,
    promisedBy: row.promises.map((promise) => promise.party),
    actRecorded: action === 'approve',
    signedBy: signatures.map((signature) => signature.party),
    evaluationTold: false,
    successor: null,
    today: at.slice(0, 10),
  };
  const verdict = judgeConventionMove(mover, action, facts, party ? { party } : {});
  if (verdict.refused) throw new Error(`${row.number} may not ${action}: ${verdict.refused.code}`);
  return verdict.move.next;
}
