import { expect, test } from './journey.js';
import { Caller, crewFor, started } from './caller.js';
import { ask, aSchool } from './plan.js';
import { Somebody } from './people.js';

/** An order of software, from its report to the register: what is installed, what is bought, and what is missing of it. */
test('a report fills the register, the seats over are listed, and the manager buys what is missing', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const school = await aSchool(80_000);
  const crew = await crewFor(school.head);
  const [item] = await ask<{ id: string }>(`select id from catalogue_item where reference = 'LOG-04'`);
  const [room] = await ask<{ id: string }>(
    'select id from room where school_id = $1 and not removed order by name limit 1',
    [school.id],
  );
  const asked = { itemId: item!.id, quantity: 2, roomId: room!.id };
  const id = await started(crew, asked, crew.technician, crew.technicianId);
  const { lines } = await crew.technician.get(`/orders/${id}`);
  await crew.technician.act(id, 'report', {
    ...{ lines: [{ lineId: lines[0].id, quantity: 2 }], extraLines: [], note: '' },
  });

  const head = await Somebody.at(browser, 'phone', school.head);
  await head.page.goto('/parc');
  const software = head.page.getByRole('region', { name: 'Logiciels' });
  await expect(software).toContainText('Lire pas à pas');
  await expect(software).toContainText('Autorisé');

  // Two more in the same school, under the order's licence.
  const [licence] = await ask<{ id: string; title: string }>(
    'select id, title_id as title from software_licence where order_id = $1',
    [id],
  );
  const manager = await Caller.as(crew.managerEmail);
  await manager.post(`/software-installations/of-title/${licence!.title}`, {
    ...{ schoolId: school.id, seats: 2, licenceId: licence!.id },
  });

  const desk = await Somebody.at(browser, 'desk', crew.managerEmail);
  await desk.page.goto('/parc');
  await desk.page.getByRole('main').getByText('Plus', { exact: true }).click();
  await desk.press(desk.page.getByRole('link', { name: 'Logiciels' }));
  await desk.page
    .getByRole('combobox', { name: 'À regarder' })
    .selectOption({ label: 'Plus de postes que de licences' });
  await expect(desk.page.getByRole('heading', { level: 1 })).toContainText('dépassent leurs licences');
  await desk.press(desk.page.getByRole('link', { name: 'Lire pas à pas' }));
  const [number] = await ask<{ number: string }>('select number from installation_order where id = $1', [id]);
  const row = desk.page.getByRole('listitem').filter({ hasText: number!.number }).first();
  await expect(row).toContainText('4 sur 2');
  await row.getByRole('button', { name: /^Modifier/ }).click();
  await desk.page.getByLabel('Postes').fill('4');
  await desk.pressButton('Enregistrer');
  await expect(desk.page.getByRole('listitem').filter({ hasText: number!.number }).first()).toContainText('4 sur 4');
});
