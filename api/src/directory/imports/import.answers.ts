import { IMPORT_KINDS, type ImportKind } from '@parc/domain';
import { Id, Instant, List, Nested, OneOf, Text, Whole } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.js';

export const IMPORT_STATES = ['reading', 'ready', 'refused', 'interrupted', 'applied'] as const;

export class UploadQuery {
  @OneOf(IMPORT_KINDS)
  kind!: ImportKind;
}

export class ImportListQuery extends PageQuery {
  @OneOf(IMPORT_KINDS, { optional: true })
  kind?: ImportKind;
}

export class ImportCounts {
  @Whole({ description: 'Rows of the file: created + changed + unchanged + refused + ignored' })
  rows!: number;

  @Whole()
  created!: number;

  @Whole()
  changed!: number;

  @Whole()
  changedFields!: number;

  @Whole()
  unchanged!: number;

  @Whole()
  refused!: number;

  @Whole({ description: 'Rows of other establishments, other communes, other zones' })
  ignored!: number;

  @Whole({ description: 'Accepted rows in which something was repaired or left aside' })
  warned!: number;

  @Whole({ description: 'What the directory has and the file does not name; none of its rows' })
  missing!: number;
}

export class CountedLabel {
  @Text({ max: 60 })
  code!: string;

  @Text({ max: 200 })
  label!: string;

  @Whole()
  count!: number;
}

export class ImportFile {
  @Text({ max: 200 })
  name!: string;

  @Text({ max: 64 })
  sha256!: string;

  @Whole()
  byteCount!: number;

  @OneOf(['utf-8', 'windows-1252', 'macintosh'])
  encoding!: string;

  @Text({ max: 1, description: 'What parts its columns' })
  separator!: string;

  @Text({ max: 20, nullable: true, description: '2023, 2026, api or other, where several headers are known' })
  headerStyle!: string | null;

  @Whole()
  columnCount!: number;

  @Whole()
  usedColumnCount!: number;
}

export class ImportProgress {
  @Whole()
  rows!: number;

  @Whole()
  bytes!: number;
}

export class ImportAnswer {
  @Id()
  id!: string;

  @OneOf(IMPORT_KINDS)
  kind!: ImportKind;

  @Text({ max: 100 })
  kindLabel!: string;

  @OneOf(IMPORT_STATES)
  state!: string;

  @Text({ max: 500, nullable: true, description: 'Why the whole file cannot be read' })
  problem!: string | null;

  @Text({ max: 200 })
  uploadedByName!: string;

  @Instant()
  uploadedAt!: string;

  @Instant({ nullable: true })
  readAt!: string | null;

  @Text({ max: 200, nullable: true })
  appliedByName!: string | null;

  @Instant({ nullable: true })
  appliedAt!: string | null;

  @Nested(() => ImportFile)
  file!: ImportFile;

  @Nested(() => ImportProgress)
  progress!: ImportProgress;

  @Nested(() => ImportCounts)
  counts!: ImportCounts;

  @Whole({ description: 'Schools, figures or days the directory held when the file was read' })
  existing!: number;

  @List(() => CountedLabel, { most: 20, description: 'Why rows are ignored' })
  ignored!: CountedLabel[];

  @List(() => CountedLabel, { most: 20, description: 'What was repaired or left aside in accepted rows' })
  warnings!: CountedLabel[];

  @List(() => CountedLabel, { most: 20, description: 'Changed fields under their headings' })
  groups!: CountedLabel[];
}

export class ImportListItem {
  @Id()
  id!: string;

  @OneOf(IMPORT_KINDS)
  kind!: ImportKind;

  @Text({ max: 200 })
  fileName!: string;

  @OneOf(IMPORT_STATES)
  state!: string;

  @Text({ max: 200 })
  uploadedByName!: string;

  @Instant()
  uploadedAt!: string;

  @Instant({ nullable: true })
  appliedAt!: string | null;

  @Whole()
  rows!: number;

  @Whole()
  created!: number;

  @Whole()
  changed!: number;

  @Whole()
  refused!: number;

  @Whole()
  missing!: number;
}

export class PageAnswer {
  @Whole()
  total!: number;

  @Whole({ min: 1 })
  page!: number;

  @Whole({ min: 1 })
  size!: number;
}

export class ImportList extends PageAnswer {
  @List(() => ImportListItem, { most: 200 })
  items!: ImportListItem[];
}
