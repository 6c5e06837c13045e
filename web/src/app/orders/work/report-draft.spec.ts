import { describe, expect, it } from '@jest/globals';
import { orderLine, orderPage } from './order-page.fixture';
import {
  doneSentences,
  type ExtraDraft,
  type LineDraft,
  minutesOnSite,
  type ReportDraft,
  reportCost,
  reportGaps,
  reportRequest,
  resumeReport,
  startReport,
} from './report-draft';

const socket = orderLine({
  id: 'line-2',
  itemId: 'item-socket',
  itemName: 'Prise réseau',
  roomName: 'Salle 4',
  quantityAsked: 2,
  quantityApproved: 2,
  unitNetCents: 6_500,
});
const refused = orderLine({ id: 'line-3', itemId: 'item-screen', quantityApproved: 0 });
const page = orderPage({ lines: [orderLine(), socket, refused], heldCents: 37_100 });
const bracket: ExtraDraft = {
  itemId: 'item-bracket',
  itemName: 'Support renforcé',
  itemKind: 'model',
  roomId: null,
  devices: [],
  quantity: 2,
  unitNetCents: 4_100,
  vatBasisPoints: 2000,
};
const plain = (text: string): string => text.replace(/[\u202f\u00a0]/g, ' ');

function draft(given: Partial<ReportDraft> = {}, line: Partial<LineDraft> = {}): ReportDraft {
  const fresh = startReport(page, '16:35');
  return { ...fresh, lines: { ...fresh.lines, 'line-2': { ...fresh.lines['line-2']!, ...line } }, ...given };
}

describe('a fresh report', () => {
  it('says that all was done as approved, and asks nothing about a line that was refused', () => {
    expect(Object.entries(draft().lines).map(([id, { quantity }]) => [id, quantity])).toEqual([
      ['line-1', 1],
      ['line-2', 2],
    ]);
  });

  it('starts from the former report when the school disputed it', () => {
    const disputed = orderPage({ lines: [orderLine({ quantityDone: 0, lessReason: 'Mur creux', equipment: 'PE-1' })] });
    expect(startReport(disputed, '').lines['line-1']).toEqual({
      quantity: 0,
      why: 'other',
      whyText: 'Mur creux',
      devices: [],
      equipment: 'PE-1',
    });
  });

  it('names again what the former report named, where it stands now', () => {
    const device = {
      id: 'e1',
      tag: 'PE-000012',
      serial: null,
      modelName: 'Portable',
      deed: 'placed' as const,
      away: false,
    };
    const disputed = orderPage({ lines: [orderLine({ devices: [device] })] });
    const { devices } = startReport(disputed, '').lines['line-1']!;
    expect(devices).toMatchObject([{ code: 'PE-000012', there: true, roomId: null }]);
  });

  it('takes up a draft that was kept before devices were named by themselves', () => {
    const { devices: _none, ...old } = draft().lines['line-1']!;
    const kept = { ...draft(), lines: { 'line-1': old as LineDraft } };
    expect(resumeReport(page, kept).lines['line-1']).toMatchObject({ devices: [] });
  });

  it('keeps what was written when it is taken up again', () => {
    const kept = draft({ remarks: 'Goulotte à poser' }, { quantity: 1 });
    const resumed = resumeReport({ ...page, lines: [...page.lines, orderLine({ id: 'line-9' })] }, kept);
    expect(resumed.remarks).toBe('Goulotte à poser');
    expect(resumed.lines['line-2']?.quantity).toBe(1);
    expect(resumed.lines['line-9']?.quantity).toBe(1);
  });
});

