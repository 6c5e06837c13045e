import type { SuggestedTraining, TrainingNeeds, TrainingSessionRequest } from '@parc/api-client';
import { counted, day, duration, time } from '@parc/ui';

/** "12 sessions ouvriraient 83 appareils" */
export function needsTitle({ suggestions }: TrainingNeeds): string {
  if (suggestions.length === 0) return 'Aucune session à proposer';
  const devices = suggestions.reduce((total, one) => total + one.devices, 0);
  const sessions = counted(suggestions.length, 'session ouvrirait', 'sessions ouvriraient');
  return `${sessions} ${counted(devices, 'appareil')}`;
}

/** "mer. 23 déc., 14 h à 16 h", or each afternoon of it. */
export const datesWords = ({ dates }: SuggestedTraining): string =>
  dates.map(({ startsAt, endsAt }) => `${day(startsAt)}, ${time(startsAt)} à ${time(endsAt)}`).join(' puis ');

/** "7 écoles, 1 h 20 de route à elles toutes": whoever is at home drives nothing. */
export function travelWords({ schools, travelMinutes }: SuggestedTraining): string {
  const many = counted(schools.length, 'école');
  return travelMinutes === 0
    ? `${many}, sans route`
    : `${many}, environ ${duration(travelMinutes)} de route à elles toutes`;
}

/** What proposes it as it stands; null where nobody is free to train. */
export function requestOf(suggestion: SuggestedTraining): TrainingSessionRequest | null {
  const { trainer, dates, moduleId, circonscriptionId, schoolId, capacity, guestIds } = suggestion;
  if (trainer === null || dates.length === 0) return null;
  return {
    ...{
      moduleId,
      circonscriptionId,
      schoolId,
      capacity,
      guestIds,
      cycles: [],
      dates,
      ...{ trainerId: trainer.accountId, outsideTrainer: null, outsideFirm: null },
      minimum: 1,
    },
    ...{ placeKind: 'school', placeName: null, remoteLink: null },
  };
}
