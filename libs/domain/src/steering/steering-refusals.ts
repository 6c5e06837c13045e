import type { RefusalRegister } from '../refusals/register.js';

/** Every way a figure is refused. */
// prettier-ignore
export const STEERING_REFUSALS = {
  'figure.axis':          { status: 422, sentence: 'Ce chiffre ne se détaille pas ainsi.' },
  'figure.not-worked-out': { status: 409, sentence: 'Ce chiffre n’est pas encore calculé. Revenez dans une minute.' },
} as const satisfies RefusalRegister;
