import type { RefusalRegister } from '../refusals/register.js';

/** Every way a session, an account or a role is refused. */
// prettier-ignore
export const IDENTITY_REFUSALS = {
  'session.missing':            { status: 401, sentence: 'Votre session est terminée. Entrez de nouveau pour continuer.' },
  'session.csrf':               { status: 403, sentence: 'La demande ne vient pas de votre page. Rechargez-la, puis recommencez.' },
  'session.wrong-credentials':  { status: 401, sentence: 'L’adresse ou le mot de passe ne convient pas. Vérifiez-les, ou demandez un nouveau mot de passe.' },
  'session.throttled':          { status: 429, sentence: 'Trop d’essais depuis ce poste. Attendez quelques minutes, ou demandez un nouveau mot de passe.' },
  'session.not-demonstration':  { status: 404, sentence: 'L’entrée sans mot de passe n’existe que dans la démonstration.' },
  'assignment.not-yours':       { status: 404, sentence: 'Ce rôle n’est pas, ou n’est plus, l’un des vôtres.' },
  'account.link-unusable':      { status: 410, sentence: 'Ce lien a déjà servi ou n’est plus valable. Demandez-en un nouveau.' },
  'account.password-weak':      { status: 422, sentence: 'Choisissez un mot de passe d’au moins 12 caractères, différent de votre adresse.' },
  'account.password-common':   { status: 422, sentence: 'Ce mot de passe est de ceux qu’on essaie en premier. Choisissez plutôt quelques mots sans rapport entre eux.' },
  'account.administrator-exists': { status: 409, sentence: 'Un compte d’administration existe déjà : c’est lui qui invite les autres.' },
  'account.password-wrong':     { status: 422, sentence: 'Le mot de passe actuel ne convient pas.' },
  'account.email-taken':        { status: 409, sentence: 'Un compte existe déjà avec cette adresse.' },
  'account.last-administrator': { status: 409, sentence: 'C’est le dernier rôle d’administration sans date de fin : il reste. Donnez-le d’abord à une autre personne, qui aura choisi son mot de passe.' },
  'account.own-role':           { status: 403, sentence: 'Personne ne se donne un rôle à soi-même. Demandez à un collègue.' },
  'account.scope-wrong':        { status: 422, sentence: 'Ce rôle demande un autre périmètre.' },
  'account.not-teacher-here':   { status: 422, sentence: 'Un adjoint est d’abord enseignant de cette école.' },
  'account.dates-outside':      { status: 422, sentence: 'Ces dates sortent de celles de la direction.' },
  'account.code-weak':          { status: 422, sentence: 'Choisissez un code de 6 à 12 chiffres, ni répétés ni à la suite.' },
  'account.already-holds':      { status: 409, sentence: 'Cette personne a déjà ce rôle ici à ces dates.' },
  'account.assignment-ended':   { status: 409, sentence: 'Ce rôle a déjà pris fin.' },
  'account.inactive':           { status: 409, sentence: 'Ce compte est désactivé. Réactivez-le d’abord.' },
  'account.deputy-names-none':  { status: 403, sentence: 'Un adjoint n’en désigne pas d’autre.' },
  'account.school-closed':      { status: 409, sentence: 'Cette école est fermée pour de bon : personne n’y est plus nommé.' },
  'phone.not-found':            { status: 404, sentence: 'Ce téléphone n’est pas, ou n’est plus, l’un des vôtres.' },
  'phone.elsewhere':            { status: 403, sentence: 'Ce téléphone ne s’ouvre que de lui-même.' },
  'passkey.refused':            { status: 403, sentence: 'Ce déverrouillage n’est pas, ou n’est plus, reconnu. Utilisez votre mot de passe.' },
  'account.head-in-place':      { status: 409, sentence: 'Cette école a une direction : c’est elle qui désigne son adjoint.' },
} as const satisfies RefusalRegister;
