import { missingCharacterCount, type Refusal, SHORTEST_PASSWORD } from '@parc/domain';

/** The rule, said before anything is typed. */
export const PASSWORD_RULE = `Au moins ${SHORTEST_PASSWORD} caractères, sans votre adresse ni mot de passe courant. Une phrase de quelques mots convient.`;

/** What a password being typed still lacks; empty before the first letter, and once it is long enough. */
export function passwordAdvice(password: string): string {
  const missing = missingCharacterCount(password);
  if (password === '' || missing === 0) return '';
  return missing === 1 ? 'Encore 1 caractère.' : `Encore ${missing} caractères.`;
}

/** Why this password cannot be sent yet; empty when it can. */
export function passwordError(password: string): string {
  if (password === '') return 'Choisissez un mot de passe.';
  return passwordAdvice(password) === ''
    ? ''
    : `Ce mot de passe est trop court : ${SHORTEST_PASSWORD} caractères au moins.`;
}

const ABOUT_THE_PASSWORD: readonly string[] = ['account.password-weak', 'account.password-common'] satisfies Refusal[];

/** Is it the new password that the server refuses? Its sentence then stands beside the field. */
export function isAboutPassword(problem: { readonly code: string } | null): boolean {
  return problem !== null && ABOUT_THE_PASSWORD.includes(problem.code);
}
