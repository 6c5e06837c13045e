import {
  FLEET_COLUMN_NAMES,
  FLEET_FAULT_CODES,
  FLEET_KIND_NAMES,
  FLEET_STATES,
  FLEET_TOPIC_NAMES,
  type FleetColumn,
  type FleetFaultCode,
  type FleetKind,
  type FleetState,
  type FleetTopic,
} from '@parc/domain';
import { Id, Instant, List, Nested, OneOf, Strings, Text, Whole } from '../../platform/http/fields.js';
import { PageAnswer } from '../../directory/imports/import.answers.js';
import { LIMITS } from '../../platform/limits.js';
import { FleetListColumn } from './fleet.dto.js';

/** What the API answers about lists of existing devices, and about what they bring. */

const { fleetList: BOUND } = LIMITS;
export const FLEET_IMPORT_STATES = ['waiting', 'applied'] as const;

/** Every row of the list once: created + unchanged + changed + refused. */
export class FleetCounts {
  @Whole()
  created!: number;

  @Whole({ description: 'Devices that stand here as the list says' })
  unchanged!: number;

  @Whole({ description: 'Devices that the list has elsewhere: moved, each with its line of history' })
  changed!: number;

  @Whole()
  refused!: number;

  @Whole({ description: 'Rooms that the list names first: made' })
  rooms!: number;
}

export class FleetFaultCount {
  @OneOf(FLEET_FAULT_CODES)
  code!: FleetFaultCode;

  @Text({ max: 100 })
  label!: string;

  @Whole({ description: 'Rows that it is the first fault of' })
  rows!: number;
}

export class FleetImportItem {
  @Id()
  id!: string;

  @OneOf(FLEET_KIND_NAMES)
  kind!: FleetKind;

  @Text({ max: 200 })
  fileName!: string;

  @OneOf(FLEET_IMPORT_STATES)
  state!: string;

  @Text({ max: 200 })
  uploadedByName!: string;

  @Instant()
  uploadedAt!: string;

  @Text({ max: 200, nullable: true })
  appliedByName!: string | null;

  @Instant({ nullable: true })
  appliedAt!: string | null;

  @Whole()
  rows!: number;

  @Nested(() => FleetCounts)
  counts!: FleetCounts;
}

export class FleetImports extends PageAnswer {
  @List(() => FleetImportItem, { most: 200 })
  items!: FleetImportItem[];
}

export class FleetFaultAnswer {
  @OneOf(FLEET_FAULT_CODES)
  code!: FleetFaultCode;

  @OneOf(FLEET_COLUMN_NAMES)
  column!: FleetColumn;

  @Text({ max: 1000 })
  value!: string;

  @Text({ max: 1200 })
  sentence!: string;
}

export class FleetRefusedRow {
  @Whole({ min: 1 })
  line!: number;

  @Text({ max: 200, description: 'Serial number, or label, or model: what a person knows the row by' })
  name!: string;

  @List(() => FleetFaultAnswer, { most: 20 })
  faults!: FleetFaultAnswer[];
}

export class FleetImportPage extends FleetImportItem {
  @Whole({ min: 1 })
  version!: number;

  @Strings({ most: BOUND.columns, max: 200 })
  header!: string[];

  @Strings({ most: BOUND.columns, max: 210, description: 'The first row' })
  sample!: string[];

  @List(() => FleetListColumn, { most: FLEET_COLUMN_NAMES.length })
  columns!: FleetListColumn[];

  @Strings({ most: FLEET_COLUMN_NAMES.length, max: 30, description: 'Columns without which it cannot be read' })
  missing!: string[];

  @List(() => FleetFaultCount, { most: FLEET_FAULT_CODES.length, description: 'Once it is imported' })
  faults!: FleetFaultCount[];

  @List(() => FleetRefusedRow, { most: BOUND.shownRows, description: 'Once it is imported: the first that stayed out' })
  refusedRows!: FleetRefusedRow[];
}

/** What a word of the list means now. */
export class FleetMeaning {
  @Text({ max: 300 })
  label!: string;

  @Id({ nullable: true })
  modelId!: string | null;

  @OneOf(FLEET_STATES, { nullable: true })
  state!: FleetState | null;

  @Id({ nullable: true })
  stockPlaceId!: string | null;

  @Id({ nullable: true })
  schoolId!: string | null;
}

/** A word of the list: to be decided, or decided by somebody. What is recognised without anybody is not listed. */
export class FleetWord {
  @OneOf(FLEET_TOPIC_NAMES)
  topic!: FleetTopic;

  @Text({ max: 700 })
  text!: string;

  @Whole()
  rows!: number;

  @Nested(() => FleetMeaning, { nullable: true })
  meaning!: FleetMeaning | null;
}

export class FleetChangedRow {
  @Whole({ min: 1 })
  line!: number;

  @Id()
  equipmentId!: string;

  @Text({ max: 30 })
  tag!: string;

  @Text({ max: 200 })
  modelName!: string;

  @Text({ max: 400 })
  before!: string;

  @Text({ max: 700 })
  after!: string;
}

export class FleetEntry {
  @Id()
  importId!: string;

  @Whole()
  rows!: number;

  @Nested(() => FleetCounts)
  counts!: FleetCounts;

  @List(() => FleetFaultCount, { most: FLEET_FAULT_CODES.length })
  faults!: FleetFaultCount[];

  @Whole({ description: 'Refused rows that wait for such a decision alone: none of them is among `refusedRows`' })
  waiting!: number;

  @Whole({ description: 'Words still to be decided, those not listed among them' })
  undecided!: number;

  @Whole({ description: 'Words that are recognised without anybody' })
  recognised!: number;

  @List(() => FleetWord, { most: BOUND.shownWords, description: 'To be decided first, those of most rows before' })
  words!: FleetWord[];

  @List(() => FleetRefusedRow, { most: BOUND.shownRows })
  refusedRows!: FleetRefusedRow[];

  @List(() => FleetChangedRow, { most: BOUND.shownRows })
  changedRows!: FleetChangedRow[];
}

export class FleetRemoved {
  @Id()
  id!: string;
}
