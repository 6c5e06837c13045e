import { describe, expect, it } from '@jest/globals';
import type { LicenceListItem, SoftwareListItem, SoftwarePage } from '@parc/api-client';
import { kindsOf, SOFTWARE_ATTENTIONS } from '@parc/domain';
import { money } from '@parc/ui';
import { fieldErrors, fieldsOf } from '../../shell/forms/fields';
import {
  chosenClearance,
  clearanceForm,
  clearanceRequest,
  installForm,
  installRequest,
  keptLicenceRequest,
  licenceForm,
  newLicenceRequest,
  titleForm,
  titleRequest,
} from './software-forms';
import {
  ATTENTION_SLUGS,
  licenceNote,
  licencesTitle,
  seatsSentence,
  sinceWords,
  licenceLooks,
  licenceSeats,
  licenceTerm,
  licensedWords,
  readAttention,
  seatsWords,
  softwareTitle,
  titleLooks,
  whereWords,
} from './software-words';

const TITLE: SoftwareListItem = {
  ...{ id: 't', version: 1, name: 'Lire', publisher: 'Crêt', hosting: 'installed', free: false },
  ...{ clearance: 'cleared', clearedOn: '2026-01-05', reviewOn: null, seatsUsed: 12, seatsBought: 10 },
  ...{ unlimited: false, expiring: 0, expired: 0, overUsed: 0, unlicensed: 0 },
};
const PAGE: SoftwarePage = {
  ...TITLE,
  ...{ itemId: 'i', itemName: 'Lire', unitSeats: 30, termMonths: 12, clearedBy: 'DPD' },
  ...{ clearanceReference: null, clearanceConditions: null },
};
const LICENCE: LicenceListItem = {
  ...{ id: 'l', version: 1, titleId: 't', titleName: 'Lire', publisher: 'Crêt', edition: '2', schoolId: 's' },
  ...{ schoolName: 'École', seats: 10, seatsUsed: 1_234, strict: true, fromDay: '2026-01-05', untilDay: '2026-12-31' },
  ...{ renewed: false, orderId: null, orderNumber: null, contractId: 'k', contractNumber: 'N' },
  ...{ netCents: 123_450, vatBasisPoints: 550, priceCents: 130_240 },
};

describe('the register in words', () => {
  it('answers in its title what is looked at', () => {
    expect([softwareTitle(0, null), softwareTitle(1, null), softwareTitle(25, null)]).toEqual([
      'Aucun logiciel',
      '1\u00a0logiciel',
      '25\u00a0logiciels',
    ]);
    expect(softwareTitle(3, 'over-used')).toBe('3\u00a0logiciels dépassent leurs licences');
    expect(softwareTitle(0, 'refused')).toBe('Aucun logiciel');
    expect([licencesTitle(0), licencesTitle(2)]).toEqual(['Aucune licence', '2\u00a0licences']);
  });

  it('says each thing that is looked at in the address, and reads it back', () => {
    for (const attention of kindsOf(SOFTWARE_ATTENTIONS))
      expect(readAttention(ATTENTION_SLUGS[attention])).toBe(attention);
    expect(readAttention('autre')).toBeNull();
  });

  it('says how many seats there are, and of how many', () => {
    expect(seatsWords(TITLE)).toBe('12 sur 10');
    expect(seatsWords({ ...TITLE, unlimited: true })).toBe('12, sans limite');
    expect(seatsSentence(TITLE)).toBe('12\u00a0postes installés, 10\u00a0achetés');
    expect(seatsSentence({ ...TITLE, unlimited: true })).toBe('12\u00a0postes installés, sans limite');
    expect(licenceSeats(LICENCE)).toBe('1\u202f234 sur 10');
    expect(licenceSeats({ seats: null, seatsUsed: 3 })).toBe('3, sans limite');
  });

  it('says what deserves a look, the gravest first', () => {
    const title = { ...TITLE, overUsed: 1, expired: 2, expiring: 1, unlicensed: 3 };
    expect(titleLooks({ ...title, clearance: 'refused' }, '2026-10-06')).toEqual([
      'Refusé et encore installé',
      '1\u00a0licence dépassée',
      '2\u00a0licences finies et installées',
      '1\u00a0licence bientôt finie',
      '3\u00a0postes sans licence',
    ]);
    expect(titleLooks(TITLE, '2026-10-06')).toEqual([]);
    expect(titleLooks({ ...TITLE, clearance: 'not-asked' }, '2026-10-06')).toEqual(['Avis à demander']);
    expect(titleLooks({ ...TITLE, reviewOn: '2026-10-06' }, '2026-10-06')).toEqual(['Avis à revoir']);
    expect(licenceLooks(LICENCE, '2026-10-06', 90)).toEqual([
      'Licence bientôt finie',
      'Plus de postes que de licences',
    ]);
  });

  it('says until when, and where', () => {
    expect(licenceTerm(LICENCE)).toMatch(/^du .*janv.*2026 au .*31.*2026$/);
    expect(licenceTerm({ ...LICENCE, untilDay: null })).toMatch(/^depuis le .*2026$/);
    expect(licenceNote(LICENCE)).toBe(`${licenceTerm(LICENCE)}, version 2, ${money(130_240)} TTC`);
    expect(licenceNote({ ...LICENCE, edition: null, priceCents: null, renewed: true })).toMatch(
      /, toutes versions, reprise par une autre$/,
    );
    expect(sinceWords({ sinceDay: '2026-10-06', edition: null, orderNumber: null })).toMatch(/^depuis le .*2026$/);
    expect(sinceWords({ sinceDay: '2026-10-06', edition: '2', orderNumber: 'C-1' })).toMatch(
      /, version 2, commande C-1$/,
    );
    expect(whereWords({ tag: 'PE-1', modelName: 'Tablette', roomName: 'Salle 1', seats: 1 })).toBe('PE-1, Tablette');
    expect(whereWords({ tag: null, modelName: null, roomName: 'Salle 3', seats: 30 })).toBe('Salle 3, 30\u00a0postes');
    expect(whereWords({ tag: null, modelName: null, roomName: null, seats: 1 })).toBe('Toute l’école, 1\u00a0poste');
    expect(licensedWords({ licensed: null, licensedUntil: null })).toBe('');
    expect(licensedWords({ licensed: false, licensedUntil: null })).toBe('sans licence en cours');
    expect(licensedWords({ licensed: true, licensedUntil: null })).toBe('sous licence');
    expect(licensedWords({ licensed: true, licensedUntil: '2027-08-31' })).toMatch(/^sous licence jusqu’au .*2027$/);
  });
});

