import { describe, expect, it } from '@jest/globals';
import type { ORDER_REFUSALS } from './orders/order-refusals.js';
import { REFUSALS, type Refusal, type RefusalNeeds } from './refusals.js';
import type { Judged } from './refusals/register.js';
import { merged } from './registers/merged.js';

/** Codes by status, written a second time: all the others are 422, an answer to correct or a gate that stays shut. */
// prettier-ignore
const CODES: Record<number, readonly Refusal[]> = {
  400: ['request.invalid', 'request.unreadable', 'idempotency.missing'],
  401: ['session.missing', 'session.wrong-credentials', 'usage.token-unknown'],
  403: [
    'role.may-not', 'session.csrf', 'account.own-role', 'account.deputy-names-none', 'phone.elsewhere', 'passkey.refused',
    'order.role-may-not',
    'order.submitted-by-you', 'order.carried-out-by-you', 'order.confirmed-by-you', 'order.confirmed-by-default-by-you',
    'order.not-assignee', 'order.no-delegation', 'order.code-wrong', 'usage.token-elsewhere',
  ],
  404: [
    'route.not-found', 'object.not-found', 'session.not-demonstration', 'assignment.not-yours', 'phone.not-found',
    'order.not-found', 'redaction.no-text', 'file.slot-unknown', 'label-report.unknown', 'training.survey-over',
  ],
  405: ['route.method'],
  408: ['request.slow'],
  409: [
    'account.email-taken', 'account.last-administrator', 'account.administrator-exists', 'account.already-holds',
    'account.assignment-ended', 'account.inactive', 'account.head-in-place', 'account.school-closed', 'job.under-way',
    'order.state', 'file.not-now', 'order.prerequisites-open', 'order.already-started', 'order.too-early',
    'order.year-over',
    'order.cost-within-commitment', 'order.not-closable', 'order.follows-quote', 'budget.envelope-closed',
    'budget.already-opened', 'hold.already-resolved', 'catalogue.state', 'catalogue.reference-taken',
    'contract.number-taken', 'contract.holder-taken', 'convention.state', 'convention.number-taken',
    'convention.successor-exists', 'convention.already-signed', 'convention.not-yet',
    'convention.successor-later', 'import.state', 'equipment.state', 'equipment.tag-taken',
    'equipment.serial-taken', 'edition.corrected',
 'edition.moving',
 'edition.no-figures', 'figure.not-worked-out',
 'equipment.container-apart', 'equipment.inside', 'equipment.training-awaited',
    'equipment.no-room', 'equipment.loan-missing', 'equipment.on-loan', 'equipment.of-kit', 'equipment.to-lend', 'equipment.ticket-missing', 'equipment.ticket-open',
    'equipment.not-empty', 'equipment.was-missing', 'equipment.not-wiped', 'equipment.stock-place-taken',
    'equipment.elsewhere', 'equipment.of-another-order', 'equipment.not-to-install',
    'room.name-taken', 'room.not-empty', 'school.body-name-taken', 'redaction.done',
    'disposal.twice',
    'delivery.note-taken', 'delivery.lists-waiting', 'delivery.moved-since', 'delivery.undone',
    'fleet.lists-waiting', 'fleet.applied',
    'kit.group-taken', 'need.state', 'redeployment.state', 'redeployment.need-over', 'redeployment.not-idle', 'redeployment.need-covered',
    'redeployment.already', 'redeployment.delay-running',
    'campaign.state', 'campaign.not-begun', 'campaign.differences-left', 'campaign.differences-resolved', 'campaign.school-busy', 'campaign.device-other',
    'dotation.state', 'dotation.school-twice', 'dotation.schools-none', 'dotation.parts-left', 'dotation.parts-to-come', 'dotation.came-already', 'dotation-part.state', 'dotation-part.delay-over', 'dotation-part.delay-running', 'dotation-part.not-decided', 'dotation-part.device-taken',
    'campaign.seen-since', 'campaign.resolved', 'campaign.parts-left', 'campaign.closed',
    'ticket.state', 'ticket.taken', 'ticket.not-assignee', 'ticket.not-yours', 'ticket.too-early', 'ticket.too-late',
    'loan.state', 'loan.taken', 'loan.kit-out', 'loan.past', 'loan.early', 'loan.too-early', 'loan.missing-unsettled',
    'problem.state', 'problem.over', 'problem.not-solved', 'problem.ticket-over', 'problem.ticket-elsewhere', 'problem.ticket-not-there', 'problem.not-here',
    'remedy.state', 'remedy.not-yours', 'remedy.not-published', 'remedy.ticket-open',
    'loan.kit-name-taken', 'loan.ticket-over', 'loan.spare-unfit',
    'check.state', 'check.taken', 'upkeep.plan-over', 'upkeep.name-taken',
    'warranty.state', 'warranty.already', 'warranty.over', 'warranty.ticket-unfit',
    'training.state', 'training.agreed-already', 'training.agreement-missing', 'training.minimum-missing', 'training.begun', 'training.too-early',
    'training.not-your-session', 'training.attendance-missing', 'training.attendance-not-now', 'training.nothing-asked', 'training.enrolled-already', 'training.not-enrolled',
    'training.half-day-ahead', 'training.recorded-already', 'training.inspection-corrects', 'training.presence-unchanged', 'training.full',
    'training.no-half-day-now', 'training.hours-not-now', 'training.certificate-revoked',
    'pilot.item-decided', 'pilot.not-running', 'pilot.over', 'pilot.already',
    'support.state', 'support.not-your-visit', 'support.too-early',
    'usage.version-taken', 'usage.not-waiting', 'usage.name-taken', 'usage.declared-before',
    'training.trainer-taken', 'training.title-taken', 'training.module-withdrawn', 'coherence.nothing-waits', 'handover.not-functional', 'handover.asked-already',
    'visit.state', 'visit.open-already', 'visit.not-yours', 'visit.nothing-done', 'visit.something-done', 'visit.too-early', 'visit.not-told-yet', 'visit.photo-unknown',
    'visit.confirmed-already', 'visit.nothing-to-confirm',
    'ticket.device-gone', 'ticket.photo-unknown', 'ticket.over', 'ticket.charge-settled', 'ticket.quote-not-now', 'ticket.order-under-way', 'ticket.cost-of-order',
    'ticket.order-not-done', 'label-report.state',
    'software.title-taken', 'software.item-taken', 'software.licence-renewed', 'software.seats-none', 'software.device-gone', 'software.already-there', 'software.not-there', 'software.removed-already',
  ],
  410: ['account.link-unusable'],
  412: ['request.condition', 'version.stale', 'total.changed', 'allocation.preview-stale', 'import.changed-since', 'delivery.changed-since', 'fleet.changed-since'],
  413: ['request.too-large', 'file.too-large', 'file.too-many-pixels', 'training.file-too-large'],
  414: ['request.address-too-long'],
  415: ['request.media-type', 'file.not-an-image', 'training.file-not-pdf'],
  416: ['request.range'],
  417: ['request.expectation'],
  428: ['version.missing'],
  429: ['request.too-many', 'work.too-many', 'session.throttled', 'order.code-locked', 'label-report.too-many', 'training.code-throttled', 'training.verify-throttled', 'training.survey-throttled'],
  431: ['request.headers-too-large'],
  500: ['server.failed'],
  503: ['server.busy', 'server.unknown'],
};

