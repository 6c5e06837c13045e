import { ROLES, type Role } from '@parc/domain';
import type { House } from './house.js';
import type { Person } from './person.js';

/**
 * One person of every role, each in the scope that touches this school: its commune, its circonscription, a firm, a body.
 * Those who are there already stay who they are.
 */
export async function everyone(
  house: House,
  school: { id: string; communeId: string },
  there: Partial<Record<Role, Person>> = {},
): Promise<Record<Role, Person>> {
  const circonscription_id = await house.build.insert('circonscription', {
    code: '0420001A',
    name: 'Saint-Étienne Nord',
  });
  await house.arrange('update school set circonscription_id = $1 where id = $2', [circonscription_id, school.id]);
  const managing_body_id = await house.build.insert('managing_body', { name: 'OGEC', kind: 'ogec' });
  const scopes: Partial<Record<Role, Record<string, string>>> = {
    teacher: { school_id: school.id },
    'school-head': { school_id: school.id },
    installer: { contract_holder_id: (await house.build.contract()).holderId },
    'commune-officer': { commune_id: school.communeId },
    'private-body-officer': { managing_body_id },
    inspector: { circonscription_id },
    'digital-trainer': { circonscription_id },
  };
  const people = { ...there };
  for (const role of ROLES) people[role] ??= await house.person(role, scopes[role]);
  return people as Record<Role, Person>;
}
