import { Injectable } from '@nestjs/common';
import { TRAININGS_ENROLLING, type TrainingAction } from '@parc/domain';
import type { Actor } from '../identity/actor.js';
import { addressOf } from '../identity/account.sql.js';
import { signatureOf } from '../identity/mover.js';
import { Clock } from '../platform/clock.js';
import { inStates } from '../platform/database/in-states.js';
import { join } from '../platform/database/joins.sql.js';
import { numbered } from '../platform/database/predicate.js';
import { MailService, queuedIn } from '../platform/mail/mail.service.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { PlacedMails } from './placed-mails.js';
import { trainingScope } from './training.scope.js';
import type { TrainingBrought, TrainingMoved } from './training.moving.js';
import { standingOf } from './training.sql.js';

const ENROL: TrainingAction = 'enrol';

/**
 * A session that has just opened is asked for by 64 at once: whoever enrols themselves from their own school does it in one statement,
 * which holds all that the table's row asks. Where something of it does not hold, or somebody else is enrolled, it writes nothing, and
 * `TrainingMoves` goes step by step and says why: `training-enrolment.spec.ts` compares what both leave.
 */
@Injectable()
export class QuickEnrolments {
  constructor(
    private readonly transactions: Transactions,
    private readonly placed: PlacedMails,
    private readonly mails: MailService,
    private readonly clock: Clock,
  ) {}

  /** @returns null where it is to be done step by step, refusals too */
  async enrol(
    actor: Actor,
    sessionId: string,
    { accountId: asked }: TrainingBrought,
    write: Write,
  ): Promise<TrainingMoved | null> {
    const stands = write.session !== undefined && write.session.heldOn === undefined;
    if (actor.schoolId === null || !stands || (asked ?? actor.accountId) !== actor.accountId) return null;
    const { accountId, role, deputy } = signatureOf(actor);
    const told = await this.placed.of(actor, sessionId);
    if (told === null) return null;
    const scope = numbered(trainingScope(actor), OWN_PARAMETERS);
    const moved = await this.transactions.atOnce<TrainingMoved>(write, {
      given: given(scope.sql),
      wrote: WROTE,
      values: [
        ...[sessionId, actor.schoolId, accountId, this.clock.now(), role, deputy],
        ...[told.version, ...this.mails.queuedValues(told.words)],
        ...scope.values,
      ],
    });
    if (moved === null) this.placed.forget(sessionId);
    return moved;
  }
}

/** Of the statement around it and of its own, before those of the scope. */
const OWN_PARAMETERS = 18;

/**
 * Locked, and judged as it then is; where it is no longer what the mail says, step by step. A school reads what it is invited to, and the session that asks holds as long as its person works
 * there: neither is asked twice, for what is longer takes longer to plan than to do. @param scope over `t`
 */
const given = (scope: string) =>
  `select t.id, t.capacity, t.state, json_build_object('id', t.id, 'number', t.number, 'version', t.version, 'state', t.state) as answer
     from training_session t
    where t.id = $9 and ${inStates('t.state', TRAININGS_ENROLLING)} and t.starts_at > $12::timestamptz and ${scope}
      and ${standingOf('$11::uuid')} is null and t.version = $15::int
      for no key update of t`;

/** As `TrainingPlaces` and `recordTrainingMove` write them. */
const WROTE = `taken as (
     insert into training_enrolment (session_id, capacity, account_id, school_id, turn, seat, enrolled_by, enrolled_at, seated_at)
       select g.id, g.capacity, $11, $10, p.turn, p.seat, $11, $12::timestamptz, case when p.seat is not null then $12::timestamptz end
         from given g cross join claimed cross join lateral training_next_place(g.id) p
       returning id, account_id, seat),
   mailed as (${queuedIn({ dedupe: "'training-placed:' || x.id || ':' || x.account_id", to: 'c.email', source: `taken x ${join(addressOf('x.account_id', 'c'))} where x.seat is not null`, first: 16, at: '$12::timestamptz' })}),
   told as (
     insert into training_session_move (session_id, action, from_state, to_state, account_id, role, deputy, at, person_id)
       select g.id, '${ENROL}', g.state, g.state, $11, $13, $14::boolean, $12::timestamptz, $11 from given g cross join claimed)`;
