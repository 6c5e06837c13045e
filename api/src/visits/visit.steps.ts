import { Injectable } from '@nestjs/common';
import {
  endingProblem,
  parisDateOf,
  VISIT_ENDINGS,
  VISIT_RULES,
  type VisitEffect,
  type VisitStepGuard,
} from '@parc/domain';
import { Refused } from '../platform/http/refused.js';
import type { EffectStep, GuardStep, Steps } from '../platform/lifecycle/run-move.js';
import { fixMinutes } from './visit-parts.js';
import { announceVisitPhotos } from './visit-photos.js';
import { brought, type MovingVisit, type VisitColumns } from './visit.moving.js';

type Guard = GuardStep<MovingVisit>;
type Effect = EffectStep<MovingVisit, VisitColumns>;

const guard = (check: Guard['check']): Guard => ({ locks: [], check });
const effect = (run: Effect['run']): Effect => ({ locks: [], run });

/** What the names in the table of visits do. */
@Injectable()
export class VisitSteps implements Steps<MovingVisit, VisitColumns> {
  readonly rules = VISIT_RULES;

  readonly guards: Record<VisitStepGuard, Guard> = {
    'ending-told': guard((moving) => {
      const { met = null, absenceReason = null, photos = [] } = moving.brought;
      const signatures = photos.filter(({ kind }) => kind === 'signature').length;
      const problem = endingProblem({ ending: brought(moving, 'ending'), met, absenceReason, signatures });
      if (problem !== null) throw new Refused(problem);
    }),
    // One goes as one came, the same day; a visit that goes over midnight is none.
    'hours-right': guard(({ hours: { begunAt, leftAt }, at }) => {
      const right = begunAt <= leftAt && leftAt <= at && parisDateOf(begunAt) === parisDateOf(leftAt);
      if (!right) throw new Refused('visit.hours-wrong');
    }),
  };

  readonly effects: Record<VisitEffect, Effect> = {
    'fix-minutes': effect(({ manager, visit, done }) => fixMinutes(manager, visit.id, done)),
    'record-ending': effect((moving) => {
      const { hours, brought: said } = moving;
      const ending = brought(moving, 'ending');
      const { meets } = VISIT_ENDINGS[ending];
      return {
        columns: {
          ...hours,
          ending,
          met: meets ? (said.met ?? null) : null,
          absenceReason: meets ? null : textOf(said.absenceReason),
          confirmedBy: said.confirmedBy ?? null,
          note: textOf(said.note),
          internalNote: textOf(said.internalNote),
        },
      };
    }),
    'announce-photos': effect((moving) => announceVisitPhotos(moving)),
  };
}

const textOf = (written: string | null | undefined): string | null => written?.trim() || null;
