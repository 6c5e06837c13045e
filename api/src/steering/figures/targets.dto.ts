import { MOST_CHANGES } from '../../platform/config/dated-settings.js';
import { Day, Decimal, List, Nested, Text, Whole } from '../../platform/http/fields.js';
import { FigureTargetAnswer } from './figures.answers.js';

export class TargetRequest {
  @Decimal({ nullable: true, description: 'In the unit of the figure; null: no target any more' })
  value!: number | null;

  @Day({ nullable: true, description: 'By when it is to be reached' })
  by!: string | null;

  @Text({ min: 1, max: 200, description: 'Who decided it' })
  source!: string;
}

export class TargetChange {
  @Day({ description: 'It holds from this day' })
  from!: string;

  @Decimal({ nullable: true })
  value!: number | null;

  @Day({ nullable: true })
  by!: string | null;

  @Text({ max: 500 })
  source!: string;

  @Text({ max: 200, nullable: true, description: 'Who wrote it; null: the plan began with it' })
  byName!: string | null;
}

export class FigureTargets {
  @Whole({ min: 1 })
  version!: number;

  @Nested(() => FigureTargetAnswer, { nullable: true, description: 'What a law asks, whatever the committee sets' })
  legal!: FigureTargetAnswer | null;

  @List(() => TargetChange, { most: MOST_CHANGES, description: 'The last to begin first' })
  changes!: TargetChange[];
}
