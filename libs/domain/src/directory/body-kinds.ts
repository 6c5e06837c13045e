import { type Kind, kindRows } from '../kinds/kinds.js';
import type { Role } from '../roles/roles.js';

export interface BodyKindRow {
  readonly word: string;
  /** Who names a deputy where one of its schools has no head; null: whoever does in its sector. */
  readonly vacancyRole: Role | null;
}

/** Who runs schools that no commune runs; what each runs stands with sectors and kinds of school. */
export const BODY_KINDS = kindRows<BodyKindRow>()({
  ogec: { word: 'OGEC', vacancyRole: null },
  diocese: { word: 'Direction diocésaine', vacancyRole: null },
  'medico-social': { word: 'Organisme médico-social', vacancyRole: 'plan-manager' },
});
export type BodyKind = Kind<typeof BODY_KINDS>;
