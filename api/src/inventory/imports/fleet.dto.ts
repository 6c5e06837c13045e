import {
  FLEET_COLUMN_NAMES,
  FLEET_STATES,
  FLEET_TOPIC_NAMES,
  type FleetColumn,
  type FleetState,
  type FleetTopic,
} from '@parc/domain';
import { Flag, Id, List, OneOf, Text, Whole } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.js';
import { LIMITS } from '../../platform/limits.js';

/** What people say of lists of existing devices. */

const { fleetList: BOUND } = LIMITS;

export class FleetListColumn {
  @OneOf(FLEET_COLUMN_NAMES)
  column!: FleetColumn;

  @Whole({ max: BOUND.columns - 1, description: 'The first is 0' })
  place!: number;
}

export class FleetDecisionRequest {
  @OneOf(FLEET_TOPIC_NAMES)
  topic!: FleetTopic;

  @Text({ max: 700, description: 'As the preview says it' })
  text!: string;

  @Id({ optional: true, nullable: true, description: 'Of a model; with none of these, such rows are left out' })
  modelId?: string | null;

  @OneOf(FLEET_STATES, { optional: true, nullable: true })
  state?: FleetState | null;

  @Id({ optional: true, nullable: true })
  stockPlaceId?: string | null;

  @Id({ optional: true, nullable: true })
  schoolId?: string | null;

  @Id({ optional: true, nullable: true, description: 'A room of the school; left out: the one that the list names' })
  roomId?: string | null;
}

export class FleetListRequest {
  @List(() => FleetListColumn, { most: FLEET_COLUMN_NAMES.length, optional: true, description: 'All of them anew' })
  columns?: FleetListColumn[];

  @List(() => FleetDecisionRequest, { most: BOUND.decided, optional: true, description: 'Those made now' })
  decisions?: FleetDecisionRequest[];
}

/** What was seen when it was decided: another number is refused. Nothing for a preview. */
export class FleetEntryRequest {
  @Whole({ optional: true })
  seenCreated?: number;

  @Whole({ optional: true })
  seenChanged?: number;

  @Whole({ optional: true })
  seenRefused?: number;
}

export class FleetEntryQuery {
  @Flag({ optional: true, query: true, description: 'Does all of it, says what it did, and takes it back' })
  preview?: boolean;
}

export class FleetImportQuery extends PageQuery {}
