import {
  visitMovesClose,
  visitMovesAbandon,
  visitsBegin,
  visitWorkAddFile,
  type VisitBeginRequest,
  type VisitCloseRequest,
  type VisitPage,
  type VisitPhotoRequest,
} from '@parc/api-client';
import type { NewAct } from '../../offline/acts';
import { sealCode } from '../../offline/seal-code';

/** A photo of a visit, or its signature, in one of its sizes. */
export interface VisitPhoto {
  readonly slot: VisitPhotoRequest;
  readonly bytes: Blob;
}

/** The arrival as a phone keeps it: its key is the visit's id for life. */
export function beginAct(body: VisitBeginRequest, schoolName: string): NewAct {
  return {
    ...{ key: body.id, version: null, action: 'begin', object: { kind: 'visit', id: body.id } },
    about: `Arrivée : ${schoolName}`,
    request: { method: 'POST', path: visitsBegin.PATH, body },
  };
}

/** What an end is kept with. */
interface WithEnd {
  readonly photos: readonly VisitPhoto[];
  /** Keys of what was done there: it arrives before. */
  readonly needs: readonly string[];
  /** The head's code, sealed before it is kept; null where the end is another one. */
  readonly code: { readonly code: string; readonly sealKey: string | null } | null;
}

/** The end as a phone keeps it: after what was done there, with its photos. */
export async function closeAct(
  key: string,
  { id, version, schoolName }: Pick<VisitPage, 'id' | 'version' | 'schoolName'>,
  end: VisitCloseRequest,
  { photos, needs, code }: WithEnd,
): Promise<NewAct> {
  const sealedCode = code?.sealKey && (await sealCode(code.code, code.sealKey, { objectId: id, key, body: end }));
  const body = sealedCode ? { ...end, sealedCode } : end;
  return {
    ...{ key, version, action: 'close', object: { kind: 'visit', id }, needs },
    about: `Fin de l’intervention : ${schoolName}`,
    request: { method: 'POST', path: visitMovesClose.PATH.replace('{id}', id), body },
    photos: photos.map(({ slot, bytes }) => ({
      ...{ slot, bytes, size: slot.size },
      path: `${visitWorkAddFile.PATH.replace('{id}', id)}?slot=${slot.id}`,
    })),
    readAgain: `/api/v1/visits/${id}`,
  };
}

/** Nothing was done: said on the phone as well. */
export function abandonAct(
  key: string,
  { id, version, schoolName }: Pick<VisitPage, 'id' | 'version' | 'schoolName'>,
  reason: string,
): NewAct {
  return {
    ...{ key, version, action: 'abandon', object: { kind: 'visit', id } },
    about: `Sans suite : ${schoolName}`,
    request: { method: 'POST', path: visitMovesAbandon.PATH.replace('{id}', id), body: { reason } },
    readAgain: `/api/v1/visits/${id}`,
  };
}