describe('the real cost', () => {
  it('is the committed one when all was done', () => {
    expect(reportCost(page, draft())).toMatchObject({ totalCents: 37_100, committedCents: 37_100, aboveCents: 0 });
  });

  it('adds what was done besides, and says by how much it exceeds the commitment', () => {
    const cost = reportCost(page, draft({ extraLines: [bracket] }));
    expect(cost).toMatchObject({ totalCents: 37_100 + 9_840, aboveCents: 9_840 });
    expect(cost?.rows.map(({ label }) => label)).toContain('2 × Support renforcé, en plus');
  });

  it('rounds the tax of each line, as the order does', () => {
    const odd = orderPage({
      lines: ['a', 'b', 'c'].map((id) => orderLine({ id, unitNetCents: 3, vatBasisPoints: 2000 })),
    });
    // 3 cents and 0.6 of tax are 4 a line; the tax of the sum would have made 11.
    expect(reportCost(odd, startReport(odd, ''))?.totalCents).toBe(12);
  });

  it('falls with what was not done', () => {
    expect(reportCost(page, draft({}, { quantity: 1, why: 'commune' }))).toMatchObject({
      totalCents: 29_300,
      aboveCents: 0,
    });
  });

  it('is not told to who reads no money', () => {
    expect(reportCost({ ...page, heldCents: null }, draft())).toBeNull();
  });
});

describe('a report leaves', () => {
  it.each([
    ['less without a reason', draft({}, { quantity: 1 }), 'pourquoi-line-2'],
    ['another reason that is not written', draft({}, { quantity: 1, why: 'other', whyText: ' ' }), 'raison-line-2'],
    ['a departure before the arrival', draft({ departure: '16:00' }), 'depart'],
    ['a dearer outcome without a word', draft({ extraLines: [bracket] }), 'pourquoi-ce-cout'],
  ])('not with %s', (_what, written, controlId) => {
    expect(reportGaps(page, written).map((gap) => gap.controlId)).toEqual([controlId]);
  });

  it('complete, with each ordered line, the refused one at zero', () => {
    const written = draft(
      { departure: '17:50', extraLines: [bracket], costReason: 'Mur creux.', remarks: 'Fini.' },
      {
        quantity: 1,
        why: 'commune',
        equipment: ' PE-006204 ',
      },
    );
    expect(reportGaps(page, { ...written, lines: { ...written.lines } })).toEqual([]);
    const request = reportRequest(page, written, 21_500);
    expect(request.seenCents).toBe(21_500);
    expect(request.lines).toEqual([
      { lineId: 'line-1', quantity: 1 },
      { lineId: 'line-2', quantity: 1, lessReason: 'Attend la commune', equipment: 'PE-006204' },
      { lineId: 'line-3', quantity: 0 },
    ]);
    expect(request.extraLines).toEqual([{ itemId: 'item-bracket', quantity: 2, roomId: null }]);
    expect(plain(request.note)).toBe('Sur place de 16 h 35 à 17 h 50.\nCoût : Mur creux.\nFini.');
  });

  it('with the devices of what it adds, each in its room, no more than were added', () => {
    const device = { code: 'PE-006300', modelName: '', place: '', there: false, fresh: true, label: '', roomId: null };
    const cable = { ...bracket, itemId: 'item-cable', unitNetCents: 0 };
    const added = (devices: ExtraDraft['devices']) =>
      draft({ extraLines: [cable, { ...bracket, unitNetCents: 0, quantity: 1, devices }] });
    const placed = { ...device, roomId: 'room-2' };
    expect(reportRequest(page, added([placed]), 0).devices).toEqual([
      { extraLine: 1, mark: 'PE-006300', roomId: 'room-2' },
    ]);
    expect(reportGaps(page, added([device])).map(({ controlId }) => controlId)).toEqual(['salle-en-plus-1-0']);
    expect(reportGaps(page, added([placed, { ...placed, code: 'PE-006301' }])).map(({ message }) => message)).toEqual([
      'Plus d’appareils nommés que d’unités posées : Support renforcé.',
    ]);
  });

  it('without hours when one of them is missing', () => {
    expect(reportRequest(page, draft({ remarks: 'Fini.' }), 0).note).toBe('Fini.');
    expect(minutesOnSite(draft({ departure: '17:50' }))).toBe(75);
  });
});

it('the school reads what is in place and what is not, with the reason', () => {
  const sentences = doneSentences(page, draft({}, { quantity: 1, why: 'commune' }));
  expect(sentences.map(({ text, short }) => [plain(text), short])).toEqual([
    ['1 × Pose d’un vidéoprojecteur, salle 2', false],
    ['1 sur 2 × Prise réseau, salle 4 : Attend la commune', true],
  ]);
});
