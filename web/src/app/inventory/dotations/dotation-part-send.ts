import { inject } from '@angular/core';
import {
  Api,
  dotationPartMovesAdjust,
  dotationPartMovesConfirm,
  dotationPartMovesDrop,
  dotationPartMovesOpine,
  dotationPartMovesPlan,
  dotationPartMovesSettle,
  type DotationPartPage,
} from '@parc/api-client';
import type { DotationOpinion, HalfDay } from '@parc/domain';
import { textOf, type Values } from '../../shell/forms/fields';
import { mutation, onVersion } from '../../shell/mutation';
import type { FormAction } from './dotation-part-forms';

/** Sends the steps of a part, each by its own route. For an injection context. */
export function partSending() {
  const api = inject(Api);
  return mutation((key, { id, version }: DotationPartPage, action: FormAction | 'yes', values: Values) => {
    const asked = { ...onVersion(key, version), id };
    const reason = textOf(values, 'reason');
    const quantity = Number(values['quantity'] ?? '');
    const opine = (answer: DotationOpinion, more: { quantity?: number; reason?: string | null } = {}) =>
      api.invoke(dotationPartMovesOpine, { ...asked, body: { answer, ...more } });
    switch (action) {
      case 'yes':
        return opine('yes');
      case 'fewer':
        return opine('fewer', { quantity, reason });
      case 'no':
        return opine('no', { reason });
      case 'adjust':
        return api.invoke(dotationPartMovesAdjust, { ...asked, body: { quantity } });
      case 'confirm':
        return api.invoke(dotationPartMovesConfirm, { ...asked, body: { quantity, reason } });
      case 'plan':
        return api.invoke(dotationPartMovesPlan, {
          ...asked,
          body: { plannedOn: values['plannedOn'] ?? '', plannedHalf: (values['plannedHalf'] ?? 'morning') as HalfDay },
        });
      case 'settle':
        return api.invoke(dotationPartMovesSettle, { ...asked, body: { reason: reason ?? '' } });
      case 'drop':
        return api.invoke(dotationPartMovesDrop, { ...asked, body: { reason: reason ?? '' } });
    }
  });
}