describe('the forms of the register', () => {
  it('ask of a title its name and publisher, and send what was written', () => {
    const fresh = titleForm(null, [{ id: 'i', name: 'Lire' }]);
    expect(Object.keys(fieldErrors(fresh, {}))).toEqual(expect.arrayContaining(['name', 'publisher']));
    const kept = titleForm(PAGE, []);
    const values = Object.fromEntries(fieldsOf(kept).map(({ name, initial }) => [name, initial ?? '']));
    expect(titleRequest(values)).toEqual({
      ...{ name: 'Lire', publisher: 'Crêt', hosting: 'installed', free: false },
      ...{ itemId: 'i', unitSeats: 30, termMonths: 12 },
    });
  });

  it('ask who gave an opinion and when once there is one, and its conditions where it has some', () => {
    const names = (clearance: 'cleared' | 'with-conditions' | 'not-asked') =>
      fieldsOf(clearanceForm(PAGE, clearance)).map(({ name }) => name);
    expect(names('not-asked')).toEqual(['clearance']);
    expect(names('cleared')).toEqual(['clearance', 'clearedBy', 'clearedOn', 'reviewOn', 'reference']);
    expect(names('with-conditions')).toContain('conditions');
    expect(chosenClearance({ clearance: 'refused' }, PAGE)).toBe('refused');
    expect(chosenClearance({}, PAGE)).toBe('cleared');
    expect(clearanceRequest({ clearance: 'cleared', clearedBy: 'DPD', clearedOn: '2026-01-05' })).toMatchObject({
      ...{ clearance: 'cleared', clearedBy: 'DPD', clearedOn: '2026-01-05', conditions: null },
    });
  });

  it('renew a licence with its school and its seats, and write one again as it is', () => {
    const renewal = { what: 'renew', licence: LICENCE } as const;
    const values = { seats: '', fromDay: '2027-01-01', untilDay: '', netCents: '', vatBasisPoints: '2000' };
    expect(newLicenceRequest(values, renewal, null)).toEqual({
      ...{ seats: null, edition: null, strict: false, fromDay: '2027-01-01', untilDay: null, schoolId: 's' },
      ...{ contractId: null, netCents: null, vatBasisPoints: null, renewsId: 'l' },
    });
    expect(newLicenceRequest(values, { what: 'buy' }, 'other')).toMatchObject({ schoolId: 'other' });
    const form = licenceForm('t', { what: 'write', licence: LICENCE }, '2026-10-06');
    const kept = Object.fromEntries(fieldsOf(form).map(({ name, initial }) => [name, initial ?? '']));
    expect(keptLicenceRequest(kept, LICENCE)).toEqual({
      ...{ seats: 10, edition: '2', strict: true, fromDay: '2026-01-05', untilDay: '2026-12-31', schoolId: 's' },
      ...{ contractId: 'k', netCents: 123_450, vatBasisPoints: 550 },
    });
  });

  it('ask for a label, and send it', () => {
    expect(fieldErrors(installForm('t'), {})).toHaveProperty('mark');
    expect(installRequest({ mark: ' PE-1 ', edition: '' })).toEqual({ mark: 'PE-1', edition: null });
  });
});
