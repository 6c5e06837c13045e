import { PHOTO_PART_BYTES } from '@parc/domain';

/** Every limit of the application, on one page. Durations in milliseconds, sizes in bytes, unless the name says otherwise. */
export const LIMITS = {
  /** Statement and lock time-outs per kind of caller. */
  statementMilliseconds: { request: 10_000, job: 120_000, import: 120_000 },
  lockMilliseconds: { request: 5_000, job: 30_000, import: 30_000 },
  poolConnections: 12,
  /** Statements kept prepared on each connection, once they came this often; so many others are watched. */
  prepared: { statements: 200, afterTimes: 3, watched: 2_000 },

  pageSize: { default: 50, most: 200 },
  /** Devices of one state are counted up to here. */
  stateCountedTo: 20_000,
  deepestOffset: 20_000,
  /** Rows of an export in memory at once. */
  exportBatchRows: 250,

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
  /** Of a route that is open to everyone: a few short answers. */
  openBodyBytes: 8 * 1024,
  /** What a JSON body may hold, judged before anything walks it. */
  json: { depth: 8, keysOfObject: 100, elementsOfArray: 1_000, values: 5_000 },
  /** Of an address before its query: a longer part names no file that a disk could hold. */
  pathCharacters: 240,
  /** Names in an address' query. */
  queryNames: 100,
  /** Free texts of one object, shown to who takes one out. */
  freeTexts: 1_000,
  /** Fields told in one refusal: nobody corrects more at once. */
  fieldProblems: 20,
  importBytes: 200 * 1024 * 1024,
  /** The national directory has some 70,000 lines; a file with far more, or with so many refused, is another one. */
  importRows: { lines: 1_000_000, refused: 10_000 },
  photoBytes: 10 * 1024 * 1024,
  /**
   * Pixels by what reading a picture costs; half as many where a colour takes two bytes. Measured, in bytes a pixel: below 1
   * row by row, 6 in several passes (progressive, interlaced), 4 in WebP, 19 in AVIF. Each ends near 80 MB.
   */
  photoPixels: { inRows: 50_000_000, inPasses: 12_500_000, webp: 20_000_000, avif: 4_000_000 },
  photoSidePixels: 1600,
  /** One picture, from the start of its process to its end. */
  pictureMilliseconds: 30_000,
  photosPerOrder: 12,
  /** Of one departure, or of one thing found without a label. */
  photosOfOne: 6,
  /** How long a report's announced photos may follow it. */
  photoSlotDays: 60,
  /** Of a photo that comes in parts: a cut line costs one of them. */
  photoPartBytes: PHOTO_PART_BYTES,
  /** How long a browser remembers that it is an enrolled phone: as long as browsers let it. */
  phoneDays: 400,
  /** How long a finger may take: a challenge is answered within it, or asked anew. */
  passkey: { challengeSeconds: 120 },
  /** A document prints in a tenth of a second at most; one that hangs is ended, and so is the idle process that prints. */
  document: { milliseconds: 10_000, idleMilliseconds: 60_000 },
  linesPerOrder: 40,
  /** Moves and contents that the page of a device shows; the list shows them all. */
  shownOfOne: 200,
  stockPlaces: 100,
  /** A ticket waits or is visited within a year; the likely duplicates of a report are few, or nobody reads them. */
  tickets: { reviewWithinDays: 366, duplicates: 5, movedByNight: 2_000, warnedAtOnce: 200, openCounted: 20_000 },
  /**
   * Reports from a label, without account: of one network (a school's people share one), of one device, of one school; how many
   * may wait for its head; how many labels a network looks at.
   */
  labelReports: {
    looks: { most: 60, withinSeconds: 3_600 },
    perAddress: { most: 10, withinSeconds: 3_600 },
    perDevice: { most: 3, withinSeconds: 86_400 },
    perSchool: { most: 20, withinSeconds: 86_400 },
    waiting: 20,
    forgottenByNight: 2_000,
  },
  /** Tickets that one request names; known causes that are told before a report, and looked at for it. */
  problems: { ticketsAtOnce: 50, knownShown: 3, knownRead: 50 },
  /** Models of one module, schools invited by name, schools shown that a session opens; how far ahead one is proposed, in days. */
  training: {
    ...{ models: 50, guests: 50, seats: 200, schoolsShown: 50, aheadDays: 366 },
    /** How far back what waits for somebody is looked for, in days; what forms propose at once. */
    dueDays: 366,
    ...{ peopleShown: 20, modelsOffered: 500, trainers: 200, circonscriptions: 1_000 },
    /** A file that is handed out, as the table checks it too. */
    fileBytes: 10 * 1024 * 1024,
    /** Sessions whose offers end in one minute. */
    movedByMinute: 200,
    /** How far ahead, and of how many sessions, people are reminded in one night. */
    ...{ remindedDays: 21, remindedByNight: 500 },
    /** Half-days of one session, what is said of them at once; sessions that a trainer takes along of two days. */
    dates: 12,
    presences: 2_400,
    packetSessions: 20,
    arrivalsShown: 20,
    /** Empty lines of a sheet that is signed on paper. */
    sheetFreeLines: 4,
    /** Codes that one person tries; certificates that one network asks about. */
    sign: { most: 5, withinSeconds: 300 },
    verify: { most: 30, withinSeconds: 3_600 },
    /** Addresses of a questionnaire that open nothing, by network. */
    survey: { most: 30, withinSeconds: 3_600 },
    /** Lines of hours that are shown or marked at once. */
    hours: 200,
    /** Sessions whose mail of a place is remembered, and for how long, in milliseconds: their school may be renamed meanwhile. */
    placedMails: { sessions: 50, milliseconds: 60_000 },
    /** Sessions that a calendar is told of, and how far back, in days. */
    ...{ feedSessions: 200, feedPastDays: 60 },
  },
  /** What one school's page of equipment and trainings tells at once, handovers that a technician is shown as asked, sessions suggested and their places. */
  coherence: { models: 100, rooms: 20, modules: 5, sessions: 3, asked: 50, suggested: 30, places: 12, needs: 2_000 },
  /** How far ahead a trial in a pilot school ends, in days. */
  pilots: { aheadDays: 366 },
  /** Remedies that are found for one breakdown: whoever is about to report reads no more. */
  remedies: { found: 3 },
  /** Days of a loan, at most, and once extended; how far ahead one is asked for; what the screens show at once. */
  loans: {
    days: 31,
    extendedDays: 62,
    aheadDays: 366,
    kits: 200,
    spares: 20,
    shownWeeks: 6,
    dueShown: 20,
    movedByNight: 2_000,
  },
  /**
   * Upkeep: what is looked at on each device, devices of one check (a larger school has several), days ahead for which checks are
   * made, a day that is put off, days shown of a plan.
   */
  upkeep: { points: 12, devicesOfOne: 200, madeAheadDays: 28, postponedWithinDays: 366, nextDays: 6 },
  /** Things done during one visit, things offered to be done there, remarks shown, what the system ends in one night. */
  visits: { parts: 60, toDo: 60, devices: 60, endedByNight: 500, aheadMinutes: 5, countedMonths: 12, open: 20 },
  /** What one takes along for two days: what was said of each ticket last, devices of the rooms where one works. */
  round: {
    orders: 100,
    toSchedule: 50,
    tickets: 100,
    said: 5,
    schools: 60,
    devices: 400,
    wholeOrders: 30,
    checks: 20,
  },
  /** Devices that one report names: each is moved with its own line of history. */
  devicesPerReport: 60,
  /** Devices that a line of a report offers to choose from. */
  offeredDevices: 20,
  /** A supplier's list: what a workbook may hold is judged before anything walks it; rows shown of each kind. */
  deliveryList: {
    bytes: 5 * 1024 * 1024,
    unpackedBytes: 24 * 1024 * 1024,
    rows: 3_000,
    columns: 60,
    cells: 60_000,
    shownRows: 200,
    /** Cells written anew, lines left out, words of models: of one list. */
    mended: 500,
  },
  /** A list of devices that exist already: its rows are streamed and kept in the database; a workbook is held, and so is smaller. */
  fleetList: {
    bytes: 25 * 1024 * 1024,
    rows: 60_000,
    columns: 100,
    shownRows: 200,
    shownWords: 300,
    /** Lists that wait at once; words decided in one request. */
    waiting: 20,
    decided: 300,
    workbook: { bytes: 5 * 1024 * 1024, unpackedBytes: 24 * 1024 * 1024, rows: 5_000, columns: 60, cells: 100_000 },
  },
  /** Lists of one delivery that wait, models awaited in it, devices received in it without a list. */
  delivery: { waitingLists: 20, awaitedModels: 60, byHand: 50 },
  /** Files of an edition. */
  editionParts: 1_000,
  /** The base kit: groups of devices, models that count toward one, rules of one with those of before. */
  kit: { groups: 30, models: 200, rules: 200 },
  /** A dotation: its schools, how many devices in all, devices that one delivery brings, devices offered to prepare it. */
  dotation: { schools: 500, quantity: 5_000, devices: 120, offered: 100 },
  /**
   * Use: bytes and lines of a file, lines told of one reason, weeks summed in one transaction, how far apart sums are made anew;
   * weeks and arrivals that the screen shows, sources, tokens of one, how long a token lives, how far back a use is declared, uses declared in a day by one person.
   */
  usage: {
    bytes: 200 * 1024 * 1024,
    lines: 4_000_000,
    /** A version is often a date and an hour, or seconds since 1970. */
    lastVersion: 9_999_999_999,
    refusedLinesTold: 100,
    ...{ weeksAtOnce: 8, everySeconds: 15 },
    ...{ shownWeeks: 12, shownArrivals: 6, sources: 50, tokensOfOne: 20, tokenDays: 731, tokenDefaultDays: 366 },
    ...{ declaredDays: 7, declaredADay: 30, declaredShown: 20 },
  },
  /** Software: licences that one mail names. */
  software: { toldAtOnce: 40 },
  /**
   * A campaign of inventory: its schools, the models and rooms it may be narrowed to, devices shown of one room, words of what has
   * no label, differences printed; a school is not reminded again before so many working days.
   */
  campaign: {
    schools: 1_000,
    models: 60,
    rooms: 200,
    devicesOfRoom: 500,
    note: 300,
    code: 200,
    printed: 500,
    remindedAgainWorkingDays: 2,
  },
  /** Days around today in which somebody may come to a school. */
  visit: { daysBefore: 366, daysAfter: 731 },
  bulkItems: 200,
  /** Devices of one school that are gone through when its year ends: the largest has some three hundred. */
  schoolYear: { devices: 1_000 },
  /** Labels of chosen devices (an address carries their ids), and of a whole school: a second of printing. */
  labels: { chosen: 200, atOnce: 500 },
  /** A device looked at again by the same person within this long was seen once. */
  seenAgainSeconds: 60,

  /**
   * Work that costs more than its request (`platform/bounds`): so many at once in a process, so many waiting behind them and
   * each so long, so many of one person under way and waiting. Past it the request is refused, and *Retry-After* says as
   * long as one waits. A password is one of the four threads that also read files and look names up.
   */
  work: {
    /** Whatever somebody not signed in has written: signing in, links, a report from a label. */
    signIn: { atOnce: 4, waiting: 60, waitMilliseconds: 5_000 },
    /** One Argon2id: 19 MiB and a thread for some hundredths of a second. */
    password: { atOnce: 2, waiting: 20, waitMilliseconds: 5_000 },
    /** A photo that arrives: on disk, so that memory stays flat. */
    upload: { atOnce: 24, waiting: 0, waitMilliseconds: 5_000, ofOne: 12 },
    picture: { atOnce: 1, waiting: 23, waitMilliseconds: 20_000, ofOne: 12 },
    document: { atOnce: 1, waiting: 20, waitMilliseconds: 15_000, ofOne: 5 },
    /** What is handed out at a training, slice by slice, so that memory stays flat: a whole room downloads it at once. */
    handout: { atOnce: 24, waiting: 60, waitMilliseconds: 15_000, ofOne: 3 },
    /** From the first row asked for to the last one taken. */
    export: { atOnce: 2, waiting: 10, waitMilliseconds: 15_000, ofOne: 3 },
    /** From the first byte received to the last row compared; files are read one after the other. */
    importFile: { atOnce: 4, waiting: 0, waitMilliseconds: 30_000 },
    /** A supplier's list, from its first byte to its last cell; then looked at as it would be received, and received. */
    deliveryList: { atOnce: 2, waiting: 6, waitMilliseconds: 20_000, ofOne: 2 },
    deliveryEntry: { atOnce: 1, waiting: 8, waitMilliseconds: 30_000, ofOne: 3 },
    /** A list of existing devices, from its first byte to its last row kept; then all that it does, looked at or done. */
    fleetList: { atOnce: 1, waiting: 3, waitMilliseconds: 30_000, ofOne: 2 },
    fleetEntry: { atOnce: 1, waiting: 4, waitMilliseconds: 60_000, ofOne: 2 },
    /** A file of use, from its first byte to its last row written. */
    usageFile: { atOnce: 2, waiting: 0, waitMilliseconds: 30_000 },
    importApply: { atOnce: 1, waiting: 2, waitMilliseconds: 60_000 },
    /** A preview does all that the application does. */
    allocation: { atOnce: 1, waiting: 4, waitMilliseconds: 30_000 },
    /** A mail that is taken apart: it is in memory whole, a few megabytes. */
    mailIn: { atOnce: 1, waiting: 10, waitMilliseconds: 20_000 },
    /** An edition: every figure worked out anew, then kept with its rows. */
    freeze: { atOnce: 1, waiting: 2, waitMilliseconds: 60_000 },
    bulk: { atOnce: 2, waiting: 8, waitMilliseconds: 30_000, ofOne: 3 },
  },
  /** Whoever takes a file this slowly has lost the line. */
  exportMilliseconds: 5 * 60_000,

  /** Mail that comes in (`MailReceiver`): of one message, of one connection, of all of them, of one person. */
  mailIn: {
    bytes: 5 * 1024 * 1024,
    headerBytes: 64 * 1024,
    nestedParts: 20,
    clients: 10,
    messagesOfConnection: 20,
    silenceMilliseconds: 30_000,
    /** The whole of a connection: the largest message at 0.5 Mbit/s. */
    connectionMilliseconds: 120_000,
    closingMilliseconds: 5_000,
    perAccountAndHour: 20,
    /** How long a notice may be answered. */
    answeredWithinDays: 60,
  },
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
  /**
   * Requests of one person under way at once, whatever their sessions, and so many behind them: as many as a browser opens, and
   * fewer than there are connections to the database. A file that arrives has bounds of its own.
   */
  ofOnePerson: { atOnce: 6, waiting: 100, waitMilliseconds: 30_000 },
  /** Requests of one connection that are not answered yet: browsers and proxies wait for one before they send the next. */
  unansweredOfConnection: 16,
  /** Sessions and addresses counted at once; past it the minute begins anew. */
  requestPaceKeys: 100_000,
} as const;
