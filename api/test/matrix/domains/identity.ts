import { randomUUID } from 'node:crypto';
import { type Asked, nothing, type DomainRows } from '../domain-rows.js';

const assignment = ({ site }: Asked) => ({ role: 'teacher', scopeId: site.schoolId, fromDay: '2026-10-06' });

const PASSKEY = { id: 'AAAA', clientDataJson: 'AAAA' };

export const identity: DomainRows = {
  objects: [
    ['/api/v1/accounts/:id', ({ world }) => ({ id: world.spare.accountId })],
    ['/api/v1/assignments/:id', ({ world }) => ({ id: world.spare.assignmentId })],
    ['/api/v1/phones/:id/key', ({ world, role }) => ({ id: world.phones[role].kept })],
    ['/api/v1/phones/:id/passkey', ({ world, role }) => ({ id: world.phones[role].kept })],
    ['/api/v1/phones/:id', ({ world, role }) => ({ id: world.phones[role].lost })],
    ['/api/v1/deputies/:id', ({ site }) => ({ id: site.deputyId })],
  ],
  queries: {
    'AccountsController.scopes': '?role=teacher',
  },
  bodies: {
    'AccountsController.invite': (asked) => ({
      ...assignment(asked),
      email: `invite-${randomUUID()}@exemple.fr`,
      name: 'Personne invitée',
    }),
    'AccountsController.grant': assignment,
    'AccountsController.correct': () => ({ email: 'autre@exemple.fr', name: 'Autre' }),
    'AssignmentsController.end': nothing,
    'DeputiesController.name': ({ site }) => ({
      accountId: site.teacherId,
      fromDay: '2026-10-06',
      lastDay: '2026-10-30',
    }),
    'SessionController.signIn': () => ({ email: 'inconnue@exemple.fr', password: 'faux' }),
    'SessionController.signInToDemonstration': () => ({ role: 'teacher' }),
    'SessionController.switchAssignment': ({ world, role }) => ({
      assignmentId: world.people[role].session!.assignment.id,
    }),
    'OwnAccountController.changePassword': () => ({ currentPassword: 'faux', newPassword: 'une-autre-ardoise' }),
    'OwnAccountController.setConfirmationCode': () => ({ password: 'faux', code: '123456' }),
    'PhonesController.enrol': () => ({ kind: 'android', password: 'faux', phoneKey: `${'A'.repeat(43)}=` }),
    'PasskeysController.askRegistering': () => ({ password: 'faux' }),
    'PasskeysController.register': () => ({ ...PASSKEY, attestationObject: 'AAAA' }),
    'PasskeysController.askEntering': () => ({ ids: ['AAAA'] }),
    'PasskeysController.enter': () => ({ ...PASSKEY, authenticatorData: 'AAAA', signature: 'AAAA' }),
    'PasswordLinksController.askReset': () => ({ email: 'inconnue@exemple.fr' }),
    'PasswordLinksController.read': () => ({ token: 'x'.repeat(40) }),
    'PasswordLinksController.use': () => ({ token: 'x'.repeat(40), password: 'une-autre-ardoise' }),
  },
  /** The plan manager names deputies in medico-social units alone (rules.md 1), and none of the matrix is one. */
  narrowed: {
    'DeputiesController.name': 'plan-manager',
    'DeputiesController.end': 'plan-manager',
  },
  withoutKey: {
    'SessionController.signIn': 'nobody has signed in',
    'SessionController.signInToDemonstration': 'nobody has signed in',
    'SessionController.extend': 'twice is once',
    'SessionController.switchAssignment': 'twice is once',
    'SessionController.signOut': 'twice is once',
    'OwnAccountController.changePassword': 'the key keeps a hash of the body, and the body is a password',
    'OwnAccountController.setConfirmationCode': 'the key keeps a hash of the body, and the body is a code',
    'PhonesController.enrol': 'the key keeps a hash of the body, and the body is a password',
    'PhonesController.key': 'twice is once',
    'PhonesController.revoke': 'twice is once',
    'PasskeysController.askRegistering': 'the key keeps a hash of the body, and the body is a password',
    'PasskeysController.register': 'a challenge is answered once',
    'PasskeysController.forget': 'twice is once',
    'PasskeysController.askEntering': 'nobody has signed in',
    'PasskeysController.enter': 'nobody has signed in',
    'PasswordLinksController.askReset': 'nobody has signed in',
    'PasswordLinksController.read': 'it reads',
    'PasswordLinksController.use': 'nobody has signed in',
  },
  doors: {
    'identity/deputy.access.js': 'DeputyAccess',
  },
};
