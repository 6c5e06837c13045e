import { describe, expect, it } from '@jest/globals';
import { fieldErrors, initialValues } from '../../shell/forms/fields';
import { stepButtons, stepForm, stepQuestion } from './convention-steps';

const TODAY = '2026-11-24';
const FILE = { legalBasis: null, runningCosts: null, promises: [], deliberation: null, signatures: [], warnings: [] };
const ACT = { council: 'Conseil municipal', councilOn: '2026-11-08', unanimous: true, visas: [] };
const SENT = {
  state: 'sent',
  actions: ['record-act', 'refuse', 'recall', 'approve'],
  file: FILE,
  renewedBy: null,
  partyName: 'Sorbiers',
  number: 'PNE-2026-024',
  toDay: '2027-12-31',
  next: 'La convention est chez le signataire, qui doit l’approuver.',
} as const;

type Page = Parameters<typeof stepButtons>[0] & Parameters<typeof stepForm>[1] & Parameters<typeof stepQuestion>[0];
const page = (given: object = {}): Page => ({ ...SENT, ...given }) as unknown as Page;
const steps = (given: object): string[] => stepButtons(page(given)).map(({ step }) => step);

describe('the steps of a convention', () => {
  it('ask for the act before the approval, and once only', () => {
    expect(steps({})).toEqual(['record-act', 'recall', 'refuse']);
    expect(steps({ file: { ...FILE, deliberation: ACT } })).toEqual(['approve', 'record-act', 'recall', 'refuse']);
  });

  it('are none for who only reads', () => {
    expect(steps({ actions: [] })).toEqual([]);
    expect(stepQuestion(page({ actions: [] }))).toBeNull();
  });

  it('prepare one successor, and renew once it is signed', () => {
    const inForce = { state: 'in-force', actions: ['draft-successor', 'end', 'renew'] };
    const after = (state: string) => ({ ...inForce, renewedBy: { id: 'c2', number: 'PNE-2027-001', state } });
    expect(steps(inForce)).toEqual(['draft-successor', 'end']);
    expect(steps(after('drafted'))).toEqual(['end']);
    expect(steps(after('signed'))).toEqual(['renew', 'end']);
  });

  it('are asked as a question that names the signatory', () => {
    expect(stepQuestion(page())?.question).toBe('Qu’a répondu Sorbiers ?');
    expect(stepQuestion(page({ state: 'in-force', actions: ['end'] }))).toBeNull();
  });
});

describe('the form of a step', () => {
  it('offers only the party that has not signed', () => {
    const signatures = [{ party: 'metropole', signedOn: '2026-11-10', signatory: 'Le président' }];
    const form = stepForm('sign', page({ file: { ...FILE, signatures } }), TODAY);
    expect(initialValues(form)['party']).toBe('partner');
    expect(form.sections[0]!.fields[0]!.options).toHaveLength(1);
  });

  it('records what has happened, never what is to come', () => {
    const errors = (on: string) => fieldErrors(stepForm('send', page(), TODAY), { on });
    expect(errors('2026-11-24')).toEqual({});
    expect(Object.keys(errors('2026-11-25'))).toEqual(['on']);
  });

  it('starts a successor the day after the term', () => {
    const form = stepForm('draft-successor', page(), TODAY);
    expect(initialValues(form)['fromDay']).toBe('2028-01-01');
    const reversed = { number: 'PNE-2028-001', fromDay: '2028-01-01', toDay: '2027-12-31' };
    expect(fieldErrors(form, reversed)).toEqual({ toDay: 'Le terme vient avant le début.' });
  });

  it('tells the signatories of an evaluation after it was adopted', () => {
    const values = { evaluationAdoptedOn: '2026-11-20', evaluationToldOn: '2026-11-19' };
    expect(Object.keys(fieldErrors(stepForm('renew', page(), TODAY), values))).toEqual(['evaluationToldOn']);
  });
});
