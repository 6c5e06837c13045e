import {
  AXIS_NAMES,
  type Axis,
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
import {
  Day,
  Decimal,
  Flag,
  Id,
  Instant,
  List,
  Nested,
  OneOf,
  RowCount,
  Text,
  Whole,
} from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.js';
import { LIMITS } from '../../platform/limits.js';

const MOST_POINTS = 2_000;
const MOST_PARTS = 20_000;
export const MOST_ROWS = 500;

/** What a figure is narrowed by; for who reads all. */
export class FigureFilter {
  @OneOf(kindsOf(SECTORS), { optional: true })
  sector?: SchoolSector;

  @OneOf(kindsOf(SCHOOL_KINDS), { optional: true })
  kind?: SchoolKind;

  @OneOf(kindsOf(PRIORITIES), { optional: true })
  network?: PriorityEducation;
}

export class FiguresQuery extends FigureFilter {
  @OneOf(OBJECTIVE_NAMES, { optional: true, description: 'Left out: the figures that stand for the six objectives' })
  objective?: Objective;
}

export class BreakdownQuery extends FigureFilter {
  @OneOf(AXIS_NAMES)
  axis!: Axis;
}

/** Sums and value of one part; null where nothing can be said, or where it would tell of few persons. */
export class FigureNumbers {
  @Decimal({ nullable: true })
  num!: number | null;

  @Decimal({ nullable: true })
  den!: number | null;

  @Decimal({ nullable: true, description: 'In the unit of the figure' })
  value!: number | null;

  @Decimal({ nullable: true, description: 'Nine objects in ten lie under it, where single objects are counted' })
  high!: number | null;

  @Whole({ description: 'Objects whose value is known' })
  known!: number;

  @Whole()
  population!: number;

  @Flag({ description: 'Few persons: nothing is told' })
  masked!: boolean;
}

export class FigurePoint extends FigureNumbers {
  @Day()
  from!: string;

  @Day()
  to!: string;

  @Flag({ description: 'The period is over' })
  over!: boolean;
}

export class FigureTargetAnswer {
  @Decimal()
  value!: number;

  @Day({ nullable: true, description: 'By when; null: it holds' })
  by!: string | null;

  @Text({ max: 500 })
  source!: string;
}

export class FigureAnswer {
  @OneOf(INDICATOR_KEYS)
  key!: IndicatorKey;

  @Whole({ min: 1 })
  version!: number;

  @Instant({ nullable: true, description: 'Null: not worked out yet' })
  workedOutAt!: string | null;

  @Nested(() => FigurePoint, { nullable: true })
  figure!: FigurePoint | null;

  @Nested(() => FigurePoint, { nullable: true, description: 'Like with like: what the figure is read beside' })
  beside!: FigurePoint | null;

  @List(() => FigurePoint, { most: MOST_POINTS })
  curve!: FigurePoint[];

  @Nested(() => FigureTargetAnswer, { nullable: true })
  target!: FigureTargetAnswer | null;
}

export class FiguresAnswer {
  @Day({ description: 'The last day that the data knows whole' })
  dataDay!: string;

  @List(() => FigureAnswer, { most: 100 })
  figures!: FigureAnswer[];
}

export class BreakdownPart extends FigureNumbers {
  @Text({ max: 100 })
  part!: string;

  @Text({ max: 200, nullable: true })
  name!: string | null;
}

export class BreakdownAnswer {
  @OneOf(AXIS_NAMES)
  axis!: Axis;

  @List(() => BreakdownPart, { most: MOST_PARTS })
  parts!: BreakdownPart[];
}

export const SCHOOL_FIGURE_SORTS = ['value'] as const;

export class SchoolFiguresQuery extends PageQuery {
  @OneOf(kindsOf(SECTORS), { optional: true })
  sector?: SchoolSector;

  @OneOf(kindsOf(SCHOOL_KINDS), { optional: true })
  kind?: SchoolKind;

  @OneOf(kindsOf(PRIORITIES), { optional: true })
  network?: PriorityEducation;

  @Id({ optional: true })
  communeId?: string;

  @OneOf(SCHOOL_FIGURE_SORTS, { optional: true })
  sort?: (typeof SCHOOL_FIGURE_SORTS)[number];

  @OneOf(['asc', 'desc'], { optional: true, description: 'Left out: the worst first' })
  direction?: 'asc' | 'desc';
}

export class SchoolFigure {
  @Id()
  id!: string;

  @Text({ max: 8 })
  uai!: string;

  @Text({ max: 200 })
  name!: string;

  @Text({ max: 200 })
  communeName!: string;

  @OneOf(kindsOf(SECTORS))
  sector!: SchoolSector;

  @OneOf(kindsOf(SCHOOL_KINDS))
  kind!: SchoolKind;

  @OneOf(kindsOf(PRIORITIES))
  network!: PriorityEducation;

  @Decimal({ nullable: true })
  num!: number | null;

  @Decimal({ nullable: true })
  den!: number | null;

  @Decimal({ nullable: true })
  value!: number | null;

  @Whole()
  known!: number;

  @Whole()
  population!: number;
}

export class SchoolFigures {
  @List(() => SchoolFigure, { most: LIMITS.pageSize.most })
  items!: SchoolFigure[];

  @RowCount()
  total!: number;

  @Whole({ min: 1 })
  page!: number;

  @Whole({ min: 1 })
  size!: number;
}

/** One object behind a school's figure. */
export class FigureRow {
  @Text({ max: 300 })
  object!: string;

  @Decimal({ nullable: true })
  num!: number | null;

  @Decimal({ nullable: true })
  den!: number | null;

  @Flag()
  known!: boolean;
}

export class FigureRows {
  @List(() => FigureRow, { most: MOST_ROWS, description: 'The first ones, where there are more' })
  rows!: FigureRow[];

  @Whole()
  total!: number;
}

export class KeyParam {
  @OneOf(INDICATOR_KEYS)
  key!: IndicatorKey;
}

export class SchoolOfKeyParam extends KeyParam {
  @Id()
  schoolId!: string;
}
