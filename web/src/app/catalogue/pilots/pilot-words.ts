import type { PilotListItem, PilotTally } from '@parc/api-client';
import { PILOT_ANSWERS, PILOT_QUESTIONS, PILOT_STANDINGS } from '@parc/domain';
import { type ChipWords, counted, shortDay } from '@parc/ui';

export const pilotState = ({ standing }: Pick<PilotListItem, 'standing'>): ChipWords => PILOT_STANDINGS[standing];

/** "du 1 déc. au 18 déc." */
export const pilotDays = ({ fromDay, toDay }: Pick<PilotListItem, 'fromDay' | 'toDay'>): string =>
  `du ${shortDay(fromDay)} au ${shortDay(toDay)}`;

export const questionWords = ({ question }: Pick<PilotTally, 'question'>): string => PILOT_QUESTIONS[question].short;

/** "4 oui, 1 en partie, 0 non" */
export const tallyWords = (tally: PilotTally): string =>
  (['yes', 'partly', 'no'] as const)
    .map((answer) => `${tally[answer]} ${PILOT_ANSWERS[answer].word.toLowerCase()}`)
    .join(', ');

export const opinionsWords = ({ opinions }: Pick<PilotListItem, 'opinions'>): string =>
  opinions === 0 ? 'aucun avis' : counted(opinions, 'avis', 'avis');
