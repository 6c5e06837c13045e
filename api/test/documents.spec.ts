import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { House } from './harness/house.js';
import { elementsOf, heard, type HeardPdf } from './harness/pdf-reader.js';
import { certificate, orderForm } from '../src/orders/order-document.js';
import type { OrderLineAnswer } from '../src/orders/order-line.answers.js';
import type { OrderPage } from '../src/orders/order-page.answers.js';
import { renderPdf, type PrintedDocument } from '../src/platform/files/pdf.js';
import { certified, draft, smallPlan, submitted, type SmallPlan } from './harness/plan.js';

/** The documents of an order, read by their structure tree as a screen reader does. */

let house: House;
let plan: SmallPlan;

beforeAll(async () => {
  house = await House.open();
  plan = await smallPlan(house, 10_000_000);
});
afterAll(() => house.close());

async function printed(id: string, document: 'order-form' | 'certificate'): Promise<Buffer> {
  const answer = await house.application.inject({
    method: 'GET',
    url: `/api/v1/orders/${id}/documents/${document}`,
    cookies: { parc_session: plan.manager.token! },
  });
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
  return answer.rawPayload;
}

/** An order of one item of this name, in a room of this name, submitted. */
async function named(name: string, room = 'Salle 3'): Promise<string> {
  const made = await plan.head.post(`/api/v1/schools/${plan.school.id}/rooms`, {
    name: room,
    floor: '',
    hasPower: true,
    hasNetwork: true,
  });
  const itemId = await house.build.item({ name });
  const { id } = await draft(plan, [{ itemId, quantity: 4, roomId: made.body.id }]);
  expect((await plan.head.act(id, 'submit')).status).toBe(200);
  return id;
}

/** A space at the end of a line has no ink, and a reader of PDF may leave it out. */
const bare = (text: string) => text.replaceAll(/\s/g, '');
const headings = ({ elements }: HeardPdf) =>
  elementsOf(elements, 'H1', 'H2', 'H3').map(({ role, text }) => `${role} ${text}`);
const rows = ({ elements }: HeardPdf) =>
  elementsOf(elements, 'TR').map((row) => row.children.map(({ role, text }) => `${role} ${text}`));

describe.each([
  ['order-form', 'Fiche d’intervention', ['École', 'Exécution', 'Prestations commandées']],
  ['certificate', 'Certificat de service fait', ['École', 'Prestations réalisées', 'Service fait']],
] as const)('the %s, for who listens to it,', (document, name, sections) => {
  let id: string;
  let number: string;
  let page: HeardPdf;
  beforeAll(async () => {
    id = await certified(plan);
    number = (await plan.manager.get(`/api/v1/orders/${id}`)).body.number;
    page = await heard(await printed(id, document));
  });

  it('is an accessible document in French with its title', () => {
    expect(page).toMatchObject({ title: `${name} ${number}`, language: 'fr', accessible: '1', tagged: true });
  });

  it('has its headings in order, one title above', () => {
    expect(headings(page)).toEqual([`H1 ${name} ${number}`, ...sections.map((section) => `H2 ${section}`)]);
  });

  it('has a table whose heads are heads and whose cells follow them', async () => {
    const [head, ...lines] = rows(page);
    expect(head).toEqual(['TH Prestation', 'TH Lieu', 'TH Qté', 'TH PU HT, €', 'TH TVA', 'TH Total TTC, €']);
    expect(lines).toEqual([
      [expect.stringMatching(/^TD ./), expect.stringMatching(/^TD ./), 'TD 4', 'TD 100,00', 'TD 20,00 %', 'TD 480,00'],
    ]);
    expect((await printed(id, document)).toString('latin1').match(/\/Scope \/Column/g)).toHaveLength(6);
  });

  it('tells the sums after the lines, each name before its amount', () => {
    const told = elementsOf(page.elements, 'Table', 'P').map(({ role, text }) => (role === 'P' ? text : 'the lines'));
    expect(told.slice(told.indexOf('the lines'), told.indexOf('the lines') + 7)).toEqual([
      'the lines',
      'Total hors taxes',
      '400,00 €',
      'TVA 20,00 % sur 400,00 €',
      '80,00 €',
      'Total, taxes comprises',
      '480,00 €',
    ]);
  });

  it('leaves no ink that only eyes find, but head and foot of the page', () => {
    const said = page.elements.map(({ text }) => text).join(' ');
    expect(page.ink.map(({ text }) => text).filter((text) => !said.includes(text))).toEqual(['Page 1 sur 1']);
  });

  it('bears the instant of what it tells as its only date', async () => {
    const { stateSince, certifiedAt } = (await plan.manager.get(`/api/v1/orders/${id}`)).body;
    const at = document === 'certificate' ? certifiedAt : stateSince;
    expect(page.created).toBe(`D:${at.slice(0, 19).replaceAll(/\D/g, '')}Z`);
  });

  it('is the same bytes for the same data, whatever was printed in between', async () => {
    const first = await printed(id, document);
    await printed(await submitted(plan), 'order-form');
    expect((await printed(id, document)).equals(first)).toBe(true);
  });
});

