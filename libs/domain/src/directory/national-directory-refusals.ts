import type { RowShapeRefusal } from './row-reading.js';
import type { UaiRefusal } from './uai.js';

/**
 * Every reason for which a school's row is refused; the school then stays exactly as it is. A code a rule, a right or an
 * amount depends on is never guessed: damage that loses figures (a SIRET or postal code in scientific notation) refuses
 * the whole row, because it proves that a spreadsheet rewrote the line. What can be restored without doubt (zeros in
 * front, French dates) is restored with a warning, and contacts that cannot be read are left aside with one.
 */
export type DirectoryRefusal =
  | UaiRefusal
  | 'uai-repeated'
  | RowShapeRefusal
  | 'commune-outside-plan'
  | 'school-no-longer'
  | 'name-missing'
  | 'type-unknown'
  | 'kind-unknown'
  | 'sector-unknown'
  | 'contract-missing'
  | 'contract-unknown'
  | 'commune-missing'
  | 'commune-unreadable'
  | 'postal-code-unreadable'
  | 'priority-unknown'
  | 'state-unknown'
  | 'circonscription-unreadable'
  | 'position-unreadable'
  | 'siret-scientific'
  | 'siret-wrong'
  | 'opening-date-impossible';

/** And the one that only the plan can tell: the file closes a school in which devices stand. */
export type DirectoryRowRefusal = DirectoryRefusal | 'devices-standing';
