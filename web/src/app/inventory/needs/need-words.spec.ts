import { describe, expect, it } from '@jest/globals';
import { needForm, needRequest } from './need-form-page';
import {
  filled,
  gapsTitle,
  groupWords,
  lackingWords,
  needsTitle,
  needWords,
  redeploymentsTitle,
  wayWords,
} from './need-words';
import { opinionWords, redeploymentThread } from './redeployment-words';
import { fieldErrors } from '../../shell/forms/fields';

const GROUP = {
  ...{ id: 'g', name: 'Écran ou projecteur', asked: 11, counted: 10, perSchool: 0, perClass: 1, pupilsEach: null },
  ...{ source: 'Socle national', fromDay: '2021-09-01' },
};

describe('the base kit in words', () => {
  it('says the rule beside its name, and fills a bar no further than the kit', () => {
    expect(groupWords(GROUP)).toBe('Écran ou projecteur, 1 par classe');
    expect([filled(GROUP), filled({ asked: 2, counted: 5 }), filled({ asked: 0, counted: 0 })]).toEqual([90, 100, 100]);
    expect([lackingWords(0), lackingWords(3)]).toEqual(['rien ne manque au socle', 'il en manque 3 au socle']);
    expect([gapsTitle(0), gapsTitle(1), gapsTitle(2)]).toEqual([
      'Aucune école',
      '1\u00a0école et son écart au socle',
      '2\u00a0écoles et leur écart au socle',
    ]);
  });
});

describe('a need in words', () => {
  it('says what of it was said', () => {
    expect(needWords({ quantity: 6, groupName: 'Tablettes', classes: 2, roomName: 'Salle 3' })).toBe(
      '6 × Tablettes, 2\u00a0classes, Salle 3',
    );
    expect(needWords({ quantity: null, groupName: null, classes: null, roomName: null })).toBe('Autre matériel');
    expect([needsTitle(0), needsTitle(1)]).toEqual(['Aucun besoin', '1\u00a0besoin dit']);
  });

  it('asks for its use alone', () => {
    const form = needForm([{ id: 'g', name: 'Tablettes' }], []);
    expect(Object.keys(fieldErrors(form, {}))).toEqual(['purpose']);
    expect(Object.keys(fieldErrors(form, { purpose: 'Lire', quantity: '0', classes: '101' }))).toEqual([
      'quantity',
      'classes',
    ]);
    expect(needRequest({ purpose: ' Lire ', quantity: '6', groupId: '' })).toEqual({
      ...{ purpose: 'Lire', note: null, groupId: null, roomId: null, quantity: 6, classes: null },
    });
  });
});

describe('a redeployment in words', () => {
  it('says from where to where', () => {
    expect(wayWords({ fromSchoolName: null, toSchoolName: 'École B' })).toBe('Stock vers École B');
    expect(wayWords({ fromSchoolName: 'École A', toSchoolName: 'École B' })).toBe('École A vers École B');
    expect([redeploymentsTitle(0), redeploymentsTitle(2)]).toEqual(['Aucun redéploiement', '2\u00a0redéploiements']);
  });

  it('says a silence, which is no consent', () => {
    expect(opinionWords('yes', '2026-12-07', '2026-11-29')).toBe('avis favorable');
    expect(opinionWords(null, '2026-12-07', '2026-12-07')).toMatch(/^réponse attendue avant le 7/);
    expect(opinionWords(null, '2026-12-07', '2026-12-08')).toMatch(
      /^n’a pas répondu avant le 7.*ce n’est pas un accord$/,
    );
  });

  it('tells who said what, and what the application ended by itself', () => {
    const line = { at: '2026-11-29T10:00:00Z', reason: null, schoolName: null, answer: null };
    const history = [
      { ...line, action: 'end' as const, role: 'system' as const },
      {
        ...line,
        action: 'opine' as const,
        role: 'school-head' as const,
        schoolName: 'École A',
        answer: 'no' as const,
        reason: 'Il sert',
      },
    ];
    expect(redeploymentThread({ history })).toMatchObject([
      { title: 'Sans objet : l’appareil ou le besoin n’est plus là', actor: '', kind: 'system' },
      { title: 'Avis défavorable', actor: 'Direction d’école, École A', kind: 'done', reason: 'Il sert' },
    ]);
  });
});
