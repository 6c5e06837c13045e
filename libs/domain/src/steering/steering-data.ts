import type { PlainColumns } from '../personal-data/register.js';

/** Figures and editions hold no person: who froze one is an account. */
export const STEERING_PLAIN = {
  'indicator_period.key': 'a figure',
  'indicator_cell.axis': 'a kind',
  'indicator_cell.part': 'a kind, or a place',
  'indicator_cell.sector': 'a kind',
  'indicator_cell.kind': 'a kind',
  'indicator_cell.network': 'a kind',
  'indicator_school.sector': 'a kind',
  'indicator_school.kind': 'a kind',
  'indicator_school.network': 'a kind',
  'frozen_content.content': 'figures, rows of devices, orders and tickets, never of persons',
  'frozen_content.sha256': 'the print of a content',
  'edition.title': 'of a meeting',
  'edition.reason': 'of a correction: what was wrong in figures',
  'edition.sha256': 'the print of a content',
  'edition_part.name': 'a file of ours',
  'edition_part.media_type': 'a kind',
  'edition_part.sha256': 'the print of a content',
} as const satisfies PlainColumns;
