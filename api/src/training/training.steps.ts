import { Injectable } from '@nestjs/common';
import {
  sameDates,
  sideOf,
  datesSpan,
  TRAINING_RULES,
  type TrainingEffect,
  type TrainingStepGuard,
} from '@parc/domain';
import { TaughtDevices } from '../inventory/taught-devices.js';
import { Refused } from '../platform/http/refused.js';
import type { EffectStep, GuardStep, Steps } from '../platform/lifecycle/run-move.js';
import { CertificatesService } from './certificates/certificates.service.js';
import { SurveysService } from './survey/surveys.service.js';
import { datesOf, requireDates, TrainingDates } from './training-dates.js';
import { TrainingPlaces } from './training-places.js';
import { MODELS_OF_MODULE } from './training.sql.js';
import type { MovingTraining, TrainingColumns } from './training.moving.js';

type Guard = GuardStep<MovingTraining>;
type Effect = EffectStep<MovingTraining, TrainingColumns>;

const guard = (check: Guard['check']): Guard => ({ locks: [], check });
const effect = (run: Effect['run']): Effect => ({ locks: [], run });

/** What the names in the table of sessions do. */
@Injectable()
export class TrainingSteps implements Steps<MovingTraining, TrainingColumns> {
  constructor(
    private readonly places: TrainingPlaces,
    private readonly dates: TrainingDates,
    private readonly devices: TaughtDevices,
    private readonly certificates: CertificatesService,
    private readonly surveys: SurveysService,
  ) {}

  readonly rules = TRAINING_RULES;

  readonly guards: Record<TrainingStepGuard, Guard> = {
    invited: guard(async (moving) => {
      moving.person = await this.places.find(moving);
    }),
    enrolled: guard(async (moving) => {
      moving.person = await this.places.findEnrolled(moving);
    }),
    'new-date': guard(async (moving) => {
      const dates = datesOf(moving.brought.dates!);
      requireDates(dates, moving.at);
      const standing = await this.dates.of(moving.manager, moving.session.id);
      if (sameDates(dates, standing)) throw new Refused('training.date-unchanged');
    }),
  };

  readonly effects: Record<TrainingEffect, Effect> = {
    'record-agreement': effect(({ mover, at }) => ({
      columns: sideOf(mover.role) === 'metropole' ? { metropoleAgreedAt: at } : { inspectionAgreedAt: at },
    })),
    'take-place': effect((moving) => this.places.take(moving)),
    'free-place': effect((moving) => this.places.free(moving)),
    'keep-place': effect((moving) => this.places.keep(moving)),
    'record-date': effect(async ({ manager, session, brought }) => {
      const dates = datesOf(brought.dates!);
      await this.dates.write(manager, session.id, dates);
      return { columns: datesSpan(dates), detail: { wasAt: session.startsAt } };
    }),
    'ask-again': effect(async (moving) => {
      await this.places.askAgain(moving);
      return { columns: { metropoleAgreedAt: null, inspectionAgreedAt: null } };
    }),
    'issue-certificates': effect(({ manager, session }) => this.certificates.issue(manager, session.id)),
    'ask-survey': effect(({ manager, session, at }) => this.surveys.ask(manager, session, at)),
    // Those who came are trained once the state says so: `TrainingMoves` goes on by `release` when it is written.
    'release-equipment': effect(() => ({ detail: { opens: true } })),
  };

  /** What waited for this training in the schools of those who came goes into service. */
  async release({ manager, session, at }: Pick<MovingTraining, 'manager' | 'session' | 'at'>): Promise<void> {
    const schools: { id: string }[] = await manager.query(SCHOOLS_PRESENT, [session.id]);
    const models: { id: string }[] = await manager.query(MODELS_OF_MODULE, [session.moduleId]);
    const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);
    await this.devices.release(manager, { schoolIds: ids(schools), modelIds: ids(models) }, at);
  }
}

const SCHOOLS_PRESENT =
  'select distinct school_id as id from training_enrolment where session_id = $1 and present order by 1';
