/** The free texts of one object, as its domain publishes them: words of SQL over $1, its id. */
export interface FreeTextsOf {
  /** One row, `name`: what the object is called; none where there is no such object. */
  readonly named: string;
  /** Rows of `place`, `rowId`, `part` (which of several in one column, from 1; 0 for a column of one), `text` and `at`: whatever somebody wrote (what the application writes by itself names nobody), wherever it is kept or was copied, in the order of time. */
  readonly texts: string;
  /** Has pages that are open somewhere read the object again before they write to it. */
  readonly touch?: string;
}

/** What stands in a JSON column once the text $3 is taken out of it: words of SQL, with $2, the mark. Any other column is the mark. */
export type InJson = Readonly<Record<string, string>>;
