import {
  type Api,
  type TrainingMovedAnswer,
  trainingMovesAccept,
  trainingMovesAgree,
  trainingMovesCancel,
  trainingMovesClose,
  trainingMovesConfirm,
  trainingMovesEnrol,
  trainingMovesHold,
  trainingMovesLeave,
  trainingMovesPostpone,
} from '@parc/api-client';
import type { TrainingAction } from '@parc/domain';
import type { WriteHeaders } from '../../shell/mutation';

/** What an act brings, whichever form held it. */
export interface TrainingBrings {
  readonly reason?: string;
  /** One a half-day. */
  readonly dates?: readonly { startsAt: string; endsAt: string }[];
  /** Who enrols or leaves; null: the reader. */
  readonly accountId?: string | null;
}

/** An act as the API is asked for it. Places are taken, kept and left whatever else has changed: those three name no version. */
export function sendTrainingStep(
  api: Api,
  action: TrainingAction,
  asked: WriteHeaders & { id: string },
  { reason = '', dates = [], accountId = null }: TrainingBrings,
): Promise<TrainingMovedAnswer> {
  const place = { id: asked.id, 'Idempotency-Key': asked['Idempotency-Key'], body: { accountId } };
  switch (action) {
    case 'agree':
      return api.invoke(trainingMovesAgree, asked);
    case 'enrol':
      return api.invoke(trainingMovesEnrol, place);
    case 'accept':
      return api.invoke(trainingMovesAccept, { id: asked.id, 'Idempotency-Key': asked['Idempotency-Key'] });
    case 'leave':
      return api.invoke(trainingMovesLeave, place);
    case 'confirm':
      return api.invoke(trainingMovesConfirm, asked);
    case 'postpone':
      return api.invoke(trainingMovesPostpone, { ...asked, body: { dates: [...dates], reason } });
    case 'cancel':
      return api.invoke(trainingMovesCancel, { ...asked, body: { reason } });
    case 'hold':
      return api.invoke(trainingMovesHold, asked);
    case 'close':
      return api.invoke(trainingMovesClose, asked);
  }
}
