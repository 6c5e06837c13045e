import type { FreeTextPlace } from '@parc/domain';
import { AT } from './equipment-builders.js';
import type { Written } from './free-text-writer.js';
import type { House } from './house.js';
import { aCirconscription, aSession, aToldSurvey, seated } from './training-builders.js';

interface Here {
  house: House;
  /** Who writes. */
  who: string;
}

/** A text at each place of a session of training. @param here asked late: the writer is being made */
export function trainingTexts(
  here: () => Here,
): Record<Extract<FreeTextPlace, `training${string}`>, (text: string) => Promise<Written>> {
  return {
    'training_correction.reason': async (reason) => {
      const { house, who } = here();
      const ground = { circonscriptionId: await aCirconscription(house), schoolId: (await house.build.school()).id };
      const id = await aSession(house, { ...ground, trainerId: who, by: who }, 'held');
      const enrolment_id = await seated(house, id, { accountId: who, schoolId: ground.schoolId });
      const [date] = await house.sql<{ id: string }>('select id from training_date where session_id = $1', [id]);
      const rowId = await house.build.insert('training_correction', {
        ...{ session_id: id, enrolment_id, date_id: date!.id, present: true, reason },
        ...{ account_id: who, role: 'digital-trainer', at: AT },
      });
      return { kind: 'training-session', id, rowId };
    },
    'training_session.outside_trainer': async (outside_trainer) => {
      const { house, who } = here();
      const ground = { circonscriptionId: await aCirconscription(house), schoolId: (await house.build.school()).id };
      const outside = { trainer_id: null, outside_trainer, outside_firm: 'Ardoise interactive' };
      const id = await aSession(house, { ...ground, trainerId: who, by: who }, 'open', outside);
      return { kind: 'training-session', id, rowId: id };
    },
    'training_survey_answer.remark': async (remark) => {
      const { house, who } = here();
      const ground = { circonscriptionId: await aCirconscription(house), schoolId: (await house.build.school()).id };
      const id = await aSession(house, { ...ground, trainerId: who, by: who }, 'closed');
      const rowId = await aToldSurvey(house, id, remark);
      return { kind: 'training-session', id, rowId };
    },
    'training_session_move.reason': async (reason) => {
      const { house, who } = here();
      const ground = { circonscriptionId: await aCirconscription(house), schoolId: (await house.build.school()).id };
      const id = await aSession(house, { ...ground, trainerId: who, by: who }, 'cancelled');
      const line = { session_id: id, account_id: who, role: 'plan-manager', at: AT };
      const move = { action: 'cancel', from_state: 'open', to_state: 'cancelled', reason };
      const rowId = await house.build.insert('training_session_move', { ...line, ...move });
      return { kind: 'training-session', id, rowId };
    },
  };
}
