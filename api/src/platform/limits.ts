/** Every limit of the application, on one page. Durations in milliseconds, sizes in bytes, unless the name says otherwise. */
export const LIMITS = {
  /** Statement and lock time-outs per kind of caller. */
  statementMilliseconds: { request: 10_000, job: 120_000, import: 120_000 },
  lockMilliseconds: { request: 5_000, job: 30_000, import: 30_000 },
  poolConnections: 12,

  pageSize: { default: 50, most: 200 },
  /** Counts are exact up to here, then "plus de 20 000". */
  countExactTo: 20_000,
  deepestOffset: 20_000,

  bodyBytes: 256 * 1024,
  importBytes: 200 * 1024 * 1024,
  photoBytes: 10 * 1024 * 1024,
  photoPixels: 50_000_000,
  photoSidePixels: 1600,
  photosPerOrder: 12,
  linesPerOrder: 40,
  bulkItems: 200,

  idempotencyKeyDays: 7,
  securityEventMonths: 12,
  mailBatch: 50,
  mailTries: 12,

  session: {
    /** Left alone: closed (product.md 10). */
    idleMinutes: 15,
    /** Kept alive however busy: closed all the same. */
    absoluteHours: 12,
    /** `last_seen_at` is written at most this often. */
    seenEverySeconds: 60,
    /** How long a session read by a list may be believed; the list's own statement judges it again. */
    cachedSeconds: 30,
  },
  signIn: { freeFailures: 5, firstPauseSeconds: 30, longestPauseSeconds: 900, perAddressPerMinute: 60 },
  link: { invitationDays: 14, resetHours: 2 },
  requestsPerMinute: 1_200,
} as const;
