import type { ImportKind } from '@parc/domain';
import { PUBLIC_HOLIDAYS_FILE, SCHOOL_HOLIDAYS_FILE } from './holidays.import.js';
import type { ImportFile } from './import-kind.js';
import { NATIONAL_DIRECTORY } from './national-directory.import.js';
import { PUPILS_FILE, SOCIAL_INDEX_FILE } from './school-figures.import.js';

/** Every kind of file the directory reads. */
export const IMPORTS: Readonly<Record<ImportKind, ImportFile>> = {
  'national-directory': NATIONAL_DIRECTORY,
  pupils: PUPILS_FILE,
  'social-index': SOCIAL_INDEX_FILE,
  'public-holidays': PUBLIC_HOLIDAYS_FILE,
  'school-holidays': SCHOOL_HOLIDAYS_FILE,
};
