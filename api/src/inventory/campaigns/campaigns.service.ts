import { Injectable } from '@nestjs/common';
import {
  CAMPAIGN_PARTS,
  CAMPAIGN_PARTS_COUNTING,
  CAMPAIGN_PARTS_OVER,
  workingDaysBetween,
  type CampaignPartState,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { PUBLIC_HOLIDAYS, ROOMS } from '../../directory/school.sql.js';
import type { Actor } from '../../identity/actor.js';
import { AssignmentsService } from '../../identity/assignments.service.js';
import { Clock } from '../../platform/clock.js';
import { inStates, notInStates } from '../../platform/database/in-states.js';
import { all } from '../../platform/database/joins.sql.js';
import { Transactions, type Write } from '../../platform/database/transactions.js';
import { Refused } from '../../platform/http/refused.js';
import { LIMITS } from '../../platform/limits.js';
import { MailService } from '../../platform/mail/mail.service.js';
import { campaignBeginsMail, campaignReminderMail } from './campaign-mails.js';
import { CampaignAccess, type Campaign } from './campaign.access.js';
import type { CampaignCreated, RemindedSchools } from './campaign.answers.js';
import type { CampaignRequest } from './campaign.dto.js';
import { chosenSchools } from './campaign-schools.js';

/** A school that is written to. */
interface Told {
  id: string;
  schoolId: string;
  state: CampaignPartState;
  remindedOn: string | null;
}

/** Campaigns as the manager opens them, reminds of them and closes them. */
@Injectable()
export class CampaignsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: CampaignAccess,
    private readonly assignments: AssignmentsService,
    private readonly mails: MailService,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused campaign.days, campaign.schools-none, campaign.rooms-of-many, campaign.room-other; by the database campaign.school-busy */
  create(actor: Actor, request: CampaignRequest, write: Write): Promise<CampaignCreated> {
    const { title, fromDay, toDay, modelIds = [], roomIds = [], ...choice } = request;
    if (toDay < fromDay) throw new Refused('campaign.days');
    return this.transactions.run(write, async (manager) => {
      const chosen = await chosenSchools(manager, choice);
      const schools = chosen.filter(({ busy }) => !busy);
      if (schools.length === 0) throw new Refused(chosen.length > 0 ? 'campaign.school-busy' : 'campaign.schools-none');
      await requireRooms(manager, roomIds, schools);
      const now = this.clock.now();
      const [{ id }] = await manager.query(
        `insert into campaign (title, from_day, to_day, model_ids, room_ids, created_at, created_by)
         values ($1, $2, $3, $4, $5, $6, $7) returning id`,
        [title, fromDay, toDay, orAll(modelIds), orAll(roomIds), now, actor.accountId],
      );
      const parts: Told[] = await manager.query(
        `insert into campaign_part (campaign_id, school_id, state, state_since) select $1, d.id, $3, $4 from unnest($2::uuid[]) d(id) order by d.id
         returning id, school_id as "schoolId", state, null as "remindedOn"`,
        [id, schools.map((school) => school.id), CAMPAIGN_PARTS.initial, now],
      );
      const begins = fromDay <= this.clock.today() ? null : fromDay;
      await this.tell(manager, parts, 'begins', ({ id }) =>
        campaignBeginsMail({ campaign: { title, toDay }, link: this.linkTo(id) }, begins),
      );
      return { id: id as string, schools: schools.length };
    });
  }

  /** Writes to the heads of schools that have not begun or not sent, unless they were lately. */
  remind(actor: Actor, campaignId: string, write: Write): Promise<RemindedSchools> {
    return this.transactions.run(write, async (manager) => {
      // The parts alone are held: who begins one writes the campaign after it. In a closed one none counts any more.
      const campaign = await this.access.read(manager, actor, campaignId);
      requireGoingOn(campaign);
      const today = this.clock.today();
      const left: Told[] = await manager.query(
        `select t.id, t.school_id as "schoolId", t.state, t.reminded_on::text as "remindedOn" from campaign_part t
          where t.campaign_id = $1 and ${inStates('t.state', CAMPAIGN_PARTS_COUNTING)} order by t.id for no key update of t`,
        [campaignId],
      );
      const days: { day: string }[] = await manager.query(PUBLIC_HOLIDAYS);
      const holidays = new Set(days.map(({ day }) => day));
      const lately = ({ remindedOn }: Told) =>
        remindedOn !== null &&
        workingDaysBetween(remindedOn, today, holidays) < LIMITS.campaign.remindedAgainWorkingDays;
      const due = left.filter((part) => !lately(part));
      await manager.query('update campaign_part set reminded_on = $2 where id = any($1)', [
        due.map(({ id }) => id),
        today,
      ]);
      await this.tell(manager, due, `reminder:${today}`, ({ id, state }) =>
        campaignReminderMail({ campaign, link: this.linkTo(id) }, state),
      );
      return { reminded: due.length, waiting: left.length - due.length };
    });
  }

  /** Nothing is left to do in any school. @throws Refused campaign.closed, campaign.parts-left */
  close(actor: Actor, campaignId: string, write: Write): Promise<{ id: string; version: number }> {
    return this.transactions.run(write, async (manager) => {
      const campaign = await this.access.lock(manager, actor, campaignId, write);
      requireGoingOn(campaign);
      const left = await manager.query(
        `select from campaign_part t where t.campaign_id = $1 and ${notInStates('t.state', CAMPAIGN_PARTS_OVER)} limit 1`,
        [campaignId],
      );
      if (left.length > 0) throw new Refused('campaign.parts-left');
      await manager.query('update campaign set closed_at = $2, closed_by = $3, version = version + 1 where id = $1', [
        campaignId,
        this.clock.now(),
        actor.accountId,
      ]);
      return { id: campaignId, version: campaign.version + 1 };
    });
  }

  private linkTo(partId: string): string {
    return this.mails.link(`/parc/recolement/${partId}`);
  }

  /** Writes to the heads of these schools. */
  private async tell(
    manager: EntityManager,
    parts: readonly Told[],
    about: string,
    mail: (part: Told) => { subject: string; body: string },
  ): Promise<void> {
    if (parts.length === 0) return;
    const heads = Map.groupBy(await this.assignments.addressees(manager, 'school-head'), ({ schoolId }) => schoolId);
    const mails = parts.flatMap((part) =>
      (heads.get(part.schoolId) ?? []).map(({ accountId, email }) => ({
        ...{ dedupe: `campaign:${part.id}:${about}:${accountId}`, to: email, ...mail(part) },
      })),
    );
    await this.mails.queueAll(manager, mails);
  }
}

const orAll = (ids: readonly string[]) => (ids.length === 0 ? null : [...new Set(ids)]);

function requireGoingOn({ closedAt }: Campaign): void {
  if (closedAt !== null) throw new Refused('campaign.closed');
}

async function requireRooms(
  manager: EntityManager,
  roomIds: readonly string[],
  schools: readonly { id: string }[],
): Promise<void> {
  if (roomIds.length === 0) return;
  if (schools.length > 1) throw new Refused('campaign.rooms-of-many');
  const found = await manager.query(
    `select from ${all(ROOMS)} where r.id = any($1) and r.school_id = $2 and not r.removed`,
    [roomIds, schools[0]!.id],
  );
  if (found.length < new Set(roomIds).size) throw new Refused('campaign.room-other');
}
