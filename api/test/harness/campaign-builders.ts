import type { Body } from './answers.js';
import type { House } from './house.js';
import type { Answer, Person } from './person.js';
import { aDevice, aFleet, type Fleet } from './equipment-builders.js';

/** A school that counts, and those who do. */
export interface CampaignGround extends Fleet {
  manager: Person;
  technician: Person;
  head: Person;
  teacher: Person;
}

export async function campaignGround(house: House): Promise<CampaignGround> {
  const fleet = await aFleet(house);
  const scope = { school_id: fleet.school.id };
  return {
    ...fleet,
    manager: await house.person('plan-manager'),
    technician: await house.person('technician'),
    head: await house.person('school-head', scope),
    teacher: await house.person('teacher', scope),
  };
}

let count = 0;

/** A campaign in one school, begun or not; its id and that of the school's part. */
export async function aCampaign(
  house: House,
  { manager, school }: Pick<CampaignGround, 'manager' | 'school'>,
  body: Body = {},
): Promise<{ id: string; partId: string }> {
  const title = `Récolement ${++count}`;
  const request = { title, fromDay: '2026-01-05', toDay: '2099-12-31', schoolId: school.id, ...body };
  const answer = await manager.post('/api/v1/campaigns', request);
  if (answer.status !== 201) throw new Error(`the campaign was refused: ${answer.text}`);
  const { id } = answer.body as { id: string };
  const [part] = await house.sql<{ id: string }>(
    'select id from campaign_part where campaign_id = $1 and school_id = $2',
    [id, school.id],
  );
  return { id, partId: part!.id };
}

export const see = (person: Person, partId: string, body: Body): Promise<Answer> =>
  person.post(`/api/v1/campaign-parts/${partId}/sightings`, { how: 'scan', ...body });

export async function partOf(person: Person, partId: string): Promise<Answer['body']> {
  return (await person.get(`/api/v1/campaign-parts/${partId}`)).body;
}

export async function roomOf(person: Person, partId: string, roomId: string): Promise<Answer['body']> {
  return (await person.get(`/api/v1/campaign-parts/${partId}/rooms/${roomId}`)).body;
}

/** A move of the part at the version that it has now. */
export async function movePart(
  person: Person,
  partId: string,
  action: 'send' | 'drop' | 'reopen',
  body?: Body,
): Promise<Answer> {
  const { version } = await partOf(person, partId);
  return person.post(`/api/v1/campaign-parts/${partId}/${action}`, body, { version });
}

/** What was found different, by label or by what was read. */
export async function differencesOf(manager: Person, campaignId: string): Promise<Map<string, Answer['body']>> {
  const { body } = await manager.get(`/api/v1/campaigns/${campaignId}/differences?size=200`);
  return new Map(
    (body.items as Answer['body'][]).map((item) => [(item.tag ?? item.code ?? item.note) as string, item]),
  );
}

export const resolve = (manager: Person, id: string, body: Body): Promise<Answer> =>
  manager.post(`/api/v1/campaign-differences/${id}/resolve`, body);

/** A device with its label, in a room of the school that counts. */
export async function inRoom(house: House, ground: Fleet, roomId: string, row: Body = {}) {
  const id = await aDevice(house, ground, 'in-service', { room_id: roomId, ...row });
  const [device] = await house.sql<{ id: string; tag: string }>('select id, tag from equipment where id = $1', [id]);
  return device!;
}
