import { RollUpService } from '../../src/usage/roll-ups/roll-up.service.js';
import { aDevice, aFleet, aModel, type Fleet } from './equipment-builders.js';
import type { House } from './house.js';
import type { Answer, Person } from './person.js';

/** Schools with devices that are measured, a source that tells of them, and whoever drops its files. */
export interface UsageGround {
  house: House;
  manager: Person;
  fleets: Fleet[];
  /** Tags, by the school of their place in `fleets`. */
  tags: string[][];
  modelId: string;
  source: string;
}

let count = 0;

/** A source by hand: its slug is its name's. */
export async function aSource(house: House, name = `Source ${++count}`, families = ['tablet']): Promise<string> {
  const slug = name.toLowerCase().replaceAll(' ', '-');
  await house.build.insert('usage_source', { name, slug, arrival: '', families });
  return slug;
}

export async function aUsageGround(house: House, { schools = 2, devices = 3 } = {}): Promise<UsageGround> {
  const modelId = await aModel(house);
  await house.build.insert('equipment_model', { model_id: modelId, family: 'tablet', stores_data: true });
  const fleets: Fleet[] = [];
  const tags: string[][] = [];
  for (let school = 0; school < schools; school++) {
    const fleet = { ...(await aFleet(house)), modelId };
    fleets.push(fleet);
    const ids: string[] = [];
    for (let device = 0; device < devices; device++) ids.push(await aDevice(house, fleet, 'in-service'));
    tags.push(await tagsOf(house, ids));
  }
  // They have stood there since long before the weeks that are told.
  await house.arrange(
    `update equipment_stay set from_at = '2024-09-02T08:00:00Z' where from_at > '2024-09-02T08:00:00Z'`,
  );
  const manager = await house.person('plan-manager');
  return { house, manager, fleets, tags, modelId, source: await aSource(house) };
}

export async function tagsOf(house: House, ids: readonly string[]): Promise<string[]> {
  const rows = await house.sql<{ tag: string }>(
    'select e.tag from unnest($1::uuid[]) with ordinality as i(id, place) join equipment e on e.id = i.id order by i.place',
    [ids],
  );
  return rows.map(({ tag }) => tag);
}

/** A file as it is dropped. */
export function deliver(
  by: Person,
  source: string,
  text: string,
  { version, whole = false, type = 'text/csv' }: { version?: number; whole?: boolean; type?: string } = {},
): Promise<Answer> {
  const query = `source=${source}&whole=${whole}${version === undefined ? '' : `&version=${version}`}`;
  return by.send('POST', `/api/v1/usage/batches?${query}`, text, { 'content-type': type });
}

export const HEAD = 'appareil;semaine;minutes;seances;utilisateurs;jours;matiere';

/** All that waits is summed. */
export const rollUp = (house: House): Promise<number> => house.application.get(RollUpService).run();

/** A device has moved to another school since an instant. */
export async function moveDevice(house: House, tag: string, to: Fleet, at: string): Promise<void> {
  await house.arrange(
    `update equipment set room_id = $2, school_id = $3, stock_place_id = null, state = 'in-service' where tag = $1`,
    [tag, to.roomId, to.school.id],
  );
  await house.arrange(
    `insert into equipment_move (equipment_id, action, from_state, to_state, role, at, room_id, school_id)
     select id, 'move', 'in-service', 'in-service', 'system', $2, room_id, school_id from equipment where tag = $1`,
    [tag, at],
  );
}

/** A token for a source, as the plan manager makes one. */
export async function aToken(
  by: Person,
  source: string,
  expiresOn = '2027-06-30',
): Promise<{ id: string; secret: string }> {
  const { body } = await by.get('/api/v1/usage/sources');
  const { id } = body.items.find(({ slug }: { slug: string }) => slug === source);
  return (await by.post(`/api/v1/usage/sources/${id}/tokens`, { expiresOn })).body;
}

/** A file as a tool sends it: without a session, and whatever is answered. */
export async function deliverByTool(
  house: House,
  secret: string,
  source: string,
  text: string,
  { version, whole = false }: { version?: number; whole?: boolean } = {},
): Promise<{ status: number; body: Record<string, unknown> }> {
  const answer = await house.application.inject({
    method: 'POST',
    url: `/api/v1/usage/batches?source=${source}&whole=${whole}${version === undefined ? '' : `&version=${version}`}`,
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'text/csv' },
    payload: text,
  });
  return { status: answer.statusCode, body: answer.json() };
}
