import {
  MODULE_KIND_NAMES,
  MODULE_MOST_FILES,
  MODULE_MOST_MATERIALS,
  TRAINING_COMPETENCE_NAMES,
  type ModuleKind,
  type TrainingCompetence,
} from '@parc/domain';
import { Flag, Id, List, ManyOf, Nested, OneOf, RowCount, Strings, Text, Whole } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/page.js';
import { LIMITS } from '../platform/limits.js';
import { SurveyResult } from './survey/survey.answers.js';
import { TrainingModelAnswer } from './training-choices.answers.js';

/** What the API answers about modules. */

export class TrainingModuleItem {
  @Id()
  id!: string;

  @Text({ max: 150 })
  title!: string;

  @OneOf(MODULE_KIND_NAMES)
  kind!: ModuleKind;

  @Whole()
  minutes!: number;

  @Flag({ description: 'Within the 18 hours of a teacher’s year, once the inspection says so' })
  counts!: boolean;

  @Strings({ most: LIMITS.training.models, max: 200, description: 'Names of the models that it opens' })
  models!: string[];
}

export class TrainingModuleListQuery extends PageQuery {
  @Flag({ optional: true, query: true, description: 'Those that are withdrawn, instead of those that are proposed' })
  withdrawn?: boolean;
}

export class TrainingModuleList {
  @List(() => TrainingModuleItem, { most: LIMITS.pageSize.most })
  items!: TrainingModuleItem[];

  @RowCount()
  total!: number;

  @Whole({ min: 1 })
  page!: number;

  @Whole({ min: 1 })
  size!: number;
}

export class TrainingMaterial {
  @Text({ min: 1, max: 100 })
  label!: string;

  @Text({ max: 500, pattern: /^https:\/\/\S+$/ })
  address!: string;
}

/** A PDF that is handed out. */
export class TrainingModuleFile {
  @Id()
  id!: string;

  @Text({ max: 100 })
  label!: string;

  @Whole({ min: 1, description: 'Bytes' })
  sizeBytes!: number;
}

/** One module as a page; one that was written anew since says where it goes on. */
export class TrainingModuleSheet {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  version!: number;

  @Text({ max: 150 })
  title!: string;

  @OneOf(MODULE_KIND_NAMES)
  kind!: ModuleKind;

  @Whole()
  minutes!: number;

  @Flag()
  counts!: boolean;

  @Flag({ description: 'Sessions of it may be proposed' })
  active!: boolean;

  @Id({ description: 'As it stands now: another one where it was written anew' })
  currentId!: string;

  @ManyOf(TRAINING_COMPETENCE_NAMES)
  competences!: TrainingCompetence[];

  @List(() => TrainingMaterial, { most: MODULE_MOST_MATERIALS })
  materials!: TrainingMaterial[];

  @List(() => TrainingModuleFile, { most: MODULE_MOST_FILES, description: 'Of each of its writings' })
  files!: TrainingModuleFile[];

  @List(() => TrainingModelAnswer, { most: LIMITS.training.models, description: 'Models that it opens' })
  models!: TrainingModelAnswer[];

  @Whole({ description: 'Sessions that were held, of each of its writings' })
  held!: number;

  @Nested(() => SurveyResult, {
    nullable: true,
    description:
      'What those who came in the last twelve months think of it; null: nobody was asked, or it is not the reader’s to read',
  })
  survey!: SurveyResult | null;
}
