import { describe, expect, it } from '@jest/globals';
import type { CoherenceModel } from '@parc/api-client';
import {
  coherenceTitle,
  devicesWords,
  promiseWords,
  sessionWhere,
  standingWords,
  trainedWords,
  watchedLine,
  watchedModels,
} from './coherence-words';

const model = (given: Partial<CoherenceModel> = {}): CoherenceModel => ({
  ...{ modelId: 'm', modelName: 'Tablette', picture: 'tablet', coherence: 'waits', waiting: 16, serving: 0, waived: 0 },
  ...{ since: '2026-11-03T09:00:00Z', rooms: ['Armoire du couloir'], trainedHere: 0, lastTrainedAt: null },
  ...{ lastLeftOn: null, handover: true, handoverAskedAt: null, modules: [], sessions: [] },
  ...given,
});
const session = {
  ...{ id: 's', version: 1, moduleTitle: 'Valise', startsAt: '2026-12-02T13:00:00Z', endsAt: '2026-12-02T15:00:00Z' },
  ...{
    placeKind: 'school' as const,
    placeName: null,
    schoolName: 'École de la Source',
    communeName: 'Sorbiers',
    placesLeft: 3,
  },
};
const plain = (words: string) => words.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('what the page of equipment and trainings says first', () => {
  it.each<[string, CoherenceModel[], string]>([
    ['nothing', [], 'Aucun équipement ne demande de formation'],
    ['one model that waits', [model()], '16 appareils « Tablette » attendent qu’un enseignant soit formé'],
    ['one device', [model({ waiting: 1 })], '1 appareil « Tablette » attend qu’un enseignant soit formé'],
    ['two models', [model(), model({ waiting: 2 })], '18 appareils attendent qu’un enseignant soit formé'],
    ['a flag', [model({ coherence: 'flagged' })], 'Du matériel sert sans que personne n’y soit formé'],
    ['all is well', [model({ coherence: 'ready' })], 'Tout le matériel sert, des enseignants y sont formés'],
  ])('%s', (_, models, said) => expect(plain(coherenceTitle(models))).toBe(said));
});

it('says where they stand, who knows them and what opens them', () => {
  expect(plain(devicesWords(model({ coherence: 'flagged', waiting: 0, serving: 3 })))).toBe('3 appareils');
  expect(plain(standingWords(model()))).toBe('Armoire du couloir, depuis le 3 nov.');
  expect(plain(standingWords(model({ rooms: ['1', '2', '3', '4', '5'] })))).toBe('5 salles, depuis le 3 nov.');
  expect(trainedWords(model(), 1).map(plain)).toEqual(['personne, il en faut 1', '']);
  expect(trainedWords(model({ trainedHere: 4, lastTrainedAt: '2026-09-09T12:00:00Z' }), 1).map(plain)).toEqual([
    '4 formés, il en faut 1',
    'le dernier le 9 sept.',
  ]);
  expect(trainedWords(model({ coherence: 'flagged', lastLeftOn: '2026-06-30' }), 1).map(plain)).toEqual([
    'plus personne de formé',
    'parti le 30 juin ; rien n’est arrêté',
  ]);
  expect(plain(sessionWhere(session))).toBe('École de la Source, Sorbiers · 3 places');
});

it('promises the day after the first session, where something waits', () => {
  expect(plain(promiseWords(model({ sessions: [session] })))).toBe(
    'Si quelqu’un y va le 2 déc., le matériel sert dès le jeu. 3 déc.',
  );
  expect(promiseWords(model())).toBe('');
  expect(promiseWords(model({ coherence: 'flagged', sessions: [session] }))).toBe('');
});

it('tells a school’s first page what waits or serves without anybody trained, and nothing else', () => {
  const models = [model(), model({ coherence: 'ready' }), model({ coherence: 'flagged', waiting: 0, serving: 3 })];
  const lines = watchedModels(models).map(watchedLine);
  expect(lines.map(({ detail }) => plain(detail))).toEqual([
    '16 appareils, pas encore de session',
    '3 appareils, plus personne de formé',
  ]);
  expect(plain(watchedLine(model({ sessions: [session] })).detail)).toBe('16 appareils, 1 session a de la place');
});
