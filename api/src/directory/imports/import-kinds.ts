import { PUBLIC_HOLIDAYS_FILE, SCHOOL_HOLIDAYS_FILE } from './holidays.import.js';
import type { ImportKind, ImportKindName } from './import-kind.js';
import { NATIONAL_DIRECTORY } from './national-directory.import.js';
import { PUPILS_FILE, SOCIAL_INDEX_FILE } from './school-figures.import.js';

/** Every kind of file the directory reads. */
export const IMPORTS: Readonly<Record<ImportKindName, ImportKind>> = {
  'national-directory': NATIONAL_DIRECTORY,
  pupils: PUPILS_FILE,
  'social-index': SOCIAL_INDEX_FILE,
  'public-holidays': PUBLIC_HOLIDAYS_FILE,
  'school-holidays': SCHOOL_HOLIDAYS_FILE,
};
