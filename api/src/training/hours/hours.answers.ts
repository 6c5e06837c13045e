import { HOUR_CATEGORY_NAMES, MODULE_KIND_NAMES, type HourCategory, type ModuleKind } from '@parc/domain';
import { Flag, Id, Instant, List, OneOf, RowCount, Text, Whole } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.js';
import { LIMITS } from '../../platform/limits.js';

/** Hours of trainings, to those who say whether they count and to Éducation nationale. All are minutes. */

export class TrainingHoursQuery extends PageQuery {
  @Whole({
    min: 2020,
    max: 2099,
    optional: true,
    query: true,
    description: 'The September year; left out, the school year that runs',
  })
  year?: number;

  @Text({ max: 100, optional: true, description: 'What was typed of a name or a school' })
  search?: string;
}

/** One person of one school over a school year. */
export class TrainingHoursItem {
  @Id()
  accountId!: string;

  @Text({ max: 200 })
  name!: string;

  @Text({ max: 200 })
  schoolName!: string;

  @Whole({ description: 'Sessions at which they came' })
  trainings!: number;

  @Whole()
  attended!: number;

  @Whole({ description: 'Within the 18 hours' })
  counted!: number;

  @Whole({ description: 'Of which nobody has said yet whether they count' })
  unmarked!: number;

  @Whole({ description: 'Counted as continuing training' })
  continuing!: number;

  @Whole({ description: 'Counted as a pedagogical session' })
  pedagogical!: number;

  @Whole({ description: 'Counted as functional training' })
  functional!: number;
}

export class TrainingHoursList {
  @List(() => TrainingHoursItem, { most: LIMITS.pageSize.most })
  items!: TrainingHoursItem[];

  @RowCount()
  total!: number;

  @Whole({ min: 1 })
  page!: number;

  @Whole({ min: 1 })
  size!: number;
}

/** Hours of one person at one session, of which nobody has said yet whether they count. */
export class UnmarkedHoursItem {
  @Id({ description: 'Of the enrolment' })
  id!: string;

  @Id()
  accountId!: string;

  @Text({ max: 200 })
  name!: string;

  @Text({ max: 200 })
  schoolName!: string;

  @Text({ max: 150 })
  moduleTitle!: string;

  @OneOf(MODULE_KIND_NAMES)
  moduleKind!: ModuleKind;

  @Text({ max: 30 })
  sessionNumber!: string;

  @Instant()
  startsAt!: string;

  @Whole()
  minutes!: number;
}

export class UnmarkedHoursList {
  @List(() => UnmarkedHoursItem, { most: LIMITS.pageSize.most })
  items!: UnmarkedHoursItem[];

  @RowCount()
  total!: number;

  @Whole({ min: 1 })
  page!: number;

  @Whole({ min: 1 })
  size!: number;
}

export class HoursMarkLine {
  @Id({ description: 'Of the enrolment' })
  id!: string;

  @Flag({ description: 'Within the 18 hours of the year' })
  counts!: boolean;

  @OneOf(HOUR_CATEGORY_NAMES)
  category!: HourCategory;
}

export class HoursMarksRequest {
  @List(() => HoursMarkLine, { most: LIMITS.training.hours, least: 1 })
  people!: HoursMarkLine[];
}

export class HoursMarkedAnswer {
  @Whole()
  marked!: number;
}
