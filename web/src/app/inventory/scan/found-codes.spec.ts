import { describe, expect, it } from '@jest/globals';
import { Problem } from '../../shell/problem';
import { equipmentPageOf } from '../equipment.fixture';
import { answerOf, deviceWords, unknownWords, whereWords, withFound } from './found-codes';

const absent = new Problem(404, 'object.not-found', 'Introuvable.');

describe('a code that was read', () => {
  it('is said by its device, its state and its place', () => {
    const device = equipmentPageOf();
    expect(deviceWords(device)).toBe('Écran mobile de 55 pouces, PE-003307 : en service, Salle de motricité');
    expect(whereWords(device)).toBe('Salle de motricité · Maternelle de la Rivière, Rive-de-Gier');
    expect(answerOf({ code: 'PE-003307', device, lent: null, words: '' })).toMatchObject({ tone: 'done' });
  });

  it('is said by its loan where the school has it for some days', () => {
    const lent = { equipmentId: 'e9', tag: 'VA-01', modelName: 'Tablette', picture: 'box', loanId: 'l1' };
    const words = answerOf({
      ...{ code: 'VA-01', device: null, words: '' },
      lent: { ...lent, kitName: 'Valise Ardoise', toDay: '2026-10-09' },
    });
    expect(words).toMatchObject({ tone: 'done', words: expect.stringContaining('Valise Ardoise, en prêt jusqu’au') });
  });

  it('asks for a look when its device is missing', () => {
    const device = equipmentPageOf({ state: 'lost' });
    expect(answerOf({ code: 'PE-003307', device, lent: null, words: '' })).toMatchObject({
      tone: 'waiting',
      words: expect.stringContaining('perdu'),
    });
  });

  it.each([
    ['PE-999999', 'PE-999999 n’ouvre aucun appareil ici : il est d’une autre école, ou n’est pas encore reçu.'],
    ['https://exemple.fr/x', 'Ce code mène à exemple.fr : ce n’est pas une étiquette du plan.'],
    ['S/N 12', 'Aucun appareil n’a le n° de série S/N 12. Lisez plutôt l’étiquette du plan.'],
  ])('%s that opens nothing says what it may be', (code, words) => {
    expect(unknownWords(code, absent)).toBe(words);
  });

  it('says why when it could not be asked', () => {
    expect(unknownWords('PE-1', new Problem(0, 'network', 'Pas de réseau.'))).toBe('Pas de réseau.');
  });

  it('stands first, once', () => {
    const found = (code: string) => ({ code, device: null, lent: null, words: '' });
    const codes = [found('a'), found('b')].reduce(withFound, []);
    expect(withFound(codes, found('a')).map(({ code }) => code)).toEqual(['a', 'b']);
  });
});
