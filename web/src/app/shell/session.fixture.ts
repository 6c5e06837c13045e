import type { SessionAnswer } from '@parc/api-client';

/** A session as the API describes it; what a test is about is given, the rest is plausible. */
export function sessionState(given: Partial<SessionAnswer> = {}): SessionAnswer {
  const assignment = {
    id: 'assignment-1',
    role: 'school-head',
    roleLabel: 'Direction d’école',
    scopeLabel: 'École élémentaire des Tilleuls',
    schoolId: 'school-1',
    deputy: false,
    mayCertify: false,
    ended: false,
  } as const;
  return {
    account: { id: 'account-1', name: 'Camille Martin' },
    assignment,
    assignments: [assignment],
    csrfToken: 'token-1',
    demonstration: false,
    expiresAt: '2099-01-01T00:00:00Z',
    idleMinutes: 15,
    ...given,
  };
}
