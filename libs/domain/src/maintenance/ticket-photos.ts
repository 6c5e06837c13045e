import { kindRows, kindsOf, type Kind } from '../kinds/kinds.js';

/** What a photo of a breakdown shows. */
export const PHOTO_MOMENTS = kindRows<{ readonly word: string }>()({
  reported: { word: 'Au signalement' },
  before: { word: 'Avant' },
  after: { word: 'Après' },
});
export type PhotoMoment = Kind<typeof PHOTO_MOMENTS>;
export const PHOTO_MOMENT_NAMES = kindsOf(PHOTO_MOMENTS);

/** Each photo comes in two: the small one soon, the whole one when the network bears it. Longest side in pixels. */
export const PHOTO_SIZES = kindRows<{ readonly sidePixels: number }>()({
  small: { sidePixels: 480 },
  whole: { sidePixels: 1600 },
});
export type PhotoSize = Kind<typeof PHOTO_SIZES>;
export const PHOTO_SIZE_NAMES = kindsOf(PHOTO_SIZES);
/** Of one ticket. */
export const PHOTOS_PER_TICKET = 12;
/** Of them, with its report. */
export const PHOTOS_PER_REPORT = 3;
/** A larger photo is sent in parts of so many bytes: a cut line costs one part, not the photo. */
export const PHOTO_PART_BYTES = 64 * 1024;
