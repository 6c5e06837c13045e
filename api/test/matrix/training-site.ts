import type { House } from '../harness/house.js';
import { aCirconscription, aSession, seated } from '../harness/training-builders.js';

/** What routes name of trainings. */
export interface TrainingSite {
  trainingId: string;
  enrolmentId: string;
}

/** An open session of the school's circonscription, or, of a private school, of another one that invites it; its teacher has a place. */
export async function buildTraining(
  house: House,
  asked: { schoolId: string; circonscriptionId: string | null; by: string; teacherId: string },
): Promise<{ site: TrainingSite; marks: string[] }> {
  const { schoolId, by, teacherId } = asked;
  const circonscriptionId = asked.circonscriptionId ?? (await aCirconscription(house));
  const trainer = await house.build.account('digital-trainer', { circonscription_id: circonscriptionId });
  const trainingId = await aSession(house, { circonscriptionId, schoolId, trainerId: trainer.id, by }, 'open');
  if (asked.circonscriptionId === null)
    await house.arrange('insert into training_guest (session_id, school_id) values ($1, $2)', [trainingId, schoolId]);
  const enrolmentId = await seated(house, trainingId, { accountId: teacherId, schoolId });
  return { site: { trainingId, enrolmentId }, marks: [trainingId] };
}
