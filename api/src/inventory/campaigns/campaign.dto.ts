import {
  FINDINGS,
  MISPLACED_ANSWERS,
  RESOLUTIONS,
  SECTORS,
  type MisplacedAnswer,
  type Resolution,
  type SchoolSector,
} from '@parc/domain';
import { Day, Flag, Id, Ids, OneOf, Text } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.js';
import { LIMITS } from '../../platform/limits.js';

/** What people write and ask of campaigns. */

const { campaign: BOUND } = LIMITS;
const TAG = /^\s*[A-Za-z0-9][A-Za-z0-9-]*\s*$/;

/** Which schools: all that have devices, or those that every answer holds for. */
export class CampaignSchoolsQuery {
  @Id({ optional: true })
  communeId?: string;

  @OneOf(SECTORS, { optional: true })
  sector?: SchoolSector;

  @Id({ optional: true, description: 'This one alone' })
  schoolId?: string;
}

export class CampaignRequest extends CampaignSchoolsQuery {
  @Text({ min: 1, max: 120 })
  title!: string;

  @Day({ description: 'From when on it may be begun' })
  fromDay!: string;

  @Day({ description: 'Until when it is asked for' })
  toDay!: string;

  @Ids({ most: BOUND.models, optional: true, description: 'Devices of these models alone' })
  modelIds?: string[];

  @Ids({ most: BOUND.rooms, optional: true, description: 'In these rooms of one school alone' })
  roomIds?: string[];
}

export const CAMPAIGN_SORTS = ['begins'] as const;

export class CampaignListQuery extends PageQuery {
  @Flag({ optional: true, query: true, description: 'Only those that are over, or only those that are not' })
  closed?: boolean;

  @OneOf(CAMPAIGN_SORTS, { optional: true })
  sort?: (typeof CAMPAIGN_SORTS)[number];

  @OneOf(['asc', 'desc'], { optional: true })
  direction?: 'asc' | 'desc';
}

export class DifferenceListQuery extends PageQuery {
  @OneOf(FINDINGS, { optional: true })
  finding?: keyof typeof FINDINGS;

  @Id({ optional: true, description: 'Of one school’s part' })
  partId?: string;

  @Flag({ optional: true, query: true, description: 'Only those that nobody has resolved' })
  open?: boolean;
}

/** One of a label, a device of the list, or words for what has no label. */
export class SightingRequest {
  @Id({ description: 'Where it is seen' })
  roomId!: string;

  @OneOf(['scan', 'list'])
  how!: 'scan' | 'list';

  @Text({ min: 1, max: BOUND.code, optional: true, description: 'A label, one of before too, or a serial number' })
  code?: string;

  @Id({ optional: true })
  equipmentId?: string;

  @Text({ min: 1, max: BOUND.note, optional: true, description: 'What it looks like, of what nobody knows' })
  note?: string;

  @Flag({ optional: true, description: 'A case that was opened: all that belongs in it is in it' })
  contents?: boolean;
}

export class AbsenceRequest {
  @Id()
  equipmentId!: string;
}

export class MisplacedRequest {
  @Id()
  equipmentId!: string;

  @OneOf(MISPLACED_ANSWERS)
  answer!: MisplacedAnswer;
}

export class CampaignReasonRequest {
  @Text({ min: 1, max: 500 })
  reason!: string;
}

export class ResolutionRequest {
  @OneOf(RESOLUTIONS)
  resolution!: Resolution;

  @Id({ optional: true, description: 'Of what is added to the plan' })
  modelId?: string;

  @Text({ max: 100, optional: true })
  serial?: string;

  @Text({
    min: 2,
    max: 30,
    pattern: TAG,
    optional: true,
    description: 'Left out: what its label says, else given by the house',
  })
  tag?: string;
}
