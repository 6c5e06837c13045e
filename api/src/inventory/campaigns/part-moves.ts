import { Injectable } from '@nestjs/common';
import {
  CAMPAIGN_PART_RULES,
  CAMPAIGN_PART_STATES,
  CAMPAIGN_PARTS,
  judgeCampaignPartMove,
  type CampaignPartAction,
  type CampaignPartEffect,
  type CampaignPartFacts,
  type CampaignPartMove,
  type WordsIn,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { ROOMS } from '../../directory/school.sql.js';
import type { Actor } from '../../identity/actor.js';
import { roleOf, signatureOf, SYSTEM, type Mover } from '../../identity/mover.js';
import { AssignmentsService } from '../../identity/assignments.service.js';
import { Clock } from '../../platform/clock.js';
import { all, leftJoin } from '../../platform/database/joins.sql.js';
import { Transactions, type Write } from '../../platform/database/transactions.js';
import { requireVersion } from '../../platform/http/write.js';
import { allowed, runMove, type EffectStep, type Running, type Steps } from '../../platform/lifecycle/run-move.js';
import { MailService } from '../../platform/mail/mail.service.js';
import { containerOf } from '../equipment.sql.js';
import { campaignReopenedMail, campaignSentMail } from './campaign-mails.js';
import { CampaignAccess, type CampaignPart } from './campaign.access.js';
import { DIFFERENCES_OF_PART, ROOM_OF_DEVICE, stillIn, TO_BE_SEEN } from './campaign.sql.js';

/** One school's part on its way through one row. */
interface MovingPart {
  readonly manager: EntityManager;
  readonly mover: Mover;
  readonly part: CampaignPart;
  readonly at: Date;
  readonly reason: string | null;
}

export interface CampaignPartMoved {
  id: string;
  version: number;
  state: CampaignPart['state'];
}

type Effect = EffectStep<MovingPart, object>;

/** What the names in the table of parts do. */
const STEPS: Steps<MovingPart, object> & { effects: Record<CampaignPartEffect, Effect> } = {
  rules: CAMPAIGN_PART_RULES,
  guards: {},
  effects: {
    expect: { locks: [], run: expect },
    miss: { locks: [], run: miss },
    await: { locks: [], run: awaitAgain },
  },
};

/** Every move of a school's part of a campaign; here alone its state changes, with the line that explains it. */
@Injectable()
export class CampaignPartMoves {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: CampaignAccess,
    private readonly assignments: AssignmentsService,
    private readonly mails: MailService,
    private readonly clock: Clock,
  ) {}

  /** One move by a person. @throws Refused as the table says */
  move(
    actor: Actor,
    partId: string,
    action: CampaignPartAction,
    reason: string | null,
    write: Write,
  ): Promise<CampaignPartMoved> {
    return this.transactions.run(write, async (manager) => {
      const part = await this.access.lockPart(manager, actor, partId);
      requireVersion(write, part.version);
      const moved = await this.moveIn(manager, actor, part, action, reason);
      const { id, version, state } = await this.settleIfDone(manager, moved);
      if (action === 'send' || action === 'reopen') await this.tell(manager, part, action, reason);
      return { id, version, state };
    });
  }

  /** The same inside a transaction of the caller's. @param part locked */
  async moveIn(
    manager: EntityManager,
    mover: Mover,
    part: CampaignPart,
    action: CampaignPartAction,
    reason: string | null = null,
  ): Promise<CampaignPart> {
    const verdict = judgeCampaignPartMove(roleOf(mover), action, await this.facts(manager, part), reason);
    const move = allowed(verdict, CAMPAIGN_PART_STATES[part.state].word);
    await runMove(RUNNING, move, { manager, mover, part, at: this.clock.now(), reason }, {});
    return { ...part, state: move.next, version: part.version + 1 };
  }

  /** A part whose last difference is resolved is done, at once. @param part locked */
  async settleIfDone(manager: EntityManager, part: CampaignPart): Promise<CampaignPart> {
    if (!CAMPAIGN_PARTS.find(part.state, 'settle')) return part;
    const { unresolved } = await this.facts(manager, part);
    return unresolved > 0 ? part : this.moveIn(manager, SYSTEM, part, 'settle');
  }

  /** To the managers, that a school has sent its part; to its head, that it is open again. */
  private async tell(
    manager: EntityManager,
    { id, version, schoolId, schoolName, campaign }: CampaignPart,
    action: 'send' | 'reopen',
    reason: string | null,
  ): Promise<void> {
    const sent = action === 'send';
    const people = sent
      ? await this.assignments.addressees(manager, 'plan-manager')
      : await this.assignments.addressees(manager, 'school-head', { schoolId });
    const [{ unresolved }] = await manager.query(DIFFERENCES_OF_PART, [id]);
    const mail = sent
      ? campaignSentMail(
          { campaign, link: this.mails.link(`/parc/recolements/${campaign.id}`) },
          schoolName,
          unresolved,
        )
      : campaignReopenedMail({ campaign, link: this.mails.link(`/parc/recolement/${id}`) }, reason ?? '');
    await this.mails.queueAll(
      manager,
      people.map(({ accountId, email }) => ({
        dedupe: `campaign:${id}:${action}:${version}:${accountId}`,
        to: email,
        ...mail,
      })),
    );
  }

  /** What the rules judge. */
  async facts(manager: EntityManager, { id, state, campaign }: CampaignPart): Promise<CampaignPartFacts> {
    const [{ unresolved, resolved }] = await manager.query(DIFFERENCES_OF_PART, [id]);
    return { state, from: campaign.fromDay, today: this.clock.today(), unresolved, resolved };
  }
}

