import { schoolsWords } from './campaign-form';
import { describe, expect, it } from '@jest/globals';
import type { CampaignPartRoom, CampaignRoomItem, DifferenceItem } from '@parc/api-client';
import { campaignPageTitle, remindedWords } from './campaign-page-words';
import {
  awaitedWords,
  campaignTitle,
  differenceWords,
  itemWords,
  leftWords,
  nameOf,
  offeredResolutions,
  roomParts,
  roomProgress,
  roomTitle,
  roomWords,
  sendingWords,
  sightingWords,
} from './campaign-words';

const plain = (words: string) => words.replaceAll(/[\u00a0\u202f]/g, ' ');
const item = (given: Partial<CampaignRoomItem>): CampaignRoomItem => ({
  ...{ id: 'i', finding: 'awaited', equipmentId: 'e', tag: 'PE-1', modelName: 'Portable', picture: null },
  ...{ isContainer: false, containerTag: null, placeName: null, lastSeenAt: null, how: null, seenAt: null },
  ...{ seenByName: null, answer: null, note: null, photos: [] },
  ...given,
});
const room = (given: Partial<CampaignPartRoom>): CampaignPartRoom => ({
  ...{ roomId: 'r', roomName: 'Salle 3', awaited: 0, seen: 0, differences: 0, finished: false },
  ...given,
});

describe('a room of a campaign', () => {
  const parts = roomParts({
    items: [
      item({}),
      item({ finding: 'found' }),
      item({ finding: 'misplaced' }),
      item({ finding: 'unknown' }),
      item({ finding: null }),
    ],
  });

  it('counts in its title what is left to see, and says where one is', () => {
    expect(plain(roomTitle('Salle 3', parts))).toBe('Salle 3 : il reste 1 appareil à voir');
    expect(roomTitle('Salle 3', roomParts({ items: [item({ finding: 'found' })] }))).toBe('Salle 3 : tout a été vu');
    expect(roomTitle('Hall', roomParts({ items: [] }))).toBe('Hall : rien n’y est attendu');
    expect(plain(roomProgress({ place: 11, rooms: 15 }, parts))).toBe(
      '1 vu sur 2, 1 chez le réparateur · lieu 11 sur 15',
    );
  });

  it('says what ending it would leave, and what sending all would', () => {
    expect(plain(leftWords(parts))).toBe('1 introuvable, 2 à régler');
    expect(leftWords(roomParts({ items: [] }))).toBe('rien à régler');
    expect(plain(sendingWords([room({ awaited: 2, differences: 1 })]))).toBe(
      '2 appareils que personne n’a vus deviennent introuvables, 1 autre écart est à régler par la métropole.',
    );
    expect(sendingWords([room({})])).toMatch(/^Tout a été vu/);
    expect([room({ awaited: 3, seen: 2 }), room({})].map((each) => plain(roomWords(each)))).toEqual([
      '2 vus, 3 à voir',
      'rien n’y est attendu',
    ]);
  });
});

describe('what was read', () => {
  it('is said with what it is and where it should be; what is another school’s says nothing of it', () => {
    expect(sightingWords(item({ finding: 'found' }), true)).toBe('Portable, PE-1 : à sa place');
    expect(sightingWords(item({ finding: 'misplaced', placeName: 'Salle 4' }), true)).toBe(
      'Portable, PE-1 : sa place est Salle 4',
    );
    expect(sightingWords(item({ finding: 'unexpected', modelName: null }), true)).toBe(
      'Appareil d’un autre lieu, PE-1 : pas attendu ici, gardé pour la métropole',
    );
    expect(sightingWords(item({ finding: 'unknown', modelName: null }), true)).toBe(
      'PE-1 : inconnu du parc, gardé pour plus tard',
    );
    const again = item({ finding: 'found', seenAt: '2026-11-30T09:12:00Z', seenByName: 'Claire Morel' });
    expect(plain(sightingWords(again, false))).toMatch(/^Déjà vu par Claire Morel le .* à 10 h 12 : Portable$/);
  });

  it('bears its own words where nobody knows it', () => {
    const thing = item({ finding: 'unknown', modelName: null, tag: null, note: 'imprimante grise' });
    expect([nameOf(thing), itemWords(thing)]).toEqual(['imprimante grise', 'la métropole cherche d’où il vient']);
    expect(itemWords(item({}))).toBe('PE-1 · jamais vu encore');
    expect(itemWords(item({ finding: 'misplaced', placeName: 'Salle 4' }))).toBe('PE-1 · sa place : Salle 4');
  });
});

describe('a campaign', () => {
  it('is a title that counts', () => {
    expect([campaignTitle(12), campaignTitle(0), awaitedWords(1)].map(plain)).toEqual([
      'Récolement : 12 appareils restent à voir',
      'Récolement : tout a été vu',
      '1 appareil reste à voir',
    ]);
    const part = (state: 'sent' | 'settled', unresolved: number) => ({ state, unresolved }) as never;
    expect(plain(campaignPageTitle({ parts: [part('settled', 0), part('sent', 7)], closedAt: null }))).toBe(
      '1 école sur 2 a terminé, 7 écarts sont à régler',
    );
    expect(plain(remindedWords({ reminded: 2, waiting: 1 }))).toBe('2 écoles sont rappelées, 1 l’était déjà');
  });

  it('offers to find what was lost, never what was not', () => {
    expect(offeredResolutions({ finding: 'unexpected', state: 'in-service' })).toEqual(['moved', 'left']);
    expect(offeredResolutions({ finding: 'unexpected', state: 'lost' })).toEqual(['moved', 'left', 'found']);
    const row = { finding: 'missing', placeName: 'Salle 3', seenRoomName: null, seenByName: null, answer: null };
    expect(differenceWords({ ...row, note: null, code: null, tag: 'PE-1', modelName: 'P' } as DifferenceItem)).toBe(
      'attendu : Salle 3',
    );
  });
});

describe('what a campaign will go through', () => {
  const schools = { schools: 1, devices: 55, busy: 0 };

  it('is counted in devices, but where rooms or models narrow it: nobody has counted those', () => {
    expect(schoolsWords(schools)).toBe('1\u00a0école, 55\u00a0appareils.');
    expect(schoolsWords(schools, 2, 1)).toBe('1\u00a0école, 2\u00a0salles choisies, 1\u00a0modèle choisi.');
  });
});
