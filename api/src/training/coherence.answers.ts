import {
  COHERENCE_NAMES,
  MODULE_KIND_NAMES,
  TRAINING_PLACE_NAMES,
  type Coherence,
  type ModuleKind,
  type TrainingPlace,
} from '@parc/domain';
import {
  Day,
  Flag,
  Id,
  Instant,
  List,
  ManyOf,
  Nested,
  OneOf,
  RowCount,
  Strings,
  Text,
  Whole,
} from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/page.js';
import { LIMITS } from '../platform/limits.js';

/** What the API answers about what waits for a training, and what opens it. */

export class CoherenceModule {
  @Id()
  id!: string;

  @Text({ max: 150 })
  title!: string;

  @OneOf(MODULE_KIND_NAMES)
  kind!: ModuleKind;

  @Whole({ description: 'How long it takes' })
  minutes!: number;
}

/** A session with places that opens a model, to which the school is invited. */
export class CoherenceSession {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  version!: number;

  @Text({ max: 150 })
  moduleTitle!: string;

  @Instant()
  startsAt!: string;

  @Instant()
  endsAt!: string;

  @OneOf(TRAINING_PLACE_NAMES)
  placeKind!: TrainingPlace;

  @Text({ max: 200, nullable: true, description: 'Of a centre' })
  placeName!: string | null;

  @Text({ max: 200, nullable: true, description: 'The school where it is held' })
  schoolName!: string | null;

  @Text({ max: 200, nullable: true })
  communeName!: string | null;

  @Whole()
  placesLeft!: number;
}

/** One model in the school. */
export class CoherenceModel {
  @Id()
  modelId!: string;

  @Text({ max: 200 })
  modelName!: string;

  @Text({ max: 60 })
  picture!: string;

  @OneOf(COHERENCE_NAMES)
  coherence!: Coherence;

  @Whole({ description: 'Devices that wait' })
  waiting!: number;

  @Whole({ description: 'Devices in service' })
  serving!: number;

  @Whole({ description: 'Of these, those that came into service without a training' })
  waived!: number;

  @Instant({ description: 'Since when the first of those that wait does; else since when the first serves' })
  since!: string;

  @Strings({ most: LIMITS.coherence.rooms, max: 200, description: 'Rooms that they stand in' })
  rooms!: string[];

  @Whole({ description: 'People of the school, as it is today, who know it' })
  trainedHere!: number;

  @Instant({ nullable: true, description: 'When the last of the school’s people was trained' })
  lastTrainedAt!: string | null;

  @Day({ nullable: true, description: 'Last day of the last one who knew it and has left' })
  lastLeftOn!: string | null;

  @Flag({ description: 'A technician may show it to a teacher, who signs' })
  handover!: boolean;

  @Instant({ nullable: true, description: 'When the school asked a technician to show it' })
  handoverAskedAt!: string | null;

  @List(() => CoherenceModule, { most: LIMITS.coherence.modules, description: 'Modules that open it' })
  modules!: CoherenceModule[];

  @List(() => CoherenceSession, { most: LIMITS.coherence.sessions, description: 'The next ones' })
  sessions!: CoherenceSession[];
}

/** Who of the school knows one of its models. */
export class CoherencePerson {
  @Id()
  modelId!: string;

  @Text({ max: 200 })
  name!: string;
}

/** Where the number of teachers that it takes comes from. */
export class CoherenceRule {
  @Day()
  from!: string;

  @Text({ max: 300 })
  source!: string;
}

/** The next time that somebody of the metropole comes to the school, and for what. */
export class CoherenceVisit {
  @Instant()
  from!: string;

  @Text({ max: 300 })
  title!: string;
}

export class SchoolCoherence {
  @Id()
  schoolId!: string;

  @Text({ max: 200 })
  schoolName!: string;

  @Whole({ description: 'People who work there today' })
  teachers!: number;

  @Whole({ description: 'Of these, those who came to one training at least' })
  trainedTeachers!: number;

  @Whole({ description: '`training.minTeachers` today' })
  minTeachers!: number;

  @Nested(() => CoherenceRule, { nullable: true })
  rule!: CoherenceRule | null;

  @Nested(() => CoherenceVisit, { nullable: true })
  nextVisit!: CoherenceVisit | null;

  @List(() => CoherenceModel, { most: LIMITS.coherence.models, description: 'What waits first' })
  models!: CoherenceModel[];

  @List(() => CoherencePerson, { most: LIMITS.shownOfOne })
  trained!: CoherencePerson[];
}

export const COHERENCE_SORTS = ['devices', 'school'] as const;

export class CoherenceListQuery extends PageQuery {
  @ManyOf(COHERENCE_NAMES, { optional: true })
  coherence?: Coherence[];

  @Text({ max: 100, optional: true, description: 'Words of the school’s name or UAI' })
  search?: string;

  @Flag({ optional: true, query: true, description: 'Only what came into service without a training' })
  waived?: boolean;

  @OneOf(COHERENCE_SORTS, { optional: true })
  sort?: (typeof COHERENCE_SORTS)[number];

  @OneOf(['asc', 'desc'], { optional: true })
  direction?: 'asc' | 'desc';
}

/** One model in one school. */
export class CoherenceListItem {
  @Id()
  schoolId!: string;

  @Text({ max: 200 })
  schoolName!: string;

  @Text({ max: 200 })
  communeName!: string;

  @Id()
  modelId!: string;

  @Text({ max: 200 })
  modelName!: string;

  @Text({ max: 60 })
  picture!: string;

  @OneOf(COHERENCE_NAMES)
  coherence!: Coherence;

  @Whole()
  waiting!: number;

  @Whole()
  serving!: number;

  @Whole()
  waived!: number;

  @Instant()
  since!: string;

  @Instant({ nullable: true, description: 'When the next session with places begins that opens it' })
  nextAt!: string | null;
}

export class CoherenceList {
  @List(() => CoherenceListItem, { most: LIMITS.pageSize.most })
  items!: CoherenceListItem[];

  @RowCount()
  total!: number;

  @Whole({ min: 1 })
  page!: number;

  @Whole({ min: 1 })
  size!: number;
}

/** Over all schools that the reader reaches; nobody is told apart. */
export class CoherenceCounts {
  @Whole({ description: 'Schools with equipment that calls for a training' })
  schools!: number;

  @Whole({ description: 'Of these, those where nothing waits and nothing is flagged' })
  coherentSchools!: number;

  @Whole()
  waitingSchools!: number;

  @Whole()
  waitingDevices!: number;

  @Whole()
  flaggedSchools!: number;

  @Whole()
  flaggedDevices!: number;

  @Whole({ description: 'Devices that came into service without a training, for a reason' })
  waivedDevices!: number;
}
