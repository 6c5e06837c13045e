import {
  type Api,
  type ConventionMovedAnswer,
  type ConventionPage,
  conventionMovesApprove,
  conventionStepsDraftSuccessor,
  conventionStepsEnd,
  conventionMovesRecall,
  conventionMovesRefuse,
  conventionStepsRenew,
  conventionStepsSend,
  conventionStepsSign,
} from '@parc/api-client';
import type { ConventionParty } from '@parc/domain';
import { textOf, type Values } from '../../shell/forms/fields';
import { onVersion } from '../../shell/mutation';
import type { ConventionStep } from './convention-steps';

/** Sends one step as its form was filled in. @param key repetition key of this attempt */
export function sendStep(
  api: Api,
  key: string,
  page: Pick<ConventionPage, 'id' | 'version'>,
  step: Exclude<ConventionStep, 'record-act'>,
  values: Values,
): Promise<ConventionMovedAnswer> {
  const what = { ...onVersion(key, page.version), id: page.id };
  const text = (name: string): string => textOf(values, name) ?? '';
  switch (step) {
    case 'send':
      return api.invoke(conventionStepsSend, { ...what, body: { on: text('on') } });
    case 'recall':
      return api.invoke(conventionMovesRecall, what);
    case 'refuse':
      return api.invoke(conventionMovesRefuse, { ...what, body: { reason: text('reason') } });
    case 'approve':
      return api.invoke(conventionMovesApprove, what);
    case 'sign':
      return api.invoke(conventionStepsSign, {
        ...what,
        body: { party: values['party'] as ConventionParty, on: text('on'), signatory: text('signatory') },
      });
    case 'end':
      return api.invoke(conventionStepsEnd, {
        ...what,
        body: { on: text('on'), noticeOn: textOf(values, 'noticeOn'), reason: text('reason') },
      });
    case 'draft-successor':
      return api.invoke(conventionStepsDraftSuccessor, {
        ...what,
        body: { number: text('number'), fromDay: text('fromDay'), toDay: text('toDay') },
      });
    case 'renew':
      return api.invoke(conventionStepsRenew, {
        ...what,
        body: { evaluationAdoptedOn: text('evaluationAdoptedOn'), evaluationToldOn: text('evaluationToldOn') },
      });
  }
}
