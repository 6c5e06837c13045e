/** What makes a story differ from the plain one. */
export interface Twists {
  /** A first submission is withdrawn by the school or returned by the manager. */
  comesBack?: 'withdraw' | 'return';
  /** It stays there: a draft again. */
  endsAsDraft?: boolean;
  /** Approved in part: how many of the first line that asks for three or more, or a drawn number. */
  inPart?: true | number;
  /** Moved to this day before it was done. */
  moved?: string;
  interrupted?: boolean;
  staysInProgress?: boolean;
  /** One less than approved was done. */
  less?: boolean;
  /** So many reinforced supports more: dearer than what was committed. */
  more?: number;
  /** The bill differs by so many cents, from roundings. */
  cents?: number;
  disputed?: boolean;
  adjourned?: boolean;
  byDefault?: boolean;
  /** The submission's own instant, when it is part of a basket or of a told story. */
  submittedAt?: string;
  plannedAt?: readonly [from: string, to: string];
}
