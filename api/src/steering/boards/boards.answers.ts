import {
  DOTATION_PART_STATE_NAMES,
  type DotationPartState,
  INDICATOR_KEYS,
  type IndicatorKey,
  kindsOf,
  OBJECTIVE_NAMES,
  type Objective,
  PRIORITIES,
  type PriorityEducation,
  SCHOOL_KINDS,
  type SchoolKind,
  type SchoolSector,
  SECTORS,
} from '@parc/domain';
import { Day, Decimal, Id, Ids, List, OneOf, Text, Whole } from '../../platform/http/fields.js';
import { FigureNumbers } from '../figures/figures.answers.js';

/** A commune where the map puts it; of the plan or not. */
export class MapCommune {
  @Id()
  id!: string;

  @Text({ max: 100 })
  name!: string;

  @Decimal({ nullable: true, description: 'Degrees north' })
  latitude!: number | null;

  @Decimal({ nullable: true, description: 'Degrees east' })
  longitude!: number | null;

  @Whole({ description: 'Schools of the plan that the reader reaches there' })
  schools!: number;
}

export class MapCommunes {
  @List(() => MapCommune, { most: 2_000 })
  items!: MapCommune[];
}

/** Schools of one sector, network and kind whose figures come to the same value, as it is rounded to be drawn. */
export class SpreadDot {
  @OneOf(kindsOf(SECTORS))
  sector!: SchoolSector;

  @OneOf(kindsOf(PRIORITIES))
  network!: PriorityEducation;

  @Decimal()
  value!: number;

  @Whole({ min: 1 })
  schools!: number;
}

export class Spread {
  @List(() => SpreadDot, { most: 60_000 })
  dots!: SpreadDot[];
}

export class OneSchoolQuery {
  @OneOf(OBJECTIVE_NAMES)
  objective!: Objective;
}

/** One figure of a school, and its place among those of its kind and network that the reader reaches. */
export class PlacedFigure extends FigureNumbers {
  @OneOf(INDICATOR_KEYS)
  key!: IndicatorKey;

  @Whole({ description: 'Schools of its kind and network whose figure is known, itself among them' })
  like!: number;

  @Whole({ description: 'Of these, with a lower figure' })
  lower!: number;

  @Whole({ description: 'Of these, with a higher figure' })
  higher!: number;

  @Decimal({ nullable: true, description: 'The middle one of these' })
  median!: number | null;

  @Decimal({ nullable: true, description: 'The lowest of these' })
  lowest!: number | null;

  @Decimal({ nullable: true, description: 'The highest of these' })
  highest!: number | null;
}

/** What a dotation is to bring to a school. */
export class ComingDevices {
  @Id()
  schoolId!: string;

  @Text({ max: 200 })
  title!: string;

  @OneOf(DOTATION_PART_STATE_NAMES)
  state!: DotationPartState;

  @Whole()
  quantity!: number;

  @Day({ nullable: true })
  plannedOn!: string | null;
}

export class PlacedSchool {
  @Id()
  id!: string;

  @Text({ max: 8 })
  uai!: string;

  @Text({ max: 200 })
  name!: string;

  @Id()
  communeId!: string;

  @Text({ max: 100 })
  communeName!: string;

  @OneOf(kindsOf(SECTORS))
  sector!: SchoolSector;

  @OneOf(kindsOf(SCHOOL_KINDS))
  kind!: SchoolKind;

  @OneOf(kindsOf(PRIORITIES))
  network!: PriorityEducation;

  @List(() => PlacedFigure, { most: 100 })
  figures!: PlacedFigure[];

  @List(() => ComingDevices, { most: 100 })
  coming!: ComingDevices[];
}

export class ComingQuery {
  @Ids({ most: 50 })
  schoolIds!: string[];
}

export class Coming {
  @List(() => ComingDevices, { most: 1_000 })
  items!: ComingDevices[];
}

/** What a curve may turn by. */
export class CurveEvent {
  @Day()
  day!: string;

  @Text({ max: 200 })
  word!: string;

  @Whole({ nullable: true, description: 'Devices that were shared out' })
  devices!: number | null;
}

export class CurveEvents {
  @List(() => CurveEvent, { most: 50 })
  items!: CurveEvent[];
}

export class CommuneParam {
  @Id()
  communeId!: string;

  @OneOf(INDICATOR_KEYS)
  key!: IndicatorKey;
}

export class SchoolParam {
  @Id()
  schoolId!: string;
}
