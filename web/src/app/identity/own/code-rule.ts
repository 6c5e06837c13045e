/** Why a confirmation code cannot be sent; empty when it can. The server judges again, and knows of digits in a row. */
export function codeError(code: string): string {
  if (code === '') return 'Choisissez un code.';
  return /^\d{6,12}$/.test(code) ? '' : 'Un code a de 6 à 12 chiffres, sans lettre ni espace.';
}
