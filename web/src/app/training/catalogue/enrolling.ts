import { inject, signal } from '@angular/core';
import { Api, trainingMovesEnrol, trainingMovesLeave, type TrainingListItem } from '@parc/api-client';
import { day, Toasts } from '@parc/ui';
import { mutation } from '../../shell/mutation';
import { isFull } from '../training-words';

/** Taking a place and leaving it from a list of sessions, one tap each. For an injection context. @param done the list is read again */
export function enrolling(done: () => void) {
  const api = inject(Api);
  const toasts = inject(Toasts);
  /** Beside which session what went wrong is said. */
  const about = signal<string | null>(null);
  const sending = mutation((key, { id }: TrainingListItem, act: 'enrol' | 'leave') =>
    api.invoke(act === 'enrol' ? trainingMovesEnrol : trainingMovesLeave, {
      ...{ id, 'Idempotency-Key': key, body: { accountId: null } },
    }),
  );
  const send = async (session: TrainingListItem, act: 'enrol' | 'leave', said: string): Promise<void> => {
    about.set(session.id);
    if ((await sending.run(session, act)) === null) return;
    toasts.say(said);
    done();
  };
  return {
    about: about.asReadonly(),
    pending: sending.pending,
    problem: sending.problem,
    enrol: (session: TrainingListItem) =>
      send(
        session,
        'enrol',
        `${isFull(session) ? 'Vous attendez une place' : 'Vous avez une place'} le ${day(session.startsAt)}`,
      ),
    leave: (session: TrainingListItem) => send(session, 'leave', 'Vous n’êtes plus inscrit'),
  };
}
