import { attendanceAttend, trainingMovesClose, trainingMovesHold, type AttendanceSheet } from '@parc/api-client';
import type { NewAct } from '../../offline/acts';
import { ATTENDING, type AttendedBody } from '../../offline/packet/own-attendance';

type Session = Pick<AttendanceSheet, 'id' | 'version' | 'moduleTitle'>;

/** Where its trainer settles what was refused. */
const pageOf = (id: string): string => `/formations/${id}/emargement`;

const about = (words: string, { moduleTitle }: Session): string => `${words} : ${moduleTitle}`;

/** The session has begun, as a phone keeps it. */
export function holdAct(session: Session): NewAct {
  const { id, version } = session;
  return {
    ...{ key: crypto.randomUUID(), version, action: 'hold', object: { kind: 'training', id } },
    ...{ about: about('Début de la session', session), settleAt: pageOf(id) },
    request: { method: 'POST', path: trainingMovesHold.PATH.replace('{id}', id), body: null },
  };
}

/** Who came, of those who were just said. */
export function attendAct(session: Session, people: AttendedBody['people']): NewAct {
  const { id } = session;
  return {
    ...{ key: crypto.randomUUID(), version: null, action: ATTENDING, object: { kind: 'training', id } },
    ...{ about: about('Présences', session), settleAt: pageOf(id) },
    request: { method: 'POST', path: attendanceAttend.PATH.replace('{id}', id), body: { people } },
  };
}

/** After everything that was said of it: the acts of one session keep their order. */
export function closeAct(session: Session): NewAct {
  const { id, version } = session;
  return {
    ...{ key: crypto.randomUUID(), version, action: 'close', object: { kind: 'training', id } },
    ...{ about: about('Clôture', session), settleAt: pageOf(id) },
    request: { method: 'POST', path: trainingMovesClose.PATH.replace('{id}', id), body: null },
  };
}
