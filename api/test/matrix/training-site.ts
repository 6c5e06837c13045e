import type { House } from '../harness/house.js';
import { AT, aModel } from '../harness/equipment-builders.js';
import { aCirconscription, aModule, aSession, seated } from '../harness/training-builders.js';

/** What routes name of trainings. */
export interface TrainingSite {
  trainingId: string;
  enrolmentId: string;
  /** A model of which a device waits in the school until somebody knows it. */
  taughtModelId: string;
}

/** An open session of the school's circonscription, or, of a private school, of another one that invites it; its teacher has a place. */
export async function buildTraining(
  house: House,
  asked: { schoolId: string; roomId: string; circonscriptionId: string | null; by: string; teacherId: string },
): Promise<{ site: TrainingSite; marks: string[] }> {
  const { schoolId, by, teacherId } = asked;
  const circonscriptionId = asked.circonscriptionId ?? (await aCirconscription(house));
  const trainer = await house.build.account('digital-trainer', { circonscription_id: circonscriptionId });
  const trainingId = await aSession(house, { circonscriptionId, schoolId, trainerId: trainer.id, by }, 'open');
  if (asked.circonscriptionId === null)
    await house.arrange('insert into training_guest (session_id, school_id) values ($1, $2)', [trainingId, schoolId]);
  const enrolmentId = await seated(house, trainingId, { accountId: teacherId, schoolId });
  const taughtModelId = await waitingModel(house, asked);
  return { site: { trainingId, enrolmentId, taughtModelId }, marks: [trainingId] };
}

async function waitingModel(house: House, { schoolId, roomId }: { schoolId: string; roomId: string }): Promise<string> {
  const modelId = await aModel(house, { training_module: 'Prendre en main' });
  await aModule(house, [modelId]);
  const tag = `AT-${roomId.slice(-8).toUpperCase()}`;
  const place = { room_id: roomId, school_id: schoolId, words: tag.toLowerCase() };
  const state = { state: 'awaiting-training', state_since: AT };
  await house.build.insert('equipment', { tag, model_id: modelId, ...state, ...place });
  return modelId;
}
