import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { TrainingSheet } from '@parc/api-client';
import { aSession } from './session.fixture';
import {
  agreementWords,
  catalogueTitle,
  devicesOpened,
  placesChip,
  placeWords,
  queueWords,
  seatsTitle,
  sessionTitle,
  whenWords,
} from './training-words';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const page = (changes: Partial<TrainingSheet> = {}): TrainingSheet => ({
  ...aSession(),
  ...{
    opens: [],
    enrolments: [],
    history: [],
    possible: [],
    mayAttend: false,
    dates: [],
    remoteLink: null,
    moduleId: 'module',
    survey: null,
  },
  ...changes,
});

// A date far away says its year.
beforeEach(() => {
  jest.useFakeTimers({ now: new Date('2026-11-24T08:00:00Z') });
});
afterEach(() => {
  jest.useRealTimers();
});

describe('a session in words', () => {
  it('says its hours as Paris reads them, and its place once', () => {
    expect(plain(whenWords(aSession()))).toBe('mer. 9 déc., 14 h à 16 h');
    expect(placeWords(aSession())).toBe('École du Châtelet, Firminy');
    expect(placeWords(aSession({ schoolName: 'École de Firminy', communeName: 'Firminy' }))).toBe('École de Firminy');
    const remote = aSession({ placeKind: 'remote', schoolName: null, communeName: null });
    expect(placeWords(remote)).toBe('À distance');
    expect(placeWords({ ...remote, placeKind: 'centre', placeName: 'Centre Canopé' })).toBe('Centre Canopé');
    expect(plain(whenWords(aSession({ endsAt: '2026-12-16T15:00:00Z' })))).toBe('du mer. 9 déc. au mer. 16 déc.');
  });

  it('counts the places left, and none while somebody waits', () => {
    expect(plain(placesChip(aSession({ enrolled: 9 })).word)).toBe('3 places');
    expect(placesChip(aSession({ enrolled: 12 })).word).toBe('Complet');
    expect(plain(placesChip(aSession({ enrolled: 11, waiting: 2 })).word)).toBe('Complet, 2 attendent');
    expect(plain(placesChip(aSession({ state: 'closed', enrolled: 9, waiting: 2 })).word)).toBe('9 inscrits');
    expect(plain(seatsTitle(aSession({ enrolled: 12, waiting: 3 })))).toBe(
      '12 places prises sur 12, 3 personnes attendent',
    );
    expect(plain(seatsTitle(aSession({ enrolled: 1 })))).toBe('1 place prise sur 12');
  });

  it('tells the turn of who waits, and the turn that whoever enrols now would have', () => {
    expect(queueWords(aSession({ enrolled: 3 }))).toBe('');
    expect(queueWords(aSession({ enrolled: 12 }))).toBe('Vous seriez 1er à attendre.');
    expect(queueWords(aSession({ enrolled: 12, waiting: 2 }))).toBe('Vous seriez 3e à attendre.');
    expect(queueWords(aSession({ enrolled: 12, waiting: 2, mine: 'waiting', rank: 2 }))).toBe(
      'Vous êtes 2e à attendre.',
    );
  });
});

describe('the title of a session’s page', () => {
  const title = (changes: Partial<TrainingSheet>) => plain(sessionTitle(page(changes)));

  it('says whose agreement is missing to either side, and that it is the reader’s where it is', () => {
    const none = { metropoleAgreedAt: null, inspectionAgreedAt: null };
    expect(title({ ...none, state: 'proposed', possible: ['agree'] })).toBe(
      'La session attend deux accords, dont le vôtre',
    );
    expect(title({ ...none, state: 'proposed' })).toBe('La session attend deux accords');
    expect(title({ state: 'proposed', inspectionAgreedAt: null, possible: ['agree'] })).toBe(
      'La session attend votre accord',
    );
    expect(title({ state: 'proposed', inspectionAgreedAt: null })).toBe('La session attend l’accord de l’inspection');
    expect(title({ ...none, state: 'open' })).toBe('La nouvelle date attend deux accords');
    expect(agreementWords(aSession({ metropoleAgreedAt: null }))).toBe('accord de la métropole attendu');
    expect(agreementWords(aSession({ state: 'cancelled', metropoleAgreedAt: null }))).toBe('');
  });

  it('says what the reader has in it, then whether it takes place', () => {
    expect(title({ mine: 'seated' })).toBe('Vous avez une place le mer. 9 déc.');
    expect(title({ mine: 'offered' })).toBe('Une place vous est proposée le mer. 9 déc.');
    expect(title({ mine: 'waiting' })).toBe('Vous attendez une place le mer. 9 déc.');
    expect(title({})).toBe('Ouverte aux inscriptions pour le mer. 9 déc.');
    expect(title({ state: 'confirmed' })).toBe('Elle aura lieu le mer. 9 déc.');
    expect(title({ state: 'held', mayAttend: true })).toBe('Dites qui était là');
    expect(title({ state: 'held' })).toBe('Elle a eu lieu le mer. 9 déc., les présences se notent');
    expect(title({ state: 'closed' })).toBe('Close : elle a eu lieu le mer. 9 déc.');
    expect(title({ state: 'cancelled' })).toBe('Cette session n’aura pas lieu');
  });
});

describe('the title of the catalogue', () => {
  const title = (opening: number, devices: number | null, all = 9, narrowed = false) =>
    plain(catalogueTitle({ opening, devices, all, narrowed }));

  it('says first what the school’s own equipment waits for', () => {
    expect(title(2, 16)).toBe('2 sessions ouvriraient 16 de vos appareils');
    expect(title(1, 1)).toBe('1 session ouvrirait un de vos appareils');
    expect(title(3, null)).toBe('3 sessions ouvriraient une part de votre matériel');
    expect(title(0, 0)).toBe('9 sessions ouvertes à votre école');
    expect(title(2, 16, 4, true)).toBe('4 sessions ouvertes à votre école');
    expect(title(0, 0, 0)).toBe('Aucune session à venir');
  });

  it('adds nothing up over several modules: they may open the same devices', () => {
    const tablets = { opensHere: 16, moduleTitle: 'Tablettes' };
    expect(devicesOpened([tablets, tablets])).toBe(16);
    expect(devicesOpened([tablets, { opensHere: 2, moduleTitle: 'Robots' }])).toBeNull();
    expect(devicesOpened([])).toBeNull();
  });
});
