import { expect, test } from './journey.js';
import { Caller } from './caller.js';
import { Somebody } from './people.js';
import { ask, aSchool } from './plan.js';
import { confirmedSession, itBegan } from './training-ground.js';

/** Who came, taken without a network; a certificate that follows from it, and what it says to whoever asks. */
const attended = (id: string) =>
  ask<{ state: string; present: boolean | null; written: number }>(
    `select t.state, n.present, (select count(*)::int from history h join training_attendance a on a.id = h.row_id
         where h.table_name = 'training_attendance' and a.session_id = t.id) as written
       from training_session t join training_enrolment n on n.session_id = t.id and n.seat is not null where t.id = $1`,
    [id],
  );

test('who came is taken on a phone without a network, sent once, and certified: the address of the certificate says valid', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const school = await aSchool(0, true);
  const { id, who, inspector } = await confirmedSession(school);
  const teacher = await Caller.as(who.teacher.email);
  await teacher.post(`/training-sessions/${id}/enrol`, { accountId: null });
  const { version } = await inspector.get(`/training-sessions/${id}`);
  await inspector.post(`/training-sessions/${id}/confirm`, undefined, version as number);
  await itBegan(id);

  const trainer = await Somebody.at(browser, 'phone', who.trainer);
  await trainer.preparesPhone();
  const { page } = trainer;
  await page.goto(`/formations/${id}/emargement`);
  await trainer.sees('Commencer l’émargement');

  await page.context().setOffline(true);
  await trainer.pressButton('Commencer l’émargement');
  await trainer.press(page.getByRole('group', { name: who.teacher.name }).getByText('Là', { exact: true }));
  await expect(page.getByRole('heading', { level: 1 })).toContainText('1 présent sur 1 inscrit');
  await trainer.pressButton('Clore avec 1 présent');
  await trainer.sees(/Gardé sur ce téléphone/);
  expect(await attended(id)).toEqual([{ state: 'confirmed', present: null, written: 0 }]);

  await page.context().setOffline(false);
  await expect.poll(() => attended(id), { timeout: 60_000 }).toEqual([{ state: 'closed', present: true, written: 1 }]);
  await page.reload();
  await trainer.sees('Close');
  await trainer.leaves();

  const holder = await Somebody.at(browser, 'phone', who.teacher.email);
  await holder.page.goto('/formations/attestations');
  await holder.sees('Valable');
  const downloading = holder.page.waitForEvent('download');
  await holder.press(holder.page.getByRole('link', { name: /^PDF, attestation A-/ }).first());
  expect((await downloading).suggestedFilename()).toMatch(/^attestation-A-\d{4}-\d{5}\.pdf$/);
  await holder.leaves();

  const [certificate] = await ask<{ code: string }>(
    `select f.code from training_certificate f join training_enrolment n on n.id = f.enrolment_id where n.session_id = $1`,
    [id],
  );
  const outside = await browser.newPage({ baseURL: process.env['HOUSE_ORIGIN'] });
  await outside.goto(`/verifier/${certificate!.code}`);
  await expect(outside.getByRole('heading', { name: 'Attestation valable' })).toBeVisible();
  await outside.goto(`/verifier/${'0'.repeat(20)}`);
  await expect(outside.getByRole('heading', { name: 'Attestation non valable' })).toBeVisible();
  await outside.close();
});
