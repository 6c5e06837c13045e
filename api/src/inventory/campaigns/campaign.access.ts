import { Injectable } from '@nestjs/common';
import { CAMPAIGN_PART_STATES, type CampaignPartState, CAMPAIGN_PARTS } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { schoolOf, SCHOOLS } from '../../directory/school.sql.js';
import type { Actor } from '../../identity/actor.js';
import { all, join } from '../../platform/database/joins.sql.js';
import { numbered } from '../../platform/database/predicate.js';
import type { Write } from '../../platform/database/transactions.js';
import { Refused } from '../../platform/http/refused.js';
import { requireVersion } from '../../platform/http/write.js';
import { campaignSchoolScope, campaignScope } from './campaign.scope.js';

/** A campaign of inventory, of which some school's part is. */
export interface Campaign {
  id: string;
  title: string;
  fromDay: string;
  toDay: string;
  /** Only devices of these models, in these rooms; null: all. */
  modelIds: string[] | null;
  roomIds: string[] | null;
  createdAt: Date;
  openedAt: Date | null;
  closedAt: Date | null;
  version: number;
}

/** One school's part, with its campaign. */
export interface CampaignPart {
  id: string;
  version: number;
  state: CampaignPartState;
  stateSince: Date;
  schoolId: string;
  schoolName: string;
  campaign: Pick<Campaign, 'id' | 'title' | 'fromDay' | 'toDay' | 'modelIds' | 'roomIds'>;
}

type Lock = '' | 'for share of t' | 'for no key update of t';

/** The only door to a campaign and to a school's part of it: absent and out of scope answer alike. */
@Injectable()
export class CampaignAccess {
  /** @throws Refused object.not-found */
  read(manager: EntityManager, actor: Actor, campaignId: string): Promise<Campaign> {
    return this.find(manager, actor, campaignId, '');
  }

  /** @throws Refused object.not-found, version.missing, version.stale */
  async lock(manager: EntityManager, actor: Actor, campaignId: string, write: Write): Promise<Campaign> {
    const campaign = await this.find(manager, actor, campaignId, 'for no key update of c');
    requireVersion(write, campaign.version);
    return campaign;
  }

  /** @throws Refused object.not-found */
  readPart(manager: EntityManager, actor: Actor, partId: string): Promise<CampaignPart> {
    return this.findPart(manager, actor, partId, '');
  }

  /** Held against everyone who confirms in it or moves it. @throws Refused object.not-found */
  lockPart(manager: EntityManager, actor: Actor, partId: string): Promise<CampaignPart> {
    return this.findPart(manager, actor, partId, 'for no key update of t');
  }

  /**
   * For those who confirm in it, many at once: as long as one does, nobody sends it.
   * @returns as it is now; whoever is the first holds it alone
   * @throws Refused object.not-found, campaign.state when it is confirmed no more
   */
  async counting(manager: EntityManager, actor: Actor, partId: string): Promise<CampaignPart> {
    const seen = await this.readPart(manager, actor, partId);
    const first = seen.state === CAMPAIGN_PARTS.initial;
    const part = await this.findPart(manager, actor, partId, first ? 'for no key update of t' : 'for share of t');
    const { word, counting } = CAMPAIGN_PART_STATES[part.state];
    if (!counting) throw new Refused('campaign.state', { state: word });
    return part;
  }

  /** The school whose campaign is asked for. @throws Refused object.not-found whether it is absent or out of scope */
  async requireSchool(manager: EntityManager, actor: Actor, schoolId: string): Promise<void> {
    const scope = numbered(campaignSchoolScope(actor), 1);
    const found = await manager.query(`select from ${all(SCHOOLS)} where s.id = $1 and ${scope.sql}`, [
      schoolId,
      ...scope.values,
    ]);
    if (found.length === 0) throw new Refused('object.not-found');
  }

  private async find(manager: EntityManager, actor: Actor, campaignId: string, lock: string): Promise<Campaign> {
    const [found] = await manager.query(
      `select ${CAMPAIGN}, c.created_at as "createdAt", c.opened_at as "openedAt", c.closed_at as "closedAt", c.version
         from campaign c where c.id = $1 and ${campaignScope(actor).sql} ${lock}`,
      [campaignId],
    );
    if (!found) throw new Refused('object.not-found');
    return found as Campaign;
  }

  private async findPart(manager: EntityManager, actor: Actor, partId: string, lock: Lock): Promise<CampaignPart> {
    const scope = numbered(campaignSchoolScope(actor), 1);
    const [found] = await manager.query(
      `select t.id as "partId", t.version, t.state, t.state_since as "stateSince", t.school_id as "schoolId", s.name as "schoolName", ${CAMPAIGN}
         from campaign_part t join campaign c on c.id = t.campaign_id ${join(schoolOf('t.school_id'))}
        where t.id = $1 and ${scope.sql} ${lock}`,
      [partId, ...scope.values],
    );
    if (!found) throw new Refused('object.not-found');
    const { partId: id, version, state, stateSince, schoolId, schoolName, ...campaign } = found;
    return { id, version, state, stateSince, schoolId, schoolName, campaign } as CampaignPart;
  }
}

const CAMPAIGN = `c.id, c.title, c.from_day::text as "fromDay", c.to_day::text as "toDay", c.model_ids as "modelIds", c.room_ids as "roomIds"`;
