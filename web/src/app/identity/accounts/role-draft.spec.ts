import { describe, expect, it } from '@jest/globals';
import { Problem } from '../../shell/problem';
import { personErrors } from './person-draft';
import { assignmentRequest, emptyRoleDraft, errorSummary, refusedAnswers, roleErrors, withRole } from './role-draft';

const school = { id: 'school-1', label: 'École des Tilleuls, Sorbiers' };
const draft = { ...emptyRoleDraft('2026-11-24'), role: 'school-head' as const, scope: school };

describe('a role to give', () => {
  it('is asked for with what it is given over', () => {
    expect(roleErrors(emptyRoleDraft('2026-11-24'))).toEqual({ role: 'Choisissez un rôle.' });
    expect(roleErrors({ ...draft, scope: null })['scopeId']).toBe('Choisissez dans la liste : école.');
    expect(roleErrors({ ...draft, role: 'technician', scope: null })).toEqual({});
    expect(roleErrors(draft)).toEqual({});
  });

  it('ends after it begins', () => {
    expect(roleErrors({ ...draft, lastDay: '2026-11-23' })['lastDay']).toContain('après le début');
    expect(roleErrors({ ...draft, lastDay: '2026-11-24' })).toEqual({});
    expect(roleErrors({ ...draft, fromDay: '' })['fromDay']).toContain('premier jour');
  });

  it('keeps its scope for another role of the same kind, and no other', () => {
    expect(withRole(draft, 'teacher').scope).toBe(school);
    expect(withRole(draft, 'commune-officer').scope).toBeNull();
  });

  it('never carries a delegation from a plan manager to somebody else', () => {
    const manager = { ...withRole(draft, 'plan-manager'), delegationDecision: 'Arrêté 2026-12' };
    expect(assignmentRequest(manager)).toMatchObject({ scopeId: null, delegationDecision: 'Arrêté 2026-12' });
    expect(withRole(manager, 'teacher').delegationDecision).toBe('');
  });

  it('is sent without an end when none is given', () => {
    expect(assignmentRequest(draft)).toEqual({
      role: 'school-head',
      scopeId: 'school-1',
      fromDay: '2026-11-24',
      lastDay: null,
      delegationDecision: null,
    });
  });
});

describe('what is refused', () => {
  it('stands beside the answer it is about', () => {
    const taken = new Problem(409, 'account.email-taken', 'Un compte existe déjà avec cette adresse.');
    expect(refusedAnswers(taken)).toEqual({ email: taken.sentence });
    const late = new Problem(400, 'request.invalid', '', [
      { name: 'lastDay', code: 'impossible', message: 'Trop tôt.' },
    ]);
    expect(refusedAnswers(late)).toEqual({ lastDay: 'Trop tôt.' });
    expect(refusedAnswers(null)).toEqual({});
  });

  it('is gathered in the order of the questions', () => {
    const errors = { lastDay: 'Fin.', ...personErrors({ name: '', email: 'camille' }) };
    expect(errorSummary(errors).map(({ controlId }) => controlId)).toEqual(['nom', 'adresse', 'fin']);
  });
});
