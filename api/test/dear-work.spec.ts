import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reachOf, ROLES } from '@parc/domain';
import type { DeclaredRoute } from '../src/platform/http/declared-permissions.js';
import { LIMITS } from '../src/platform/limits.js';
import { placeFor, type DearWork } from '../src/platform/bounds/dear-work.js';
import type { WorkBound } from '../src/platform/bounds/gate.js';
import { House } from './harness/house.js';
import { nameOf, requestOf } from './matrix/matrix.js';
import { documentedRoutes } from './matrix/routes.js';
import { buildWorld, ownPlace, type World } from './matrix/world.js';

/** Each kind of dear work and the routes that ask for it at once, written a second time on purpose. */
const ASKED_BY: Record<DearWork, readonly string[]> = {
  signIn: [
    'SessionController.signIn',
    'SessionController.signInToDemonstration',
    'PasswordLinksController.askReset',
    'PasswordLinksController.read',
    'PasswordLinksController.use',
    'LabelReportsController.report',
    'SurveysController.read',
    'SurveysController.answer',
    'PasskeysController.askEntering',
    'PasskeysController.enter',
  ],
  // Asked for behind another place, or behind a first judgement: what they use is named below.
  password: ['PhonesController.enrol'],
  picture: [],
  upload: [
    'OrderFilesController.add',
    'CampaignPartsController.addPhoto',
    'DepositsController.addPhoto',
    'DeviceEndsController.addPhoto',
    'TicketWorkController.addFile',
    'VisitWorkController.addFile',
  ],
  document: [
    'OrderFilesController.document',
    'LabelsController.sheets',
    'DeviceEndsController.certificate',
    'DeviceEndsController.receipt',
    'AttendanceController.printed',
    'CampaignsController.minutesDocument',
    'VisitsController.minutes',
    'CertificatesController.certificate',
  ],
  export: [
    'UsageBatchesController.refusedCsv',
    'OrderBulkController.export',
    'EquipmentBulkController.export',
    'SchoolsController.export',
    'StatementController.export',
    'ImportsController.changesCsv',
    'ImportsController.refusalsCsv',
    'DeliveryListsController.faulty',
    'DisposalsController.export',
    'FleetImportsController.refusals',
    'FleetValueController.sharesCsv',
    'KitController.export',
    'FiguresController.export',
    'SoftwareController.export',
    'SoftwareLicencesController.export',
    'HoursController.export',
  ],
  // Comes over SMTP: mail-in.spec.ts.
  mailIn: [],
  importFile: ['ImportsController.upload'],
  usageFile: ['UsageBatchesController.deliver', 'UsageBatchesController.accept', 'UsageBatchesController.decline'],
  importApply: ['ImportsController.apply'],
  deliveryList: ['DeliveriesController.addList'],
  deliveryEntry: ['DeliveryListsController.enter'],
  fleetList: ['FleetImportsController.upload'],
  fleetEntry: ['FleetImportsController.apply'],
  allocation: ['AllocationsController.allocate', 'DotationsController.preview'],
  freeze: ['EditionsController.freeze'],
  bulk: [
    'OrderBulkController.approve',
    'OrderBulkController.certify',
    'EquipmentBulkController.place',
    'EquipmentBulkController.store',
    'EquipmentBulkController.retire',
    'EquipmentBulkController.lose',
    'EquipmentBulkController.rooms',
    'ProblemsController.resolve',
    'DisposalsController.wipe',
    'DisposalsController.dispose',
    'DotationPartsController.receive',
    'DotationPartsController.receiveInPart',
    'SoftwareInstallationsController.installMany',
    'SoftwareInstallationsController.removeMany',
  ],
};