describe('what the officer reads', () => {
  it('says on the form whether the money is engaged', async () => {
    const id = await submitted(plan);
    const text = async () => (await heard(await printed(id, 'order-form'))).elements.map((one) => one.text).join(' ');
    expect(await text()).toContain('les montants ci-dessus ne sont pas engagés');
    await plan.manager.act(id, 'approve', {});
    expect(await text()).toContain('C’est la métropole qui a engagé la dépense publique');
  });

  it('names on the certificate who certified, and the amount', async () => {
    const id = await certified(plan);
    const told = elementsOf((await heard(await printed(id, 'certificate'))).elements, 'P').map(({ text }) => text);
    const after = (name: string) => told[told.indexOf(name) + 1];
    const { name } = (await plan.manager.get(`/api/v1/orders/${id}`)).body.thread[0];
    expect([after('Certifié par'), after('Montant certifié')]).toEqual([name, '480,00 €']);
  });
});

describe('the figures and facts of a document', () => {
  let page: OrderPage;
  beforeAll(async () => {
    page = (await plan.manager.get(`/api/v1/orders/${await certified(plan)}`)).body;
  });
  const line = (change: Partial<OrderLineAnswer>) => ({ ...page.lines[0]!, ...change });
  const told = async (document: PrintedDocument) =>
    elementsOf((await heard(await renderPdf(document))).elements, 'P', 'TD').map(({ text }) => text);

  it('are summed rate by rate, and a line that is not kept says so', async () => {
    const lines = [
      line({ quantityApproved: 3, unitNetCents: 3_333 }),
      line({ quantityApproved: 1, unitNetCents: 20_000_001, vatBasisPoints: 550 }),
      line({ quantityApproved: 0, itemName: 'Déplacement' }),
    ];
    const texts = await told(orderForm({ ...page, lines }));
    expect(texts).toContain('Déplacement non retenue');
    expect(texts.slice(texts.indexOf('Total hors taxes'))).toEqual([
      ...['Total hors taxes', '200 100,00 €'],
      ...['TVA 5,50 % sur 200 000,01 €', '11 000,00 €'],
      ...['TVA 20,00 % sur 99,99 €', '20,00 €'],
      ...['Total, taxes comprises', '211 120,00 €'],
      expect.stringMatching(/^L’école utilise un crédit/),
    ]);
  });

  it.each([
    ['confirm', 'Constat de l’école le'],
    ['confirm-by-default', 'Constat par défaut le'],
    [null, 'Constat le'],
  ])('attest who saw the work, after %s', async (action, name) => {
    const move = page.thread.find((entry) => entry.action === 'confirm')!;
    const thread = action === null ? [] : [{ ...move, action }];
    expect((await told(certificate({ ...page, thread }))).filter((text) => text.startsWith('Constat'))).toEqual([name]);
  });

  it('say by how much the certified amount differs from the lines', async () => {
    const texts = await told(certificate({ ...page, certifiedCents: page.certifiedCents! + 1 }));
    expect(texts[texts.indexOf('Écart d’arrondi') + 1]).toBe('0,01 €');
    expect(await told(certificate(page))).not.toContain('Écart d’arrondi');
  });

  it('are left out, not zero, where the reader reads no money', async () => {
    const lines = [line({ unitNetCents: null, vatBasisPoints: null })];
    const hidden = { ...page, lines, approvedCents: null, certifiedCents: null, purchaseOrderNumber: null };
    for (const texts of [await told(orderForm(hidden)), await told(certificate(hidden))]) {
      expect(texts.filter((text) => /\d,\d\d|€/.test(text))).toEqual([]);
    }
  });

  it('name each device by its label and its number on the certificate, and on no order form', async () => {
    const devices = [
      { id: 'a', tag: 'PE-003307', serial: 'SN-1', modelName: 'Portable', deed: 'placed' as const, away: false },
      { id: 'b', tag: 'PE-003308', serial: null, modelName: 'Tablette', deed: 'moved' as const, away: false },
    ];
    const named = { ...page, lines: [line({ devices })] };
    const print = await heard(await renderPdf(certificate(named)));
    expect(headings(print).slice(1)).toEqual([
      'H2 École',
      'H2 Prestations réalisées',
      'H2 Appareils',
      'H2 Service fait',
    ]);
    expect(rows(print).slice(-3)).toEqual([
      ['TH Étiquette', 'TH N° de série', 'TH Modèle', 'TH Fait'],
      ['TD PE-003307', 'TD SN-1', 'TD Portable', 'TD posé'],
      ['TD PE-003308', 'TD sans', 'TD Tablette', 'TD déplacé'],
    ]);
    expect(await told(orderForm(named))).not.toContain('PE-003307');
  });

  it('are not said to be engaged once the order is cancelled', async () => {
    expect((await told(orderForm({ ...page, state: 'cancelled' }))).at(-1)).toContain('ne sont pas engagés');
  });
});

