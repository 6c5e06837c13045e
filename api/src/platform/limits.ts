/** Every limit of the application, on one page. Durations in milliseconds, sizes in bytes, unless the name says otherwise. */
export const LIMITS = {
  /** Statement and lock time-outs per kind of caller. */
  statementMilliseconds: { request: 10_000, job: 120_000, import: 120_000 },
  lockMilliseconds: { request: 5_000, job: 30_000, import: 30_000 },
  poolConnections: 12,
  /** Statements kept prepared on each connection, once they came this often; so many others are watched. */
  prepared: { statements: 200, afterTimes: 3, watched: 2_000 },

  pageSize: { default: 50, most: 200 },
  /** Counts are exact up to here, then "plus de 20 000". */
  countExactTo: 20_000,
  deepestOffset: 20_000,
  /** Rows of an export in memory at once. */
  exportBatchRows: 1_000,

  /** How long the server waits (`waitPatiently`). */
  http: {
    /** The whole of a request that carries no file. */
    requestMilliseconds: 30_000,
    /** The whole of one that does: the largest import at 1.5 Mbit/s. */
    uploadMilliseconds: 20 * 60_000,
    /** Nothing comes: a body that stopped, a connection nobody uses. */
    idleMilliseconds: 60_000,
    /** The request is whole and the answer not begun: several statements of the longest kind, one after the other. */
    workMilliseconds: 10 * 60_000,
    /** Longer than the usual proxy's, which must be the one to close. */
    keepAliveMilliseconds: 65_000,
  },
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
  /** The lines of an import, applied or left, are kept this long; its counts for good. */
  importDetailDays: 90,
  mail: {
    /** Sent in one round; the next round comes seconds later. */
    batch: 50,
    /** Refusals of one mail before it is given up; a server that is away counts none. */
    tries: 12,
    firstRetryMinutes: 1,
    longestRetryMinutes: 360,
    /** A mail taken by a server that died is taken again after this long: well above the time-outs of one sending. */
    leaseMinutes: 10,
    connectionMilliseconds: 10_000,
    socketMilliseconds: 30_000,
  },
  jobs: {
    /** A run without an end after this long has crashed, and is taken again. */
    crashedAfterMinutes: 30,
  },

  session: {
    /** Left alone: closed (rules.md 11). */
    idleMinutes: 15,
    /** Kept alive however busy: closed all the same. */
    absoluteHours: 12,
    /** `last_seen_at` is written at most this often. */
    seenEverySeconds: 60,
    /** How long a session read by a list may be believed; the list's own statement judges it again. */
    cachedSeconds: 30,
  },
  signIn: {
    /** Of one account from one address; then pauses that double. */
    freeFailures: 5,
    firstPauseSeconds: 30,
    longestPauseSeconds: 900,
    /** Failures from one address, whatever the accounts, those under way among them. */
    perAddress: { most: 60, withinSeconds: 60 },
    /** Failures of one account, whatever the addresses; beyond, one try every so often, and never none. */
    perAccount: { most: 50, withinSeconds: 3_600, slowSeconds: 30 },
    /** An address where the account has signed in before stays known so long. */
    placeDays: 90,
  },
  link: {
    invitationDays: 14,
    firstAdministratorHours: 24,
    resetHours: 2,
    resetsPerHour: 3,
    /** Asked from one address, whoever for. */
    resetsPerAddress: { most: 30, withinSeconds: 3_600 },
  },
  /** Wrong confirmation codes, per school. */
  confirmationCode: { tries: 5, withinMinutes: 60 },
  /** Of one session, or of one address signed out: the default of `REQUESTS_PER_MINUTE`, which 0 takes away. */
  requestsPerMinute: 1_200,
  /** Sessions and addresses counted at once; past it the minute begins anew. */
  requestPaceKeys: 100_000,
} as const;
