import { HOUR_CATEGORY_NAMES, type HourCategory } from '@parc/domain';
import { Flag, Id, Instant, List, OneOf, Text, Whole } from '../../platform/http/fields.js';
import { LIMITS } from '../../platform/limits.js';

/** What the API answers about certificates, to whom they were given and to whoever asks whether one is valid. */

export class CertificateItem {
  @Id()
  id!: string;

  @Text({ max: 30 })
  number!: string;

  @Text({ max: 150 })
  moduleTitle!: string;

  @Instant({ description: 'When the session began' })
  startsAt!: string;

  @Whole({ description: 'At which its holder was there' })
  minutes!: number;

  @Instant()
  issuedAt!: string;

  @Instant({ nullable: true, description: 'Who came was said otherwise then' })
  revokedAt!: string | null;

  @Flag({ nullable: true, description: 'Within the 18 hours of the year; null: nobody has said yet' })
  counts!: boolean | null;

  @OneOf(HOUR_CATEGORY_NAMES, { nullable: true })
  category!: HourCategory | null;
}

/** A person's own hours of the school year that runs, in minutes. */
export class OwnHours {
  @Text({ max: 9, description: '2026-2027' })
  year!: string;

  @Whole()
  attended!: number;

  @Whole({ description: 'Within the 18 hours' })
  counted!: number;

  @Whole({ description: 'Of which nobody has said yet whether they count' })
  unmarked!: number;
}

export class OwnCertificates extends OwnHours {
  @List(() => CertificateItem, { most: LIMITS.shownOfOne, description: 'The latest first' })
  items!: CertificateItem[];
}

export class CertificateCodeParam {
  @Text({ min: 1, max: 60, description: 'As it stands on the certificate' })
  code!: string;
}

/** Nothing else is told. */
export class CertificateVerdict {
  @Flag()
  valid!: boolean;
}
