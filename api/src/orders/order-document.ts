import { decimals, euros, frenchDay, lineAmounts, ORDER_STATES, parisDateOf, type OrderState } from '@parc/domain';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { OrderLineAnswer, OrderPage } from './order-page.answers.js';

type Quantity = 'quantityAsked' | 'quantityApproved' | 'quantityDone';

/** The order form: what was ordered for which room, at what price, and who commits public money. */
export function orderForm(page: OrderPage): TDocumentDefinitions {
  const quantity = page.approvedCents === null ? 'quantityAsked' : 'quantityApproved';
  return {
    info: { title: `Bon de commande ${page.number}` },
    content: [
      ...heading(page, page.performer === 'contract' ? 'Bon de commande' : 'Fiche d’intervention'),
      table(
        page,
        quantity,
        page.lines.filter((line) => !line.extra),
      ),
      ...totals(
        page.lines.filter((line) => !line.extra),
        quantity,
      ),
      facts([
        ['Exécutant', page.performerName ?? (page.performer === 'metropole' ? 'Saint-Étienne Métropole' : '')],
        ['Bon de commande du marché', page.purchaseOrderNumber ?? ''],
        ['Date prévue', page.plannedFrom ? day(page.plannedFrom) : 'à convenir, hors du temps de classe'],
        ['État', ORDER_STATES[page.state as OrderState].word],
      ]),
      note(
        'L’école utilise un crédit ouvert par la métropole. C’est la métropole qui engage la dépense publique, à l’approbation.',
      ),
    ],
  };
}

/** The certificate of *service fait*: what was done, what it cost, who certified. */
export function certificate(page: OrderPage): TDocumentDefinitions {
  const by = page.thread.find((entry) => entry.action === 'certify');
  return {
    info: { title: `Certificat de service fait ${page.number}` },
    content: [
      ...heading(page, 'Certificat de service fait'),
      table(page, 'quantityDone', page.lines),
      ...totals(page.lines, 'quantityDone'),
      facts([
        ['Installée le', page.reportedAt ? day(page.reportedAt) : ''],
        ['Constat de l’école', page.confirmedAt ? day(page.confirmedAt) : ''],
        ['Service fait certifié le', page.certifiedAt ? day(page.certifiedAt) : ''],
        ['Certifié par', by?.name ?? by?.roleLabel ?? 'Saint-Étienne Métropole'],
        ['Montant certifié', page.certifiedCents === null ? '' : euros(page.certifiedCents)],
        ['Facture', page.invoiceNumber ?? ''],
      ]),
      note(
        'La délégation de signature de la métropole pour certifier le service fait est tenue à jour dans Parc École.',
      ),
    ],
  };
}

function heading(page: OrderPage, title: string): Content[] {
  return [
    { text: 'Saint-Étienne Métropole · Plan Numérique à l’École', color: '#0F5B4A', fontSize: 9 },
    { text: `${title} ${page.number}`, fontSize: 20, bold: true, margin: [0, 4, 0, 2] },
    { text: page.title, fontSize: 12, margin: [0, 0, 0, 12] },
    { text: page.school.name, bold: true },
    {
      text: `${page.school.uai} · ${page.school.address ?? page.school.communeName}`,
      color: '#56625C',
      margin: [0, 0, 0, 12],
    },
  ];
}

function table(page: OrderPage, quantity: Quantity, lines: OrderLineAnswer[]): Content {
  const right = (text: string): Content => ({ text, alignment: 'right' });
  const head = ['Prestation', 'Lieu', 'Qté', 'PU HT, €', 'TVA', 'Total TTC, €'].map((text, column) => ({
    text,
    bold: true,
    fontSize: 9,
    alignment: column < 2 ? ('left' as const) : ('right' as const),
  }));
  const rows = lines.map((line): Content[] => [
    line.itemName,
    line.roomName ?? '',
    right(String(line[quantity] ?? 0)),
    right(decimals(line.unitNetCents ?? 0)),
    right(`${decimals(line.vatBasisPoints ?? 0)} %`),
    right(
      decimals(
        lineAmounts({
          quantity: line[quantity] ?? 0,
          unitNetCents: line.unitNetCents ?? 0,
          vatBasisPoints: line.vatBasisPoints ?? 0,
        }).totalCents,
      ),
    ),
  ]);
  return {
    table: { headerRows: 1, widths: ['*', 90, 30, 60, 50, 75], body: [head, ...rows] },
    layout: 'lightHorizontalLines',
    margin: [0, 0, 0, 8],
  };
}

function totals(lines: OrderLineAnswer[], quantity: Quantity): Content[] {
  const sums = lines
    .map((line) =>
      lineAmounts({
        quantity: line[quantity] ?? 0,
        unitNetCents: line.unitNetCents ?? 0,
        vatBasisPoints: line.vatBasisPoints ?? 0,
      }),
    )
    .reduce(
      (sum, one) => ({
        netCents: sum.netCents + one.netCents,
        vatCents: sum.vatCents + one.vatCents,
        totalCents: sum.totalCents + one.totalCents,
      }),
      { netCents: 0, vatCents: 0, totalCents: 0 },
    );
  return [
    { text: `Total hors taxes : ${euros(sums.netCents)}`, alignment: 'right' },
    { text: `TVA : ${euros(sums.vatCents)}`, alignment: 'right' },
    {
      text: `Total, taxes comprises : ${euros(sums.totalCents)}`,
      alignment: 'right',
      bold: true,
      fontSize: 12,
      margin: [0, 2, 0, 14],
    },
  ];
}

function facts(pairs: [string, string][]): Content {
  const known = pairs.filter(([, value]) => value !== '');
  return {
    table: { widths: [150, '*'], body: known.map(([name, value]) => [{ text: name, color: '#56625C' }, value]) },
    layout: 'noBorders',
    margin: [0, 0, 0, 12],
  };
}

function note(text: string): Content {
  return { text, fontSize: 9, color: '#56625C', margin: [0, 8, 0, 0] };
}

function day(instant: string): string {
  return frenchDay(parisDateOf(new Date(instant)), 0);
}
