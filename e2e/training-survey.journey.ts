import { expect, test } from '@playwright/test';
import { Caller } from './caller.js';
import { Somebody } from './people.js';
import { ask, aSchool } from './plan.js';
import { confirmedSession, itBegan, wanting } from './training-ground.js';

/** What those who came think of a session: from the mail, on a phone, without an account; and what its trainer reads of it. */
const linksOf = async (id: string): Promise<string[]> => {
  const mails = await ask<{ body: string }>(
    `select m.body from mail m join training_enrolment n on m.dedupe = 'training-survey:' || n.id where n.session_id = $1 order by n.turn`,
    [id],
  );
  return mails.map(({ body }) => /\/questionnaire(#[\w-]{43})/.exec(body)![1]!);
};

test('who came answers three questions from the mail without an account, and the trainer reads what three have said', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const school = await aSchool(0, true);
  const { id, who, inspector } = await confirmedSession(school);
  for (const { accountId } of await wanting(school, 3))
    await inspector.post(`/training-sessions/${id}/enrol`, { accountId });
  const { version } = await inspector.get(`/training-sessions/${id}`);
  await inspector.post(`/training-sessions/${id}/confirm`, undefined, version as number);
  await itBegan(id);
  const trainer = await Caller.as(who.trainer);
  await trainer.post(`/training-sessions/${id}/hold`, undefined, (version as number) + 1);
  const { people, version: held } = await trainer.get(`/training-sessions/${id}/attendance`);
  const came = (people as { id: string }[]).map((person) => ({ id: person.id, present: true }));
  await trainer.post(`/training-sessions/${id}/attendance`, { people: came });
  await trainer.post(`/training-sessions/${id}/close`, undefined, held as number);
  const links = await linksOf(id);
  expect(links).toHaveLength(3);

  const reader = await Somebody.at(browser, 'desk', who.trainer);
  await reader.page.goto(`/formations/${id}`);
  await reader.sees(/3\spersonnes interrogées\. Les réponses se lisent à partir de 3/);

  for (const [place, link] of links.entries()) {
    const page = await browser.newPage({
      ...{ baseURL: process.env['HOUSE_ORIGIN'], viewport: { width: 390, height: 844 }, hasTouch: true },
    });
    await page.goto(`/questionnaire${link}`);
    await expect(page.getByText('Répondez d’abord aux trois questions.')).toBeVisible();
    for (const asked of [/utile pour votre classe/, /niveau vous convenait/])
      await page.getByRole('group', { name: asked }).getByText('Plutôt oui').tap();
    await page
      .getByRole('group', { name: /dans le mois/ })
      .getByText('Oui', { exact: true })
      .tap();
    if (place === 0) await page.getByLabel(/Une remarque/).fill('À refaire avec nos tablettes');
    await page.getByRole('button', { name: 'Envoyer ma réponse' }).tap();
    await expect(page.getByRole('heading', { name: 'Merci, c’est noté' })).toBeVisible();
    await page.reload();
    await expect(page.getByText('Voici votre réponse. Vous pouvez la changer.')).toBeVisible();
    await page.close();
  }
  await reader.page.reload();
  await reader.sees(/3\sréponses sur 3\spersonnes interrogées/);
  await reader.sees('À refaire avec nos tablettes');
  await reader.leaves();

  const outside = await browser.newPage({ baseURL: process.env['HOUSE_ORIGIN'] });
  await outside.goto(`/questionnaire#${'a'.repeat(43)}`);
  await expect(outside.getByRole('heading', { name: 'Ce lien n’ouvre aucun questionnaire' })).toBeVisible();
  await outside.close();
});
