import { createHash } from 'node:crypto';
import type { House } from '../harness/house.js';
import { AT, aModel } from '../harness/equipment-builders.js';
import { aPilot } from '../harness/pilot-builders.js';
import { aSupport } from '../harness/support-builders.js';
import {
  aCirconscription,
  aModule,
  aModuleFile,
  aSession,
  aToldSurvey,
  seated,
  sessionRow,
  type TrainingGround,
} from '../harness/training-builders.js';

/** What routes name of trainings. */
export interface TrainingSite {
  trainingId: string;
  supportId: string;
  /** What the school tries before it is decided. */
  pilotId: string;
  moduleId: string;
  moduleFileId: string;
  enrolmentId: string;
  /** A model of which a device waits in the school until somebody knows it. */
  taughtModelId: string;
}

/** What nobody reads of trainings outside their scope: a session; a visit to a class; a trial; whoever has hours. */
export interface TrainingMarks {
  training: string[];
  support: string[];
  pilot: string[];
  hours: string[];
}

/** An open session of the school's circonscription, or, of a private school, of another one that invites it; its teacher has a place. */
export async function buildTraining(
  house: House,
  asked: { schoolId: string; roomId: string; circonscriptionId: string | null; by: string; teacherId: string },
): Promise<{ site: TrainingSite; marks: TrainingMarks }> {
  const { schoolId, by, teacherId } = asked;
  const circonscriptionId = asked.circonscriptionId ?? (await aCirconscription(house));
  const trainer = await house.build.account('digital-trainer', { circonscription_id: circonscriptionId });
  const trainingId = await aSession(house, { circonscriptionId, schoolId, trainerId: trainer.id, by }, 'open');
  if (asked.circonscriptionId === null)
    await house.arrange('insert into training_guest (session_id, school_id) values ($1, $2)', [trainingId, schoolId]);
  const enrolmentId = await seated(house, trainingId, { accountId: teacherId, schoolId });
  const supportId = await aSupport(house, { schoolId, circonscriptionId, teacherId, trainerId: trainer.id }, 'asked');
  const pilotId = await aPilot(house, { schoolId, by });
  // Read where the session is, whatever its state.
  await aToldSurvey(house, trainingId, 'Session utile');
  const { module_id: moduleId } = (await sessionRow(house, trainingId)) as { module_id: string };
  const given = { circonscriptionId, schoolId, trainerId: trainer.id, by };
  const moduleFileId = await aModuleFile(house, moduleId, by);
  return {
    site: {
      trainingId,
      moduleId,
      moduleFileId,
      supportId,
      pilotId,
      enrolmentId,
      taughtModelId: await waitingModel(house, asked),
    },
    marks: { training: [trainingId], support: [supportId], pilot: [pilotId], hours: await buildHours(house, given) },
  };
}

/** Somebody of the school came to a session that is closed, and nobody has said whether it counts. */
async function buildHours(house: House, ground: TrainingGround): Promise<string[]> {
  const { schoolId, trainerId } = ground;
  const { id: accountId } = await house.build.account('teacher', { school_id: schoolId });
  // A file of hours tells names, and no ids.
  const name = `Formation ${accountId}`;
  await house.arrange('update account set name = $2 where id = $1', [accountId, name]);
  const closedId = await aSession(house, ground, 'closed');
  const placeId = await seated(house, closedId, { accountId, schoolId });
  await house.arrange(
    `insert into training_attendance (enrolment_id, date_id, session_id, present, by_code, recorded_by, recorded_at)
     select $1, d.id, d.session_id, true, false, $2, d.ends_at from training_date d where d.session_id = $3`,
    [placeId, trainerId, closedId],
  );
  return [accountId, name];
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
/** A certificate of somebody's own: the id by which its document is asked for. */
export async function aCertificateOf(house: House, ground: TrainingGround, accountId: string): Promise<string> {
  const { schoolId } = ground;
  const enrolment_id = await seated(house, await aSession(house, ground, 'closed'), { accountId, schoolId });
  const code_digest = createHash('sha256').update(enrolment_id).digest();
  return house.build.insert('training_certificate', {
    ...{ number: `A-2026-${90_000 + ++certificates}`, enrolment_id, minutes: 120 },
    ...{ code: '0'.repeat(20), code_digest, issued_at: '2026-10-06T07:00:00Z' },
  });
}

let certificates = 0;
