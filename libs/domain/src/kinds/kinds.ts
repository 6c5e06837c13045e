/**
 * A vocabulary: one row for each word that the database, the API and the files know, with everything that depends on
 * it in the row's columns. Its union is `Kind<typeof ROWS>`; choices, words and checks take the rows and nothing else.
 */
export function kindRows<Row>() {
  return <const Word extends string>(rows: Readonly<Record<Word, Row>>): Readonly<Record<Word, Row>> => rows;
}

export type Kind<Rows> = keyof Rows & string;

/** The words, in the order of the rows. */
export function kindsOf<Rows extends object>(rows: Rows): readonly Kind<Rows>[] {
  return Object.keys(rows) as Kind<Rows>[];
}

/** The words whose rows hold what is asked. */
export function kindsWhere<Word extends string, Row>(
  rows: Readonly<Record<Word, Row>>,
  holds: (row: Row) => boolean,
): readonly Word[] {
  return kindsOf(rows).filter((word) => holds(rows[word]));
}

export function isKind<Rows extends object>(rows: Rows, text: unknown): text is Kind<Rows> {
  return typeof text === 'string' && Object.hasOwn(rows, text);
}

/** What a select offers. */
export function kindChoices<Word extends string>(
  rows: Readonly<Record<Word, { readonly word: string }>>,
): { value: Word; label: string }[] {
  return kindsOf(rows).map((value) => ({ value, label: rows[value].word }));
}

/** The words that people read, by the word of the code: for a template, or for words written otherwise. */
export function kindWords<Word extends string, Row extends { readonly word: string }>(
  rows: Readonly<Record<Word, Row>>,
  wordOf: (row: Row) => string = ({ word }) => word,
): Readonly<Record<Word, string>> {
  return Object.fromEntries(kindsOf(rows).map((kind) => [kind, wordOf(rows[kind])])) as Record<Word, string>;
}