const codesOf = (status: number) =>
  (Object.keys(REFUSALS) as Refusal[]).filter((code) => REFUSALS[code].status === status);
const all = Object.entries(REFUSALS);

describe('a refusal', () => {
  it.each(Object.keys(CODES).map(Number))('is %i for these codes, and for no other', (status) => {
    expect(new Set(codesOf(status))).toEqual(new Set(CODES[status]));
  });

  it('is else 422: what was asked is understood, and cannot be', () => {
    const listed = new Set(Object.values(CODES).flat());
    expect(all.filter(([code, { status }]) => !listed.has(code as Refusal) && status !== 422)).toEqual([]);
    expect(codesOf(422)).toEqual(expect.arrayContaining(['budget.not-enough', 'order.cost-above-commitment']));
  });

  it('is told in short sentences that end, without a shout and without a straight apostrophe', () => {
    expect(all.filter(([, { sentence }]) => !/^\p{Lu}.*\.$/u.test(sentence) || /[!']/.test(sentence))).toEqual([]);
  });

  it('names the amount, the day, the state or the device where the answer knows it, and nothing else', () => {
    const blanks = all.flatMap(([code, { sentence }]) =>
      (sentence.match(/\{\w+\}/g) ?? []).map((blank) => `${code} ${blank}`),
    );
    const needs: Record<keyof RefusalNeeds, string> = {
      'total.changed': '{total}',
      'order.state': '{state}',
      'file.not-now': '{state}',
      'order.cut-off-passed': '{from}',
      'order.contract-maximum': '{missing}',
      'order.too-early': '{from}',
      'order.cost-above-commitment': '{missing}',
      'budget.not-enough': '{missing}',
      'catalogue.state': '{state}',
      'contract.maximum-below-counted': '{missing}',
      'convention.state': '{state}',
      'convention.successor-later': '{from}',
      'room.not-empty': '{devices}',
      'equipment.state': '{state}',
      'equipment.to-lend': '{device}',
      'equipment.device-unknown': '{device}',
      'equipment.named-twice': '{device}',
      'equipment.other-model': '{device}',
      'equipment.elsewhere': '{device}',
      'equipment.of-another-order': '{device}',
      'equipment.not-to-install': '{device} {state}',
      'need.state': '{state}',
      'redeployment.state': '{state}',
      'dotation.state': '{state}',
      'dotation-part.state': '{state}',
      'dotation-part.device-other': '{device}',
      'dotation-part.case-other': '{device}',
      'dotation-part.case-whole': '{device}',
      'campaign.state': '{state}',
      'campaign.not-begun': '{from}',
      'disposal.gift-too-dear': '{total}',
      'ticket.state': '{state}',
      'ticket.quote-too-small': '{total}',
      'label-report.state': '{state}',
      'loan.state': '{state}',
      'problem.state': '{state}',
      'remedy.state': '{state}',
      'check.state': '{state}',
      'warranty.state': '{state}',
      'visit.state': '{state}',
      'training.state': '{state}',
      'support.state': '{state}',
    };
    expect(blanks).toEqual(
      Object.entries(needs).flatMap(([code, blanks]) => blanks.split(' ').map((blank) => `${code} ${blank}`)),
    );
  });

  it('is not given by a rule without what its sentence needs', () => {
    type OrderRefused = Judged<typeof ORDER_REFUSALS, string>;
    const given: OrderRefused[] = [
      { code: 'order.empty' },
      { code: 'order.too-early', from: '2026-12-01' },
      // @ts-expect-error the sentence says from which day on
      { code: 'order.too-early' },
      // @ts-expect-error the sentence says how much is missing
      { code: 'order.cost-above-commitment', from: '2026-12-01' },
    ];
    expect(given.map(({ code }) => code in REFUSALS)).not.toContain(false);
  });
});

describe('registers put together', () => {
  const lamps = { on: 1, off: 2 };
  it('keep every row of each', () => expect(merged([lamps, { broken: 3 }])).toEqual({ ...lamps, broken: 3 }));

  it('do not compile, and are not made, with a key in two of them', () => {
    // @ts-expect-error the type names the key: { standsInTwoRegisters: "off" }
    expect(() => merged([lamps, { off: 3 }])).toThrow('"off" stands in two registers');
  });
});
