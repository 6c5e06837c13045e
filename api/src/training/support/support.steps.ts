import { Injectable } from '@nestjs/common';
import { SUPPORT_RULES, SUPPORT_STEP_MINUTES, type SupportEffect, type SupportStepGuard } from '@parc/domain';
import { Refused } from '../../platform/http/refused.js';
import type { EffectStep, GuardStep, Steps } from '../../platform/lifecycle/run-move.js';
import { datesOf, requireDates } from '../training-dates.js';
import type { MovingSupport, SupportBrought, SupportColumns } from './support.moving.js';

type Guard = GuardStep<MovingSupport>;
type Effect = EffectStep<MovingSupport, SupportColumns>;

/** What the class of the route's body let in. */
const dateOf = ({ startsAt, endsAt }: SupportBrought) => datesOf([{ startsAt: startsAt!, endsAt: endsAt! }])[0]!;

/** What the names in the table of support do. */
@Injectable()
export class SupportSteps implements Steps<MovingSupport, SupportColumns> {
  readonly rules = SUPPORT_RULES;

  readonly guards: Record<SupportStepGuard, Guard> = {
    'fitting-date': {
      locks: [],
      check: ({ brought, request, mover, at }) => {
        const date = dateOf(brought);
        requireDates([date], at);
        const isSame =
          request.startsAt?.getTime() === date.startsAt.getTime() &&
          request.endsAt?.getTime() === date.endsAt.getTime();
        if (isSame && request.trainerId === mover.accountId) throw new Refused('support.date-unchanged');
      },
    },
  };

  readonly effects: Record<SupportEffect, Effect> = {
    // Whoever dates it comes.
    'record-date': {
      locks: [],
      run: ({ brought, request, mover }) => ({
        columns: { ...dateOf(brought), trainerId: mover.accountId },
        detail: { wasAt: request.startsAt },
      }),
    },
    'record-report': {
      locks: [],
      run: ({ brought: { report, minutes, followUp }, at }) => {
        if (minutes! % SUPPORT_STEP_MINUTES !== 0) throw new Refused('support.minutes-wrong');
        return {
          columns: { report: report!.trim(), minutes: minutes!, followUp: followUp?.trim() || null, reportedAt: at },
        };
      },
    },
  };
}
