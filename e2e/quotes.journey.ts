import { expect, test } from './journey.js';
import { carriedOut, crewFor } from './caller.js';
import { ask, aSchool } from './plan.js';
import { euros, Somebody, spoken } from './people.js';

const PRICE_CENTS = 19_200;

test('a quote becomes a maintenance order, is carried out, certified, and closes its ticket', async ({ browser }) => {
  test.setTimeout(180_000);
  const school = await aSchool(PRICE_CENTS, false, 'maintenance');
  const crew = await crewFor(school.head);
  const reported = await crew.head.post('/tickets', {
    ...{ subject: 'school', symptom: 'other', impact: 'class', urgency: 'otherwise' },
  });
  await crew.technician.post(`/tickets/${reported.id}/take`, undefined, 1);

  // The technician says what it would cost.
  const technician = await Somebody.at(browser, 'desk', crew.technicianEmail);
  await technician.page.goto(`/tickets/${reported.id}`);
  await technician.page.getByText('Autres actions').click();
  await technician.pressButton('Remettre un devis…');
  await technician.page.getByLabel('La prestation').selectOption({ label: 'Réparation sur devis, Métropole' });
  await technician.page.getByLabel('Prix hors taxes').fill('160,00');
  await technician.page.getByLabel('Ce qui est prévu').fill('Boîtier d’alimentation, devis 2026-118.');
  await technician.sees(`Soit ${euros(PRICE_CENTS)} toutes taxes comprises`);
  await technician.pressButton('Remettre le devis à l’école');
  await technician.sees('Le devis attend l’accord de l’école.');

  // The head is asked, on the ticket.
  const head = await Somebody.at(browser, 'phone', school.head);
  await head.page.goto(`/tickets/${reported.id}`);
  await head.sees(`Le devis est de ${euros(PRICE_CENTS)} : faut-il réparer ?`);
  await head.page.getByRole('button', { name: `Envoyer la commande · ${spoken(PRICE_CENTS)}` }).click();
  await head.sees('En attente d’accord');
  const [order] = await ask<{ id: string; number: string }>(
    'select id, number from installation_order where ticket_id = $1',
    [reported.id],
  );

  await carriedOut(crew, order!.id);
  await technician.page.reload();
  await technician.pressButton('Résoudre…');
  await technician.page.getByText('Autre', { exact: true }).first().click();
  await technician.page.getByText('Pièce remplacée').click();
  await expect(technician.page.getByLabel(`La commande ${order!.number}`)).toBeChecked();
  await technician.page.getByRole('button', { name: 'Clore le ticket' }).click();
  await technician.page.waitForURL('**/accueil');
  await technician.page.goto(`/tickets/${reported.id}`);
  await technician.sees('Porté par la commande');

  // What the school confirms, the metropole certifies: it is spent, once, and the ticket asks nobody any more.
  await crew.head.act(order!.id, 'confirm');
  const manager = await Somebody.at(browser, 'desk', crew.managerEmail);
  await manager.opensOrder(order!.id);
  await expect(manager.page.getByRole('link', { name: `Ticket ${reported.number}` })).toBeVisible();
  await manager.pressButton(/Certifier/);
  await manager.page
    .getByRole('dialog')
    .getByRole('button', { name: /Certifier/ })
    .click();
  await manager.sees('Service fait certifié');
  await head.page.reload();
  await head.sees('Clos');
  await head.sees(`Service fait certifié pour la commande`);
  await head.page.goto('/budget?enveloppe=maintenance');
  // A sum of its own line, whatever sign stands before it.
  await head.sees(/192,00/);
  const [row] = await ask<{ spent: number }>(
    `select sum(l.spent_change)::int as spent from ledger_entry l join envelope e on e.id = l.envelope_id
      where e.school_id = $1 and e.kind = 'maintenance' and (l.order_id = $2 or l.ticket_id = $3)`,
    [school.id, order!.id, reported.id],
  );
  expect(row!.spent).toBe(PRICE_CENTS);
});
