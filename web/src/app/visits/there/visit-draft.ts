import type { VisitCloseRequest, VisitCodeRequest, VisitPage, VisitPhotoRequest } from '@parc/api-client';
import {
  endingProblem,
  parisDateTimeOf,
  parisInstantOf,
  VISIT_ENDING_LATER,
  VISIT_ENDINGS,
  VISIT_REFUSALS,
  type VisitEnding,
  type VisitMet,
} from '@parc/domain';

/** What is written of a visit's end before it is sent. */
export interface VisitDraft {
  readonly ending: VisitEnding;
  readonly met: VisitMet | null;
  readonly absenceReason: string;
  readonly note: string;
  readonly internalNote: string;
  /** "13:50"; empty: as it was begun. */
  readonly begunAt: string;
  /** "14:35"; empty: now. */
  readonly leftAt: string;
}

export const NOTHING_SAID: VisitDraft = {
  ...{ ending: 'signed', met: null, absenceReason: '', note: '', internalNote: '', begunAt: '', leftAt: '' },
};

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const CODE_CHARACTERS = 4;

/** The hours as they are sent: on the day on which it began. */
export function hoursOf(
  { begunAt, leftAt }: Pick<VisitDraft, 'begunAt' | 'leftAt'>,
  page: Pick<VisitPage, 'begunAt'>,
  now: Date,
): { readonly begunAt: string; readonly leftAt: string } {
  const { date } = parisDateTimeOf(new Date(page.begunAt));
  const instant = (time: string) => parisInstantOf(date, time).toISOString();
  return {
    begunAt: TIME.test(begunAt) ? instant(begunAt) : page.begunAt,
    leftAt: TIME.test(leftAt) ? instant(leftAt) : now.toISOString(),
  };
}

/** What is missing before it can be sent; empty when nothing is. */
export function missingInVisit(
  draft: VisitDraft,
  page: Pick<VisitPage, 'begunAt'>,
  said: { readonly signed: boolean; readonly code: string; readonly now: Date },
): string {
  const { begunAt, leftAt } = hoursOf(draft, page, said.now);
  if (leftAt < begunAt || parisDateTimeOf(new Date(leftAt)).date !== parisDateTimeOf(new Date(begunAt)).date)
    return 'Le départ vient après l’arrivée, le même jour.';
  const { ending, met, absenceReason } = draft;
  const problem = endingProblem({ ending, met, absenceReason, signatures: said.signed ? 1 : 0 });
  if (problem !== null) return VISIT_REFUSALS_SAID[problem];
  return VISIT_ENDINGS[ending].coded && said.code.trim().length < CODE_CHARACTERS
    ? 'La direction saisit ici son code personnel.'
    : '';
}
const VISIT_REFUSALS_SAID = {
  'visit.met-missing': VISIT_REFUSALS['visit.met-missing'].sentence,
  'visit.absence-missing': VISIT_REFUSALS['visit.absence-missing'].sentence,
  'visit.signature-missing': VISIT_REFUSALS['visit.signature-missing'].sentence,
};

const textOf = (text: string): string | null => text.trim() || null;

/** As the API is asked for it, but for how it is proven. */
export function endOf(
  draft: VisitDraft,
  page: Pick<VisitPage, 'begunAt'>,
  photos: readonly VisitPhotoRequest[],
  now: Date,
): Omit<VisitCodeRequest, 'code'> {
  const { meets } = VISIT_ENDINGS[draft.ending];
  return {
    ...hoursOf(draft, page, now),
    met: meets ? draft.met : null,
    note: textOf(draft.note),
    internalNote: textOf(draft.internalNote),
    photos: [...photos],
  };
}

export function closeOf(draft: VisitDraft, end: Omit<VisitCodeRequest, 'code'>): VisitCloseRequest {
  const { meets, coded } = VISIT_ENDINGS[draft.ending];
  return {
    ...end,
    // What a code will prove waits for the school until it is read.
    ending: coded ? VISIT_ENDING_LATER : (draft.ending as VisitCloseRequest['ending']),
    absenceReason: meets ? null : textOf(draft.absenceReason),
  };
}