/** What makes work dear, by the words that call it, and the only files that may say them. */
const TOOLS: { what: RegExp; files: readonly string[]; inTurn?: string }[] = [
  { what: /(from|import\() ?'sharp'/, files: ['platform/files/picture-process.ts'] },
  // The press prints for who has a place for a document; the picture's process is started by who has one for it.
  { what: /'node:child_process'/, files: ['platform/files/photo.ts', 'platform/files/printing.ts'] },
  { what: /picture-process/, files: ['platform/files/photo.ts'], inTurn: "inTurn('picture'" },
  { what: /'@node-rs\/argon2'/, files: ['identity/credentials.ts'], inTurn: "inTurn('password'" },
  { what: /'node:worker_threads'|\b(scrypt|pbkdf2)\w*\(/, files: [] },
  { what: /\b(gunzip|inflate|unzip|brotliDecompress)\w*\(/, files: ['platform/files/zip.ts'] },
  { what: /'read-excel-file\/node'/, files: ['inventory/lists/workbook.ts'] },
  {
    what: /\brenderPdf\b/,
    files: [
      'inventory/campaigns/campaigns.controller.ts',
      'inventory/ends/end.documents.ts',
      'inventory/labels/labels.service.ts',
      'platform/files/pdf.ts',
      'orders/order.documents.ts',
      'training/attendance/attendance-sheet.document.ts',
      'training/certificates/certificate.documents.ts',
      'visits/visit.documents.ts',
    ],
  },
  { what: /'csv-parse(\/sync)?'/, files: ['directory/imports/uploaded-file.ts', 'usage/ingestion/usage-file.ts'] },
  {
    what: /\bcsv(Text|Stream)\(/,
    files: [
      'platform/http/csv.ts',
      'orders/order.export.ts',
      'directory/schools.queries.ts',
      'budgets/statement.queries.ts',
      'directory/imports/imports.queries.ts',
      'inventory/bulk/equipment.export.ts',
      'inventory/ends/disposals.queries.ts',
      'inventory/ends/reuse-shares.queries.ts',
      'inventory/lists/refused-rows.ts',
      'inventory/needs/gaps.queries.ts',
      'inventory/software/licences.queries.ts',
      'inventory/software/titles.queries.ts',
      'training/hours/hours.queries.ts',
      'usage/ingestion/usage-batches.queries.ts',
    ],
  },
  {
    what: /\ballowImportTime\(/,
    files: [
      'directory/imports/import-reading.ts',
      'directory/imports/imports.service.ts',
      'inventory/imports/fleet-entry.service.ts',
      'inventory/imports/fleet-imports.service.ts',
      'inventory/imports/fleet-kept-out.ts',
    ],
  },
  {
    what: /\btransactions\.preview\(/,
    files: [
      'inventory/deliveries/delivery-entry.service.ts',
      'inventory/imports/fleet-entry.service.ts',
      'platform/database/row-by-row.ts',
    ],
  },
  {
    what: /\brows\.preview\(/,
    files: [
      'inventory/bulk/equipment-bulk.service.ts',
      'inventory/software/installing.service.ts',
      'orders/bulk.service.ts',
    ],
  },
  { what: /\btransactions\.look\(/, files: ['budgets/allocation.service.ts'] },
  { what: /\.toBuffer\(/, files: ['platform/files/picture-process.ts'] },
];

const SOURCES = join(import.meta.dirname, '../src');
const sources = globSync('**/*.ts', { cwd: SOURCES })
  .sort()
  .map((file) => ({ file, text: readFileSync(join(SOURCES, file), 'utf8') }));

const { routes, documented } = await documentedRoutes();
const declared = Object.values(ASKED_BY).flat();

/** A route whose document shows that it costs more than its request: a file in or out, a preview, something open that writes. */
function looksDear(route: DeclaredRoute): boolean {
  const operation = documented(route);
  const types = [
    ...Object.keys(operation?.requestBody?.content ?? {}),
    ...Object.values(operation?.responses ?? {}).flatMap(({ content }) => Object.keys(content ?? {})),
  ];
  return (
    types.some((type) => ['text/csv', 'application/pdf', 'multipart/form-data'].includes(type)) ||
    (operation?.parameters ?? []).some(({ name }) => name === 'preview') ||
    (route.permission === null && route.method !== 'GET')
  );
}

describe('dear work', () => {
  it('is declared: every route that shows it by what it takes or gives has its kind', () => {
    const undeclared = routes.filter(looksDear).map(nameOf);
    expect(undeclared.length).toBeGreaterThan(10);
    expect(undeclared.filter((name) => !declared.includes(name))).toEqual([]);
  });

  it('names routes that are there', () => {
    const names = routes.map(nameOf);
    expect(declared.filter((name) => !names.includes(name))).toEqual([]);
  });

  it.each(TOOLS)('$what is used where it has a place to wait for, and nowhere else', ({ what, files, inTurn }) => {
    const using = sources.filter(({ text }) => what.test(text));
    expect(using.map(({ file }) => file)).toEqual([...files].sort());
    if (inTurn) expect(using.filter(({ text }) => !text.includes(inTurn)).map(({ file }) => file)).toEqual([]);
  });

  it('of a kind that has a bound is done somewhere', () => {
    const all = sources.map(({ text }) => text).join('\n');
    const kinds = Object.keys(LIMITS.work);
    expect(
      kinds.filter((kind) => !new RegExp(`(inTurn|placeFor|streamInTurn)\\(\\s*'${kind}'`, 'i').test(all)),
    ).toEqual([]);
  });
});

describe('while no place is free', () => {
  let house: House;
  let world: World;
  const leaving: Promise<() => void>[] = [];

  beforeAll(async () => {
    house = await House.open();
    world = await buildWorld(house);
    for (const [kind, { atOnce, waiting }] of Object.entries<WorkBound>(LIMITS.work))
      for (let place = 0; place < atOnce + waiting; place++) leaving.push(placeFor(kind as DearWork, null));
    // Who has waited long enough is refused, here as everywhere.
    leaving.forEach((one) => one.catch(() => undefined));
  }, 120_000);
  afterAll(async () => {
    leaving.forEach((one) => void one.then((leave) => leave()).catch(() => undefined));
    await house.close();
  });

  const last = (route: DeclaredRoute) => (nameOf(route) === 'SessionController.signOut' ? 1 : 0);

  it('dear work is refused with the time to come back, and everything else is answered', async () => {
    const refused: string[] = [];
    for (const route of [...routes].sort((one, other) => last(one) - last(other))) {
      const role = ROLES.find((one) => !route.permission || reachOf(route.permission, one))!;
      const { method, url, body, headers } = requestOf(route, { ...ownPlace(world, role), world, role });
      const answer = await world.people[role].send(method as 'GET', url, body, headers);
      if (answer.body?.code !== 'work.too-many') continue;
      expect([nameOf(route), answer.status, Number(answer.headers['retry-after']) > 0]).toEqual([
        nameOf(route),
        429,
        true,
      ]);
      refused.push(nameOf(route));
    }
    // A change of one's own password asks for no more than a hash.
    expect(refused.filter((name) => !name.startsWith('OwnAccountController.')).sort()).toEqual([...declared].sort());
    // Every route once, one after the other.
  }, 120_000);
});
