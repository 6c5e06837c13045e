import { expect } from '@jest/globals';
import { addCalendarDays, parisDateOf } from '@parc/domain';
import { said } from './answers.js';
import { countsFor } from './dotation-builders.js';
import { aDevice, aFleet, deviceRow, type Fleet } from './equipment-builders.js';
import type { House } from './house.js';
import type { Person } from './person.js';

/** An elementary school of three classes: the first part of its kit asks three devices. */
async function aSchoolOf(house: House, pupils: number): Promise<Fleet> {
  const fleet = await aFleet(house);
  await house.arrange(`update school set kind = 'elementary' where id = $1`, [fleet.school.id]);
  await house.arrange(
    `insert into school_year_figures (school_id, school_year, classes, pupils) values ($1, 2026, 3, $2)
       on conflict (school_id, school_year) do update set classes = 3, pupils = excluded.pupils`,
    [fleet.school.id, pupils],
  );
  return fleet;
}

export type DotationGround = Awaited<ReturnType<typeof dotationGround>>;

/** Two schools of one kind, of which one has a device already, and whoever makes a dotation to them its way. */
export async function dotationGround(house: House) {
  const [manager, technician, administrator] = [
    await house.person('plan-manager'),
    await house.person('technician'),
    await house.person('administrator'),
  ];
  const [poor, rich] = [await aSchoolOf(house, 60), await aSchoolOf(house, 90)];
  const poorHead = await house.person('school-head', { school_id: poor.school.id });
  const richHead = await house.person('school-head', { school_id: rich.school.id });
  const groupId = await countsFor(house, poor.modelId);
  // Of the same model, already there.
  await aDevice(house, { ...rich, modelId: poor.modelId }, 'in-service');
  const today = () => parisDateOf(house.now());

  const request = (more: object = {}) => ({
    ...{ title: 'Tablettes 2026', groupId, modelId: poor.modelId, basis: 'gap', source: 'purchase', quantity: 4 },
    parts: [
      { schoolId: poor.school.id, quantity: 2 },
      { schoolId: rich.school.id, quantity: 1 },
    ],
    ...more,
  });
  const prepare = async (more: object = {}) =>
    (await manager.post('/api/v1/dotations', request(more))).body.id as string;

  async function move(person: Person, path: string, id: string, action: string, body?: object) {
    const [row] = await house.sql<{ version: number }>(
      `select version from ${path === 'dotations' ? 'dotation' : 'dotation_part'} where id = $1`,
      [id],
    );
    return person.post(`/api/v1/${path}/${id}/${action}`, body as never, { version: row!.version });
  }
  const partOf = async (dotationId: string, { school }: Fleet) => {
    const [row] = await house.sql<{ id: string; state: string; received: number }>(
      'select id, state, received from dotation_part where dotation_id = $1 and school_id = $2',
      [dotationId, school.id],
    );
    return row!;
  };
  const ask = async (more: object = {}) => {
    const id = await prepare(more);
    expect(said(await move(manager, 'dotations', id, 'ask'))).toBe('200 asked');
    return { id, poorPart: (await partOf(id, poor)).id, richPart: (await partOf(id, rich)).id };
  };
  const night = (job: string) => administrator.post(`/api/v1/jobs/${job}/run`);
  const mailsTo = async (person: Person) =>
    (
      await house.sql<{ subject: string }>(
        'select m.subject from mail m join account c on c.email = m.recipient where c.id = $1 order by m.created_at, m.id',
        [person.accountId],
      )
    ).map(({ subject }) => subject);

  /** Confirmed, decided, with two devices ready and a day. */
  async function planned() {
    const { id, poorPart, richPart } = await ask();
    await move(poorHead, 'dotation-parts', poorPart, 'opine', { answer: 'yes' });
    await move(manager, 'dotation-parts', poorPart, 'confirm', { quantity: 2 });
    await move(manager, 'dotation-parts', richPart, 'drop', { reason: 'Déjà équipée' });
    expect(said(await move(manager, 'dotations', id, 'decide'))).toBe('200 decided');
    const devices = [await aDevice(house, poor, 'in-stock'), await aDevice(house, poor, 'in-stock')];
    const rows = await Promise.all(devices.map((device) => deviceRow(house, device)));
    const codes = rows.map(({ tag }) => tag as string);
    expect(said(await move(technician, 'dotation-parts', poorPart, 'prepare', { tags: codes }))).toBe('200 confirmed');
    const day = { plannedOn: addCalendarDays(today(), 3), plannedHalf: 'morning' };
    expect(said(await move(technician, 'dotation-parts', poorPart, 'plan', day))).toBe('200 planned');
    return { id, partId: poorPart, devices, codes };
  }

  return {
    ...{ manager, technician, poor, rich, poorHead, richHead, groupId, today },
    ...{ request, prepare, move, partOf, ask, mailsTo, night, planned },
  };
}
