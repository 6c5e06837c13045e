import type { PriorityEducation, SchoolKind, SchoolSector } from '@parc/domain';

/** What a figure is narrowed by; null: not. */
export interface FigureFilter {
  readonly sector: SchoolSector | null;
  readonly kind: SchoolKind | null;
  readonly network: PriorityEducation | null;
}
