import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  CLOSES_AFTER_DAYS,
  CONVENTIONS,
  LOANS,
  ORDERS,
  SUPPORTS,
  TICKETS,
  VISITS,
  MODULE_MOST_MINUTES,
  YEARLY_TRAINING_MINUTES,
} from '@parc/domain';
import { allocationMail } from '../src/budgets/allocation-notice.words.js';
import { campaignBeginsMail, campaignReopenedMail } from '../src/inventory/campaigns/campaign-mails.js';
import { dotationPlannedMail } from '../src/inventory/dotations/dotation-mails.js';
import { addressChangedMail, managerGrantedMail, roleGivenMail } from '../src/identity/identity-mails.js';
import { labelReportMail } from '../src/maintenance/label-reports/label-report-mail.js';
import { LIMITS } from '../src/platform/limits.js';
import { handoverSignedMail } from '../src/training/handover-notices.service.js';

const ROOT = join(import.meta.dirname, '../..');
const FILES = ['web/src/app/**/*.{ts,html}', 'libs/domain/src/**/*-refusals.ts', 'libs/ui/src/**/*.ts'];
/** Words by which a screen promises that somebody is told. */
const PROMISES =
  /[^.:;'"`<>{}?]*(?:prévenue?s?\b|prévient|avertie?s?\b|courriel (?:le|la|les|lui|vous|prévient)\b|par courriel|un courriel quand)[^.;'"`<>{}]*/g;

const written = (file: string): string =>
  readFileSync(join(ROOT, file), 'utf8')
    .replaceAll(/\/\*[^]*?\*\/|<!--[^]*?-->|(?<=^|\s)\/\/.*$/gm, '')
    .replaceAll(/\s+/g, ' ');

const texts = FILES.flatMap((pattern) => globSync(pattern, { cwd: ROOT }))
  .filter((file) => !/(spec|fixture)\.ts$/.test(file))
  .map(written);
const said = (words: RegExp): string[] => [
  ...new Set(texts.flatMap((text) => [...text.matchAll(words)].map(([sentence]) => sentence.trim()))),
];

type OtherMail =
  | typeof campaignBeginsMail
  | typeof campaignReopenedMail
  | typeof dotationPlannedMail
  | typeof addressChangedMail
  | typeof allocationMail
  | typeof labelReportMail
  | typeof handoverSignedMail
  | typeof managerGrantedMail
  | typeof roleGivenMail;
/** A mail of a move's row (`action whom`), or the words of another mail. */
type Mail =
  | (typeof ORDERS)['tellings'][number]
  | (typeof CONVENTIONS)['tellings'][number]
  | (typeof TICKETS)['tellings'][number]
  | (typeof LOANS)['tellings'][number]
  | (typeof VISITS)['tellings'][number]
  | (typeof SUPPORTS)['tellings'][number]
  | OtherMail;

/** Each sentence of a screen that says somebody is told, and the mails that do it; written by hand on purpose. */
const TOLD_BY: Readonly<Record<string, readonly Mail[]>> = {
  // How an answer came, not that somebody is told.
  'par courriel': [],
  // The server, not somebody, could not be told.
  'Ce poste est fermé, mais le serveur n’a pas pu être prévenu : fermez aussi le navigateur': [],
  'Un courriel le lui confirme': [handoverSignedMail],
  'La direction de l’école est prévenue': [labelReportMail],
  'La direction de l’école sera prévenue': [labelReportMail],
  'La direction est prévenue par courriel': [dotationPlannedMail],
  'La métropole répond par courriel, à vous et à la direction': ['approve school', 'refuse school'],
  'Les directions sont prévenues par courriel': [campaignBeginsMail],
  'leurs directions sont prévenues': [campaignBeginsMail],
  'sa direction est prévenue': [campaignReopenedMail],
  'L’ancienne adresse en est avertie, et les liens qui y sont partis ne servent plus': [addressChangedMail],
  'L’école est prévenue': ['schedule school', 'move school', 'report school', 'close school'],
  'Il propose une date et vous prévient par courriel': ['date school'],
  'La date est donnée à l’école, qui est prévenue par courriel': ['date school'],
  'L’école est prévenue par courriel': ['move school'],
  'L’école est prévenue et confirme de son poste': ['report school', 'close school'],
  'L’école est prévenue, avec jusqu’au $': ['report school'],
  'L’école et l’intervenant sont prévenus': ['cancel school', 'cancel performer'],
  'Toute la gestion du plan est prévenue de ce rôle': [managerGrantedMail],
  'Un courriel le lui dit': [roleGivenMail],
  'Un courriel prévient la direction quand la métropole l’ouvre': [allocationMail],
  'Vous serez prévenu': ['schedule performer'],
  'Vous êtes prévenus par courriel quand une visite est fixée, quand il faut attendre, et quand c’est réparé': [
    ...(['plan school', 'wait school', 'resolve school'] as const),
  ],
  'la direction reçoit un courriel quand elle entre en vigueur': ['enter-into-force schools'],
  'la métropole répond par courriel à la direction': ['approve school', 'reject school', 'return school'],
  'réglé, le problème les résout ensemble, et chacun est prévenu par le sien': ['resolve school'],
  'seront résolus ainsi, chacun prévient qui l’a signalé': ['resolve school'],
  'l’école est prévenue de la date': ['schedule school', 'move school'],
  'un courriel le dit à la direction': ['schedule school', 'move school'],
};

describe('a sentence that says somebody is told', () => {
  it('is kept by mails that are named here', () => {
    expect(said(PROMISES).sort()).toEqual(Object.keys(TOLD_BY).sort());
  });

  it('names mails that rows send: a row that no longer tells takes the sentence with it', () => {
    const tellings: readonly unknown[] = [
      ...ORDERS.tellings,
      ...CONVENTIONS.tellings,
      ...TICKETS.tellings,
      ...LOANS.tellings,
      ...VISITS.tellings,
      ...SUPPORTS.tellings,
    ];
    const untold = Object.entries(TOLD_BY).flatMap(([sentence, mails]) =>
      mails
        .filter((mail) => typeof mail === 'string' && !tellings.includes(mail))
        .map((mail) => `${sentence}: ${String(mail)}`),
    );
    expect(untold).toEqual([]);
  });
});

describe('a number of days, minutes, megabytes or photos that a sentence says', () => {
  it('is the limit that is kept', () => {
    const kept = new Set([
      `${LIMITS.session.idleMinutes} minutes`,
      `${LIMITS.photoBytes / 1024 ** 2} Mo`,
      `${LIMITS.photosPerOrder} photos`,
      `${CLOSES_AFTER_DAYS} jours`,
      `${LIMITS.photoSlotDays} jours`,
      `${LIMITS.deliveryList.bytes / 1024 ** 2} Mo`,
      `${LIMITS.fleetList.bytes / 1024 ** 2} Mo`,
      `${LIMITS.fleetList.workbook.bytes / 1024 ** 2} Mo`,
      // What an insurer waits for the number of a complaint: said to who tells of a theft, and held against nobody.
      '30 jours',
      // The training hours of a teacher's year, by decree.
      `${YEARLY_TRAINING_MINUTES / 60} heures`,
      // The longest module.
      `${MODULE_MOST_MINUTES / 60} heures`,
      // The longest delay of an item, as its field bounds it.
      '250 jours',
      // The longest life of a device, as its field bounds it.
      '360 mois',
    ]);
    expect(said(/\b\d+ (?:jours?|minutes?|heures?|semaines?|mois|Mo|photos)\b/g).sort()).toEqual([...kept].sort());
  });
});