describe('a name that somebody typed', () => {
  it.each([
    ['150 letters without a space', 'W'.repeat(150), 'i'.repeat(100)],
    ['150 emoji', '😀'.repeat(75), '😀'.repeat(50)],
    ['long words with accents', 'É'.repeat(150), 'Anticonstitutionnellement '.repeat(3).trim()],
    ['one word of right-to-left letters', 'ש'.repeat(150), 'ع'.repeat(100)],
  ])('of %s keeps quantity, price and total on the page', async (_what, name, room) => {
    const page = await heard(await printed(await named(name, room), 'order-form'));
    expect(rows(page)[1]?.slice(2)).toEqual(['TD 4', 'TD 100,00', 'TD 20,00 %', 'TD 480,00']);
    const margin = 2 * (72 / 2.54) - 1;
    expect(page.ink.filter(({ left, right }) => left < margin || right > page.pageWidth - margin)).toEqual([]);
    const columns = page.ink.filter(({ text }) => ['4', '100,00', '480,00'].includes(text)).map(({ left }) => left);
    expect(columns).toEqual([...columns].sort((one, other) => one - other));
  });

  it.each([
    '#panic("x") #read("/main.js")',
    '#import "house.typ": * #sys.inputs',
    '$ x^2 $ @ref <label> = Titre',
    '*gras* _italique_ `code` ```raw``` // commentaire /* et /*',
    '[a] ] {b} } #{ ( " \\u{41} \\\\ \\',
    '- liste + autre / terme: mot ~ -- --- ...',
    'https://exemple.fr/?a=1 "guillemets" \'apostrophe\'',
    '<script>alert(1)</script> %PDF-1.7 endobj',
  ])('is ink, never markup: %s', async (name) => {
    const bytes = await printed(await named(name), 'order-form');
    expect(bare(rows(await heard(bytes))[1]?.[0] ?? '')).toBe(bare(`TD ${name}`));
    expect(bytes.toString('latin1')).not.toMatch(/\/(JavaScript|JS|OpenAction|AA|URI|Launch|EmbeddedFile)\b/);
  });
});