const RUNNING: Running<WordsIn<typeof CAMPAIGN_PARTS>, MovingPart, object> = {
  table: CAMPAIGN_PARTS,
  steps: STEPS,
  write,
  tell: null,
};

async function write({ manager, mover, part, at, reason }: MovingPart, move: CampaignPartMove): Promise<void> {
  const { accountId, role, deputy } = signatureOf(mover);
  await manager.query('update campaign_part set state = $2, state_since = $3, version = version + 1 where id = $1', [
    part.id,
    move.next,
    at,
  ]);
  await manager.query(
    `insert into campaign_move (part_id, action, from_state, to_state, account_id, role, deputy, at, reason)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [part.id, move.action, part.state, move.next, accountId, role, deputy, at, reason?.trim() || null],
  );
}

/** What is to be seen, and the rooms to go through: as they are when the first sighting comes. */
async function expect({ manager, part: { id, schoolId, campaign }, at }: MovingPart): Promise<void> {
  const { modelIds, roomIds } = campaign;
  await manager.query('update campaign set opened_at = $2 where id = $1 and opened_at is null', [campaign.id, at]);
  await manager.query(
    `insert into campaign_room (part_id, school_id, room_id)
     select $1, r.school_id, r.id from ${all(ROOMS)} where r.school_id = $2 and not r.removed and ($3::uuid[] is null or r.id = any($3))
     order by r.id`,
    [id, schoolId, roomIds],
  );
  await manager.query(
    `insert into campaign_item (campaign_id, part_id, equipment_id, expected, expected_room_id, finding)
     select $4, $5, e.id, true, ${ROOM_OF_DEVICE}, 'awaited' from equipment e ${leftJoin(containerOf())}
      where ${TO_BE_SEEN} order by e.id`,
    [schoolId, modelIds, roomIds, campaign.id, id],
  );
}

/** What nobody saw is missing; what has left the school meanwhile was not to be seen. */
async function miss({ manager, part: { id, schoolId } }: MovingPart): Promise<void> {
  await manager.query(
    `update campaign_item i set finding = case when ${stillIn('$2')} then 'missing' else 'gone' end
       from equipment e where e.id = i.equipment_id and i.part_id = $1 and i.finding = 'awaited'`,
    [id, schoolId],
  );
}

/** What sending turned into missing is to be seen again, and its rooms to be gone through; what somebody said stays. */
async function awaitAgain({ manager, part: { id } }: MovingPart): Promise<void> {
  await manager.query(
    `update campaign_item i set finding = 'awaited' where i.part_id = $1 and i.finding in ('missing', 'gone') and i.seen_at is null`,
    [id],
  );
  await manager.query('update campaign_room set finished_at = null, finished_by = null where part_id = $1', [id]);
}
