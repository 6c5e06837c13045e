import { expect, test, type Page } from './journey.js';
import { Somebody } from './people.js';

/** What a school lacks: a need said on a phone, a device that lies idle elsewhere, two heads who answer, a device that stands in the other school. */
const GROUP = 'Ordinateur d’enseignant et de direction';
const PURPOSE = 'Un atelier d’écriture au CM2';

interface Device {
  id: string;
  tag: string;
  schoolId: string;
  schoolName: string;
}

/** A laptop that serves in another school, and who heads it. */
async function elsewhere(page: Page): Promise<{ device: Device; email: string; kind: string }> {
  const read = async (url: string) => (await page.request.get(`/api/v1/${url}`)).json();
  const { items } = (await read('equipment?search=portable+14&state=in-service&size=200')) as { items: Device[] };
  const device = items.find(({ schoolName }) => schoolName === 'École maternelle des Tilleuls')!;
  const { kind } = (await read(`schools/${device.schoolId}`)) as { kind: string };
  const { items: accounts } = (await read(`accounts?role=school-head&schoolId=${device.schoolId}`)) as {
    items: { email: string }[];
  };
  return { device, email: accounts[0]!.email, kind };
}

test('a need is said, a device that lies idle is offered, both heads answer, and it stands in the other school', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const head = await Somebody.at(browser, 'phone', 'direction.tilleuls@demonstration.example');
  await head.page.goto('/parc');
  await expect(head.page.getByRole('heading', { level: 1 })).toContainText('au socle');
  await expect(head.page.getByRole('region', { name: 'Le socle de l’école' })).toContainText(GROUP);
  await head.page.getByRole('link', { name: 'Dire un besoin' }).click();
  await head.page.getByLabel('Pour quoi faire').fill(PURPOSE);
  await head.page.getByLabel('Quel matériel').selectOption({ label: GROUP });
  await head.page.getByLabel(/^Combien/).fill('1');
  await head.pressButton('Dire ce besoin');
  await expect(head.page.getByRole('heading', { level: 1 })).toContainText(PURPOSE);

  const manager = await Somebody.at(browser, 'desk', 'gestion@demonstration.example');
  const { device, email, kind } = await elsewhere(manager.page);
  // The kit asks no more of this kind of school: what it has lies beyond it.
  await manager.page.goto('/parc/socle');
  const part = manager.page.getByRole('region', { name: GROUP });
  await part.getByRole('button', { name: 'Changer la règle…' }).click();
  await part.getByLabel('Type d’école').selectOption(kind);
  await part.getByLabel('Qui l’a décidé').fill('Comité technique');
  await part.getByRole('button', { name: 'Écrire cette règle' }).click();
  await expect(part.getByText('Comité technique').first()).toBeVisible();

  await manager.page.goto(`/parc/appareils/${device.id}`);
  await expect(manager.page.getByText('au-delà du socle de son école')).toBeVisible();
  await manager.page.getByText(PURPOSE).click();
  await manager.pressButton(/^Proposer à École élémentaire des Tilleuls/);
  await expect(manager.page.getByRole('heading', { level: 1 })).toContainText('vers École élémentaire des Tilleuls');
  const address = manager.page.url();

  const giving = await Somebody.at(browser, 'phone', email);
  for (const [person, answer] of [
    [giving, 'Avis favorable'],
    [head, 'Avis favorable'],
  ] as const) {
    await person.page.goto('/parc');
    await person.page
      .getByRole('link', { name: /^Répondre : Portable de 14 pouces vers École élémentaire des Tilleuls/ })
      .click();
    await person.pressButton('Donner votre avis…');
    await person.page.getByText(answer, { exact: true }).click();
    await person.pressButton('Donner cet avis');
    await expect(person.page.getByText('avis favorable').first()).toBeVisible();
  }

  await manager.page.goto(address);
  await manager.pressButton('Déplacer l’appareil…');
  await manager.page.getByLabel('Salle').selectOption({ index: 1 });
  await manager.page.getByLabel('Pourquoi').fill('Les deux directions sont d’accord');
  await manager.page.getByRole('button', { name: 'Déplacer l’appareil', exact: true }).click();
  await manager.sees('Réalisé');
  await manager.page.goto(`/parc/appareils/${device.id}`);
  await manager.sees('École élémentaire des Tilleuls');
  await head.page.goto('/parc/besoins?etat=met');
  await head.sees(PURPOSE);
});
