/** A change by which no specification can tell the difference, because there is none: said with its reason. */
export interface Equivalent {
  /** below libs/domain/src */
  file: string;
  original: string;
  /** the whole line, where several say the same */
  line?: string;
  /** what stands instead */
  replacement: string;
  reason: string;
}

export const EQUIVALENTS: readonly Equivalent[] = [
  {
    file: 'directory/siret.ts',
    original: 'siret.length === 14',
    replacement: 'true',
    reason: 'the nine figures of La Poste hold by the usual sum already',
  },
  {
    file: 'directory/siret.ts',
    original: 'sum += counted > 9 ? counted - 9 : counted',
    replacement: 'sum -= counted > 9 ? counted - 9 : counted',
    reason: 'a sum and its opposite are multiples of ten together',
  },
  {
    file: 'directory/siret.ts',
    original: 'sum + Number(figure)',
    replacement: 'sum - Number(figure)',
    reason: 'a sum and its opposite are multiples of five together',
  },
  {
    file: 'directory/plain-text.ts',
    original: '!NEEDS_CLEANING.test(text)',
    replacement: 'false',
    reason: 'a way around work: cleaning a clean text gives the same text',
  },
  {
    file: 'directory/plain-text.ts',
    original: 'one === other',
    replacement: 'false',
    reason: 'a way around work: equal texts have equal wordings',
  },
  {
    file: 'directory/contacts.ts',
    original: 'figures.length === 9',
    replacement: 'true',
    reason:
      'padding to ten figures leaves ten figures or more alone, and one or more zeros in front of fewer are no number',
  },
  {
    file: 'directory/national-directory.ts',
    original: 'uai !== null',
    line: 'if (uai !== null) refuseRepeated(row, uai, lineByUai);',
    replacement: 'true',
    reason: 'no accepted row is remembered under a UAI that could not be read',
  },
  {
    file: 'directory/national-directory.ts',
    original: 'uai !== null',
    line: 'if (aside !== null && !(uai !== null && uais?.has(uai))) return row.ignored(aside);',
    replacement: 'true',
    reason: 'a UAI that could not be read is none of ours',
  },
  {
    file: 'directory/row-reading.ts',
    original: "raw === ''",
    replacement: 'false',
    reason: 'a way around work: an empty cell is neither unreadable nor long, and clean',
  },
  {
    file: 'directory/header.ts',
    original: "'\\uFEFF'",
    replacement: '""',
    reason: 'trim() takes the mark of an encoding away too',
  },
  {
    file: 'directory/national-directory-columns.ts',
    original: "'\\uFEFF'",
    replacement: '""',
    reason: 'trim() takes the mark of an encoding away too',
  },
  {
    file: 'directory/header.ts',
    original: '[]',
    line: 'const { label, alsoNamed = [] } = wanted[key];',
    replacement: '["Stryker was here"]',
    reason: 'no file names a column so',
  },
  {
    file: 'directory/plain-text.ts',
    original: '/[\\u0000-\\u001F\\u007F-\\u00A0\\u2000-\\u206F\\p{Default_Ignorable_Code_Point}\\p{M}]|  |^ | $/u',
    replacement: '/[^\\u0000-\\u001F\\u007F-\\u00A0\\u2000-\\u206F\\p{Default_Ignorable_Code_Point}\\p{M}]|  |^ | $/u',
    reason: 'only takes the way around work less often: cleaning a clean text gives the same text',
  },
  {
    file: 'directory/plain-text.ts',
    original: '/[\\u0000-\\u001F\\u007F-\\u00A0\\u2000-\\u206F\\p{Default_Ignorable_Code_Point}\\p{M}]|  |^ | $/u',
    replacement: '/[\\u0000-\\u001F\\u007F-\\u00A0\\u2000-\\u206F\\P{Default_Ignorable_Code_Point}\\p{M}]|  |^ | $/u',
    reason: 'only takes the way around work less often: cleaning a clean text gives the same text',
  },
  {
    file: 'directory/plain-text.ts',
    original: '/[\\u0000-\\u001F\\u007F-\\u00A0\\u2000-\\u206F\\p{Default_Ignorable_Code_Point}\\p{M}]|  |^ | $/u',
    replacement: '/[\\u0000-\\u001F\\u007F-\\u00A0\\u2000-\\u206F\\p{Default_Ignorable_Code_Point}\\P{M}]|  |^ | $/u',
    reason: 'only takes the way around work less often: cleaning a clean text gives the same text',
  },
  {
    file: 'directory/plain-text.ts',
    original: '/[\\u0000-\\u001F\\u007F-\\u00A0\\u2000-\\u206F\\p{Default_Ignorable_Code_Point}\\p{M}]|  |^ | $/u',
    replacement: '/[\\u0000-\\u001F\\u007F-\\u00A0\\u2000-\\u206F\\p{Default_Ignorable_Code_Point}\\p{M}]|  | | $/u',
    reason: 'only takes the way around work less often: cleaning a clean text gives the same text',
  },
  {
    file: 'directory/plain-text.ts',
    original: '/[\\u0000-\\u001F\\u007F-\\u00A0\\u2000-\\u206F\\p{Default_Ignorable_Code_Point}\\p{M}]|  |^ | $/u',
    replacement: '/[\\u0000-\\u001F\\u007F-\\u00A0\\u2000-\\u206F\\p{Default_Ignorable_Code_Point}\\p{M}]|  |^ | /u',
    reason: 'only takes the way around work less often: cleaning a clean text gives the same text',
  },
  {
    file: 'directory/plain-text.ts',
    original: "/^(.+?)\\s*\\((le|la|les|l)\\s*['’]?\\)$/i",
    replacement: "/(.+?)\\s*\\((le|la|les|l)\\s*['’]?\\)$/i",
    reason: 'the first match begins at the start of a line anyway',
  },
  {
    file: 'directory/row-reading.ts',
    original: 'position !== undefined',
    replacement: 'true',
    reason: 'no number is above undefined: the comparison that follows is false',
  },
  {
    file: 'directory/row-reading.ts',
    original: 'position === undefined',
    replacement: 'false',
    reason: 'a row has no cell at undefined: the text is empty all the same',
  },
  {
    file: 'directory/national-directory-fields.ts',
    original: '/^-?\\d{1,3}(?:\\.\\d+)?$/',
    replacement: '/-?\\d{1,3}(?:\\.\\d+)?$/',
    reason: 'what is more than a number is NaN, which is below no bound',
  },
  {
    file: 'directory/national-directory-fields.ts',
    original: '/^-?\\d{1,3}(?:\\.\\d+)?$/',
    replacement: '/^-?\\d{1,3}(?:\\.\\d+)?/',
    reason: 'what is more than a number is NaN, which is below no bound',
  },
  {
    file: 'directory/national-directory-fields.ts',
    original: "'none'",
    replacement: '""',
    reason: 'only for the type: the row is refused',
  },
  {
    file: 'directory/public-holidays-file.ts',
    original: 'true',
    line: "date: { label: 'date', required: true },",
    replacement: 'false',
    reason: 'the last of the four columns alone says how long a row must be',
  },
  {
    file: 'directory/public-holidays-file.ts',
    original: 'true',
    line: "year: { label: 'annee', required: true },",
    replacement: 'false',
    reason: 'the last of the four columns alone says how long a row must be',
  },
  {
    file: 'directory/public-holidays-file.ts',
    original: 'true',
    line: "zone: { label: 'zone', required: true },",
    replacement: 'false',
    reason: 'the last of the four columns alone says how long a row must be',
  },
  {
    file: 'directory/public-holidays-file.ts',
    original: "reading.outcome === 'refused'",
    replacement: 'false',
    reason: 'only for the type: the published columns are not refused',
  },
  {
    file: 'agreements/convention-warnings.ts',
    original: 'day !== null',
    line: 'const before = (day: string | null) => day !== null && day < councilOn;',
    replacement: 'true',
    reason: 'for the type alone: a day is never below or above null',
  },
  {
    file: 'agreements/convention-warnings.ts',
    original: 'act.convenedOn !== null',
    replacement: 'true',
    reason: 'for the type alone: a day is never below or above null',
  },
  {
    file: 'agreements/convention-warnings.ts',
    original: 'on !== null',
    replacement: 'true',
    reason: 'for the type alone: a day is never below or above null',
  },
  {
    file: 'agreements/convention-warnings.ts',
    original: 'act.executoryFrom !== null && lastFormality !== null',
    replacement: 'true',
    reason: 'for the type alone: a day is never below or above null',
  },
  {
    file: 'agreements/convention-warnings.ts',
    original: 'act.executoryFrom !== null && lastFormality !== null',
    replacement: 'act.executoryFrom !== null || lastFormality !== null',
    reason: 'for the type alone: a day is never below or above null',
  },
  {
    file: 'agreements/convention-warnings.ts',
    original: 'act.executoryFrom !== null',
    replacement: 'true',
    reason: 'for the type alone: a day is never below or above null',
  },
  {
    file: 'agreements/convention-warnings.ts',
    original: 'lastFormality !== null',
    replacement: 'true',
    reason: 'for the type alone: a day is never below or above null',
  },
  {
    file: 'agreements/convention-warnings.ts',
    original: 'executoryFrom !== null',
    replacement: 'true',
    reason: 'for the type alone: a day is never below or above null',
  },
  {
    file: 'agreements/convention-rules.ts',
    original: 'party !== undefined',
    replacement: 'true',
    reason: 'for the type alone: nobody has signed as undefined',
  },
  {
    file: 'budgets/allocation.ts',
    original: 'schools.filter((school) => school.fixedCents !== null)',
    replacement: 'schools',
    reason: 'only summed: what is not fixed adds nothing',
  },
  {
    file: 'budgets/allocation.ts',
    original: 'school.fixedCents !== null',
    line: 'const fixed = schools.filter((school) => school.fixedCents !== null);',
    replacement: 'true',
    reason: 'only summed: what is not fixed adds nothing',
  },
  {
    file: 'budgets/allocation.ts',
    original: 'keys[a.i]! < keys[b.i]!',
    replacement: 'keys[a.i]! <= keys[b.i]!',
    reason: 'no two schools have one key',
  },
  {
    file: 'budgets/allocation.ts',
    original: 'a.remainder > b.remainder',
    replacement: 'a.remainder >= b.remainder',
    reason: 'equal remainders were answered before',
  },
];
