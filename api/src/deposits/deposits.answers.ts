import {
  DEPOSIT_BODY_CHARACTERS,
  DEPOSIT_OBJECT_NAMES,
  DEPOSIT_PHOTOS,
  type DepositObject,
  type Role,
  ROLES,
} from '@parc/domain';
import { Flag, Id, Instant, List, OneOf, RowCount, Text, Whole } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/page.js';
import { LIMITS } from '../platform/limits.js';

export class DepositListQuery extends PageQuery {
  @Flag({ optional: true, query: true, description: 'Read already, or not yet' })
  read?: boolean;
}

export class DepositRow {
  @Id()
  id!: string;

  @Text({ max: 500 })
  about!: string;

  @OneOf(DEPOSIT_OBJECT_NAMES)
  objectKind!: DepositObject;

  @Text({ max: 200 })
  authorName!: string;

  @Instant()
  saidAt!: string;

  @Instant()
  receivedAt!: string;

  @Text({ max: 500 })
  refusal!: string;

  @Instant({ nullable: true })
  readAt!: string | null;
}

export class DepositList {
  @List(() => DepositRow, { most: LIMITS.pageSize.most })
  items!: DepositRow[];

  @RowCount()
  total!: number;

  @Whole({ min: 1 })
  page!: number;

  @Whole({ min: 1 })
  size!: number;
}

class DepositPhoto {
  @Id()
  id!: string;

  @Id({ nullable: true, description: 'The file; null: announced, and not there yet' })
  smallId!: string | null;

  @Id({ nullable: true })
  wholeId!: string | null;
}

export class DepositPage extends DepositRow {
  @Id()
  objectId!: string;

  @Text({ max: 60 })
  action!: string;

  @OneOf(ROLES)
  role!: Role;

  @Text({ max: DEPOSIT_BODY_CHARACTERS, description: 'What was refused, word for word: JSON, unless it was taken out' })
  body!: string;

  @Text({ max: 80 })
  refusalCode!: string;

  @Text({ max: 200, nullable: true })
  readerName!: string | null;

  @List(() => DepositPhoto, { most: DEPOSIT_PHOTOS })
  photos!: DepositPhoto[];
}
