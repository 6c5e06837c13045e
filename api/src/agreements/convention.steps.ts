import { Injectable } from '@nestjs/common';
import {
  CONVENTION_PARTIES,
  CONVENTION_RULES,
  type ConventionEffect,
  type ConventionEffectOn,
  type ConventionStepGuard,
} from '@parc/domain';
import { Refused } from '../platform/http/refused.js';
import type { EffectStep, GuardStep, Left, Steps } from '../platform/lifecycle/run-move.js';
import { ConventionContext } from './convention.context.js';
import type { ConventionColumns, MovingConvention } from './convention.moving.js';

/** What the names in the table of conventions do; both records are total. Dates that a move bears are its `happenedOn`. */
@Injectable()
export class ConventionSteps implements Steps<MovingConvention, ConventionColumns> {
  constructor(private readonly context: ConventionContext) {}

  readonly rules = CONVENTION_RULES;

  readonly guards: Record<ConventionStepGuard, GuardStep<MovingConvention>> = {
    'day-come': { locks: [], check: (moving) => requireDayCome(moving) },
    'evaluation-dates': { locks: [], check: (moving) => requireEvaluationDates(moving) },
  };

  readonly effects: Record<ConventionEffect, EffectStep<MovingConvention, ConventionColumns>> = {
    date: { locks: [], run: (moving, of) => this.dated[of as ConventionEffectOn<'date'>](moving) },
    'forget-sending': { locks: [], run: () => ({ columns: { sentOn: null } }) },
    'add-signature': { locks: [], run: (moving) => this.addSignature(moving) },
  };

  private readonly dated: Record<
    ConventionEffectOn<'date'>,
    (moving: MovingConvention) => Left<ConventionColumns> | Promise<Left<ConventionColumns>>
  > = {
    sending: ({ brought }) => bearing(brought.sending!.on, { sentOn: brought.sending!.on }),
    approval: async ({ manager, convention }) => {
      const { councilOn } = (await this.context.act(manager, convention.id))!;
      return bearing(councilOn, { approvedOn: councilOn });
    },
    start: ({ convention }) => bearing(convention.fromDay!, {}),
    term: ({ convention }) => bearing(convention.toDay!, {}),
    end: ({ brought, reason }) => {
      const { on, noticeOn } = brought.end!;
      return bearing(on, { endedOn: on, noticeOn: noticeOn ?? null, endedReason: reason });
    },
    evaluation: ({ brought }) => {
      const { evaluationAdoptedOn, evaluationToldOn } = brought.evaluation!;
      return { columns: { evaluationAdoptedOn, evaluationToldOn } };
    },
  };

  /** The convention is signed on the day of its last signature. */
  private async addSignature({ manager, convention, brought }: MovingConvention): Promise<Left<ConventionColumns>> {
    const { party, on, signatory } = brought.signature!;
    await manager.query(
      'insert into convention_signature (convention_id, party, signed_on, signatory) values ($1, $2, $3, $4)',
      [convention.id, party, on, signatory],
    );
    const signatures = await this.context.signatures(manager, convention.id);
    const whole = CONVENTION_PARTIES.every((one) => signatures.some((signature) => signature.party === one));
    return bearing(on, { signedOn: whole ? signatures.at(-1)!.signedOn : null });
  }
}

function bearing(happenedOn: string, columns: ConventionColumns): Left<ConventionColumns> {
  return { columns, detail: { happenedOn } };
}

/** What is recorded has happened: its day is not to come. */
function requireDayCome({ brought: { sending, signature, end }, today }: MovingConvention): void {
  requirePast('on', (sending ?? signature ?? end)!.on, today);
}

function requireEvaluationDates({ brought, today }: MovingConvention): void {
  const { evaluationAdoptedOn, evaluationToldOn } = brought.evaluation!;
  requirePast('evaluationAdoptedOn', evaluationAdoptedOn, today);
  requirePast('evaluationToldOn', evaluationToldOn, today);
  if (evaluationToldOn < evaluationAdoptedOn)
    throw fieldRefusal('evaluationToldOn', 'dates-reversed', 'Elle est communiquée après son adoption.');
}

function requirePast(name: string, day: string, today: string): void {
  if (day > today) throw fieldRefusal(name, 'to-come', 'Cette date est à venir : enregistrez ce qui a eu lieu.');
}

/** A refusal that stands beside its field. */
export function fieldRefusal(name: string, code: string, message: string): Refused {
  return new Refused('request.invalid', { fields: [{ name, code, message }] });
}
