import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { certified, draft, fullReport, slot, smallPlan, submitted, type SmallPlan } from './harness/plan.js';
import { RawLedger } from './harness/raw-ledger.js';

let house: House;

beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

const statementUrl = (plan: SmallPlan, year = 2026, kind = 'installation') =>
  `/api/v1/schools/${plan.school.id}/budgets/${year}/${kind}/entries`;

interface Line {
  word: string;
  effect: 'takes' | 'gives' | 'moves';
  amountCents: number;
  availableAfterCents: number;
  about: string;
  orderNumber: string | null;
}

const SIGNS = { takes: '−', gives: '+', moves: '=' };
const told = (lines: Line[]) =>
  lines.map((line) => [line.word, `${SIGNS[line.effect]} ${line.amountCents}`, line.availableAfterCents, line.about]);

/** Certified below its approval in part: the story of the picture. Four units asked, three kept, two done. */
async function cheaperThanPlanned(plan: SmallPlan): Promise<string> {
  const id = await submitted(plan);
  const [line] = (await plan.manager.get(`/api/v1/orders/${id}`)).body.lines;
  await plan.manager.act(id, 'approve', {
    lines: [{ lineId: line.id, quantity: 3, reason: 'un poste est déjà équipé' }],
  });
  await plan.manager.act(id, 'schedule', slot(plan.technician.accountId));
  await plan.technician.act(id, 'start');
  const report = await fullReport(plan.technician, id);
  report.lines[0] = { ...report.lines[0], quantity: 2, lessReason: 'Impossible ici' };
  await plan.technician.act(id, 'report', report);
  await plan.head.act(id, 'confirm');
  await plan.certifier.act(id, 'certify');
  return id;
}

