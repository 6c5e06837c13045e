import { describe, expect, it } from '@jest/globals';
import {
  actDates,
  attendanceWords,
  blockedHelp,
  conventionPath,
  conventionThread,
  lockedWords,
  voteWords,
} from './convention-words';

const plain = (text: string): string => text.replace(/[\u202f\u00a0]/g, ' ');

const IN_FORCE = {
  state: 'in-force',
  sentOn: '2023-09-20',
  approvedOn: '2023-11-08',
  signedOn: '2023-12-04',
  fromDay: '2024-01-01',
  toDay: '2027-12-31',
  endedOn: null,
  file: null,
} as const;

/** An act as a council wrote it: unanimous, without a count of its votes. */
const ACT = {
  council: 'Conseil municipal',
  councilOn: '2023-11-08',
  membersInOffice: 29,
  present: 27,
  proxies: 2,
  unanimous: true,
  convenedOn: '2023-11-02',
  certifiedOn: '2023-11-14',
  visas: [],
};

describe('the path of a convention', () => {
  const path = (given: Partial<Parameters<typeof conventionPath>[0]>) =>
    conventionPath({ ...IN_FORCE, ...given }).map(({ label, state, note }) =>
      plain(`${label} ${state} ${note ?? ''}`).trim(),
    );

  it('dates what is past and ends at its term', () => {
    expect(path({})).toEqual([
      'Transmise past 20 sept. 2023',
      'Approuvée past 8 nov. 2023',
      'Signée past 4 déc. 2023',
      'En vigueur past 1er janv. 2024',
      'Terme present le 31 déc. 2027',
    ]);
  });

  it('says when a signed one enters into force, and dates nothing that has not happened', () => {
    const steps = path({ state: 'signed' });
    expect(steps[3]).toBe('En vigueur present le 1er janv. 2024');
    expect(steps[4]).toBe('Terme future');
    expect(path({ state: 'drafted', sentOn: null, approvedOn: null, signedOn: null })[0]).toBe('Transmise present');
  });

  it('ends the day it was ended, not at its term', () => {
    expect(path({ state: 'ended', endedOn: '2026-06-30' })[4]).toBe('Terminée past 30 juin 2026');
  });
});

describe('the thread of a convention', () => {
  const sent = {
    id: 'm1',
    action: 'send' as const,
    from: 'drafted' as const,
    to: 'sent' as const,
    role: 'plan-manager' as const,
    happenedOn: '2026-09-20',
    at: '2026-09-21T08:00:00Z',
    reason: null,
  };
  const none = { kind: 'commune' as const, partyName: 'Unieux', file: null };

  it('opens with what is awaited, then tells who did what under which date', () => {
    const next = 'La convention est chez le signataire, qui doit l’approuver.';
    expect(conventionThread({ ...none, state: 'sent', next, thread: [sent] })).toEqual([
      { id: 'awaited', title: 'La convention est chez le signataire, qui doit l’approuver', kind: 'awaited' },
      {
        id: 'm1',
        title: 'Transmise',
        actor: 'gestion du plan',
        at: '2026-09-21T08:00:00Z',
        kind: 'done',
        detail: expect.stringContaining('sept.'),
      },
    ]);
  });

  it('awaits nothing of one in force', () => {
    expect(conventionThread({ ...none, state: 'in-force', next: null, thread: [] })).toEqual([]);
  });

  it('says whose each signature is, those of one day in the order they were recorded', () => {
    const sign = { ...sent, action: 'sign' as const, at: '2026-10-02T08:00:00Z', happenedOn: '2026-10-01' };
    const file = {
      deliberation: null,
      legalBasis: null,
      promises: [],
      runningCosts: null,
      warnings: [],
      signatures: [
        { party: 'partner' as const, signedOn: '2026-10-01', signatory: 'Le maire' },
        { party: 'metropole' as const, signedOn: '2026-10-01', signatory: 'Le président' },
      ],
    };
    const thread = [
      { ...sign, id: 's2' },
      { ...sign, id: 's1' },
    ];
    const told = (given: typeof file | null) =>
      conventionThread({ ...none, file: given, state: 'signed', next: null, thread }).map(({ title }) => title);
    expect(told(file)).toEqual(['Signée par la métropole', 'Signée par la commune d’Unieux']);
    expect(told(null)).toEqual(['Signature', 'Signature']);
  });
});

describe('what can no longer be done', () => {
  it('speaks of one school or of several', () => {
    expect(blockedHelp(1)).toContain('Elle prépare des brouillons');
    expect(blockedHelp(2)).toContain('Elles préparent des brouillons');
  });

  it('says why a convention is not written again, and that one sent can be taken back first', () => {
    expect(lockedWords({ state: 'drafted', actions: ['edit', 'send'] })).toBeNull();
    expect(lockedWords({ state: 'sent', actions: ['recall', 'approve'] })).toBe(
      'Cette convention est transmise : reprenez-la pour la modifier.',
    );
    expect(lockedWords({ state: 'in-force', actions: ['end'] })).toBe(
      'Cette convention est en vigueur : elle ne se modifie plus.',
    );
  });
});

describe('an act in words', () => {
  it('says unanimity as the act says it, without inventing a count', () => {
    expect(voteWords(ACT)).toBe('à l’unanimité');
    expect(plain(voteWords({ ...ACT, unanimous: false, votesFor: 25, votesAgainst: 0, abstentions: 2 }))).toBe(
      '25 voix pour, 2 abstentions',
    );
    expect(plain(attendanceWords(ACT))).toBe('29 membres en exercice, 27 présents, 2 pouvoirs');
  });

  it('gives the dates it bears in their proper order, and no other', () => {
    expect(actDates(ACT).map(({ label }) => label)).toEqual(['Convocation', 'Séance', 'Extrait certifié']);
  });
});
