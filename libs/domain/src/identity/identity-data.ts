import type { PersonalDataRegister, PlainColumns } from '../personal-data/register.js';

export const IDENTITY_DATA = {
  accounts: {
    what: 'Compte : nom, adresse professionnelle, mot de passe et code de confirmation chiffrés',
    purpose: 'Savoir qui agit, et en quel nom',
    lies: ['account.email', 'account.name', 'account.password_hash', 'account.confirmation_code_hash'],
    term: { months: 24, since: 'la fin du dernier rôle' },
    then: 'pseudonymise',
  },
  sessions: {
    what: 'Sessions ouvertes',
    purpose: 'Rester entré d’une page à l’autre',
    lies: ['session.token_hash', 'session.csrf_token'],
    term: { days: 30, since: 'la fin de la session' },
    then: 'purge',
  },
  phones: {
    what: 'Téléphones sur lesquels une personne travaille sans réseau : marque de l’appareil, clé de ce qu’il garde, clé publique de son déverrouillage par l’empreinte ou le visage (qui restent dans l’appareil)',
    purpose:
      'Rendre son travail à qui a oublié son mot de passe, ouvrir le téléphone sans mot de passe, et fermer un téléphone perdu',
    lies: ['phone.device_hash', 'phone.key_escrow', 'phone.passkey_id', 'phone.passkey_key'],
    term: { months: 12, since: 'le retrait du téléphone' },
    then: 'purge',
  },
  credentialLinks: {
    what: 'Liens d’invitation et de nouveau mot de passe',
    purpose: 'Ouvrir un compte sans communiquer de mot de passe',
    lies: ['credential_link.token_hash'],
    term: { days: 30, since: 'la fin de validité' },
    then: 'purge',
  },
  signInTries: {
    what: 'Essais manqués : empreintes du compte et du poste',
    purpose: 'Ralentir qui devine un mot de passe',
    lies: ['sign_in_try.account_key', 'sign_in_try.address_key'],
    term: { days: 1, since: 'le dernier essai' },
    then: 'purge',
  },
  signInWindows: {
    what: 'Essais des dernières minutes : empreintes du compte et du poste',
    purpose: 'Ralentir qui devine un mot de passe',
    lies: ['sign_in_window.key'],
    term: { days: 1, since: 'le dernier essai' },
    then: 'purge',
  },
  signInPlaces: {
    what: 'Postes d’où un compte est déjà entré : empreintes du compte et du poste',
    purpose: 'Laisser entrer chacun de son école, même quand d’autres s’y trompent',
    lies: ['sign_in_place.account_key', 'sign_in_place.address_key'],
    term: { days: 90, since: 'la dernière entrée' },
    then: 'purge',
  },
  securityLog: {
    what: 'Journal de sécurité : entrées, refus',
    purpose: 'Constater et comprendre un accès anormal',
    lies: ['security_event.detail'],
    term: { months: 12, since: 'l’événement' },
    then: 'purge',
  },
} as const satisfies PersonalDataRegister;

export const IDENTITY_PLAIN = {
  'assignment.delegation_decision': 'a number of a document',
  'assignment.role': 'a kind',
  'assignment.scope_kind': 'a kind',
  'credential_link.kind': 'a kind',
  'phone.challenge': 'a random key',
  'phone.challenge_for': 'a kind',
  'phone.kind': 'a kind',
  'phone_act.key': 'a random key',
  'security_event.kind': 'a kind',
} as const satisfies PlainColumns;