describe('the statement of a school', () => {
  it('tells an order as people see it, newest first, and every line can be checked', async () => {
    const plan = await smallPlan(house);
    const id = await cheaperThanPlanned(plan);
    const { body } = await plan.head.get(statementUrl(plan));
    const [order] = await house.sql<{ number: string; title: string }>(
      'select number, title from installation_order where id = $1',
      [id],
    );

    expect(told(body.lines)).toEqual([
      ['Dégagement', '+ 12000', 127_900, 'moins cher que prévu'],
      ['Réalisé', '= 24000', 115_900, order!.title],
      ['Dégagement', '+ 12000', 115_900, 'accordée en partie'],
      ['Engagement', '= 36000', 103_900, order!.title],
      ['Réservation', '− 48000', 103_900, order!.title],
      ['Allocation', '+ 151900', 151_900, 'selon la règle votée'],
    ]);
    expect(body.lines.map((line: Line) => line.orderNumber)).toEqual([...Array(5).fill(order!.number), null]);
    expect(body.bar).toMatchObject({
      openedCents: 151_900,
      spentCents: 24_000,
      availableCents: 127_900,
      allocatedCents: 151_900,
      orders: 1,
    });

    const change = { takes: -1, gives: 1, moves: 0 };
    let before = 0;
    for (const line of [...body.lines].reverse() as Line[]) {
      expect(line.availableAfterCents).toBe(before + change[line.effect] * line.amountCents);
      before = line.availableAfterCents;
    }
    expect(before).toBe(body.bar.availableCents);
  });

  it('says which orders were approved by rule, withdrawn, refused or cancelled', async () => {
    const plan = await smallPlan(house);
    const { id: small } = await draft(plan);
    await plan.head.act(small, 'submit');
    await plan.manager.act(small, 'cancel', { reason: 'l’école déménage' });
    await plan.head.act(await submitted(plan), 'withdraw');
    await plan.manager.act(await submitted(plan), 'reject', { reason: 'déjà équipée' });
    const { body } = await plan.head.get(statementUrl(plan));
    expect(told(body.lines).map(([word, , , about]) => `${word} : ${about}`)).toEqual([
      'Dégagement : refusée',
      expect.stringMatching('Réservation : '),
      'Dégagement : reprise par l’école',
      expect.stringMatching('Réservation : '),
      'Dégagement : annulée',
      'Engagement : d’office, sous le seuil',
      expect.stringMatching('Réservation : '),
      'Allocation : selon la règle votée',
    ]);
  });

  it('names the other school of a transfer only to who reaches it', async () => {
    const plan = await smallPlan(house);
    const other = await smallPlan(house);
    const transfer = { kind: 'transfer', pair_id: randomUUID(), reason: 'un vol' };
    const ledger = new RawLedger(house);
    await ledger.kept(async (statement) => {
      await ledger.post(statement, { ...transfer, envelope_id: plan.envelopeId, opened_change: 20_000 });
      await ledger.post(statement, { ...transfer, envelope_id: other.envelopeId, opened_change: -20_000 });
    });
    const [otherName] = await house.sql<{ name: string }>('select name from school where id = $1', [other.school.id]);
    const newest = async (person: Person, of: SmallPlan) => told((await person.get(statementUrl(of))).body.lines)[0];
    expect(await newest(plan.head, plan)).toEqual(['Virement', '+ 20000', 171_900, 'reçu d’une autre école, un vol']);
    expect(await newest(plan.manager, plan)).toEqual([
      'Virement',
      '+ 20000',
      171_900,
      `reçu de ${otherName!.name.replace(/^École/, 'l’école')}, un vol`,
    ]);
    expect(await newest(other.head, other)).toEqual([
      'Virement',
      '− 20000',
      131_900,
      'versé à une autre école, un vol',
    ]);
    const { bars } = (await plan.head.get(`/api/v1/schools/${plan.school.id}/budgets`)).body;
    expect(bars).toMatchObject([
      { kind: 'installation', openedCents: 171_900, allocatedCents: 151_900, transferredCents: 20_000 },
    ]);
  });

  it('is empty while the envelope is not open', async () => {
    const plan = await smallPlan(house);
    expect((await plan.head.get(statementUrl(plan, 2027))).body).toMatchObject({ bar: null, lines: [] });
    expect((await plan.head.get(statementUrl(plan, 2026, 'gifts'))).status).toBe(400);
  });

  it('opens in a spreadsheet: semicolons, French headings, no sign and no formula in a cell', async () => {
    const plan = await smallPlan(house);
    const ledger = new RawLedger(house);
    await ledger.kept((statement) =>
      ledger.post(statement, {
        envelope_id: plan.envelopeId,
        kind: 'lapse',
        opened_change: -900,
        reason: '=SUM(A1:A9)',
      }),
    );
    await certified(plan);
    const csv = await plan.head.get(`${statementUrl(plan)}.csv`);
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(csv.headers['content-disposition']).toBe(
      `attachment; filename="budget-installation-2026-${plan.school.uai}.csv"`,
    );
    const [head, ...lines] = csv.text
      .replace(/\r\n$/, '')
      .split('\r\n')
      .map((line) => line.split(';'));
    expect(head).toEqual([
      '\ufeffDate',
      'Mouvement',
      'Commande',
      'Objet de la commande',
      'Ce qu’il concerne',
      'Retiré (−), €',
      'Rendu (+), €',
      'Change de case (=), €',
      'Disponible après, €',
    ]);
    expect(lines[1]!.slice(1)).toEqual(['Annulation', '', '', "'=SUM(A1:A9)", '9,00', '', '', '1510,00']);
    expect(lines.map((cells) => [cells[1], ...cells.slice(5)])).toEqual([
      ['Allocation', '', '1519,00', '', '1519,00'],
      ['Annulation', '9,00', '', '', '1510,00'],
      ['Réservation', '480,00', '', '', '1030,00'],
      ['Engagement', '', '', '480,00', '1030,00'],
      ['Réalisé', '', '', '480,00', '1030,00'],
    ]);
  });
});
