export { cleanText, communeMatchingName, plainText, sameWording, searchFor } from './plain-text.js';
export * from './uai.js';
export * from './body-kinds.js';
export * from './import-kinds.js';
export * from './siret.js';
export * from './insee.js';
export * from './contacts.js';
export type { Header, HeaderReading, HeaderRefusal } from './header.js';
export type {
  RowIgnored,
  RowRead,
  RowReading,
  RowRefused,
  RowShapeRefusal,
  RowWarning,
  RowWarningCode,
} from './row-reading.js';
export * from './row-words.js';
export * from './school-fields.js';
export * from './school-kinds.js';
export * from './school-list.js';
export * from './school-page-terms.js';
export * from './school-record.js';
export * from './school-words.js';
export type { DirectoryColumn, DirectoryHeaderStyle } from './national-directory-columns.js';
export type { DirectoryIgnored } from './national-directory-values.js';
export * from './national-directory-refusals.js';
export * from './national-directory.js';
export * from './refusal-words.js';
export * from './changes.js';
export * from './import-tally.js';
export * from './pupils-file.js';
export * from './social-index-file.js';
export * from './public-holiday-names.js';
export * from './public-holidays-file.js';
export * from './school-holidays-file.js';
export * from './yearly-files-words.js';
