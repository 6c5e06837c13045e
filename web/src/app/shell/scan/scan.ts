/** One code that somebody read. */
export interface Scan {
  /** What stands behind it: the code of a label whose address it was, else what was read (`codeScanned`). */
  readonly code: string;
  readonly by: 'camera' | 'reader' | 'typed';
  /** It was read before, while this scanner was open: who counts has nothing to do. */
  readonly again: boolean;
}

/** What the page found behind a code, said where its reader looks. */
export interface ScanAnswer {
  readonly code: string;
  readonly words: string;
  readonly tone: 'done' | 'waiting' | 'trouble';
}
