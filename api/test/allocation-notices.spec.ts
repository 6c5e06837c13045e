import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { euros } from '@parc/domain';
import { schoolWith } from './harness/figures.js';
import { Allocating } from './harness/allocating.js';
import { House } from './harness/house.js';
import { lettersTo } from './harness/letters.js';
import type { Person } from './harness/person.js';

let house: House;
let manager: Person;
let allocating: Allocating;
let schools: { id: string; uai: string }[];
let year = 2027;

beforeAll(async () => {
  house = await House.open();
  manager = await house.person('plan-manager');
});
afterAll(() => house.close());

beforeEach(async () => {
  year++;
  allocating = await Allocating.in(house, manager, year);
  schools = allocating.schools;
});

const preview = (changes?: object) => allocating.preview(changes);
const apply = (changes?: object) => allocating.apply(changes);

describe('who learns of an allocation', () => {
  const emailOf = async (person: Person) =>
    (await house.sql<{ email: string }>('select email from account where id = $1', [person.accountId]))[0]!.email;
  const lettersOf = async (person: Person) =>
    (await lettersTo(house, await emailOf(person))).filter(({ subject }) => subject.includes(String(year)));

  it('is each head, of the own school alone, and nobody by a preview', async () => {
    const head = await house.person('school-head', { school_id: schools[0]!.id });
    const teacher = await house.person('teacher', { school_id: schools[0]!.id });
    await preview();
    expect(await lettersOf(head)).toEqual([]);
    const { body } = await apply();
    const { schoolName, amountCents } = body.items.find((item: { uai: string }) => item.uai === schools[0]!.uai);
    const letters = await lettersOf(head);
    expect(letters.map(({ subject }) => subject)).toEqual([`Votre budget d’installation ${year} est ouvert`]);
    expect(letters[0]!.body).toContain(`de ${schoolName} est ouvert\u202f: ${euros(amountCents)}.`);
    expect(letters[0]!.body).toContain('Motif\u202f: budget primitif');
    expect(letters[0]!.body).toContain('/budget\n');
    expect(await lettersOf(teacher)).toEqual([]);
  });

  it('is a private body by one mail, with its private schools and no other', async () => {
    const bodyId = await house.build.insert('managing_body', { name: `OGEC ${year}`, kind: 'ogec' });
    const second = await schoolWith(
      house,
      { sector: 'private', state_contract: 'simple' },
      { school_year: year - 1, classes: 3, pupils: 60 },
    );
    const ofBody = [schools[2]!.id, second.id];
    await house.arrange('update school set managing_body_id = $1 where id = any($2)', [bodyId, ofBody]);
    const officer = await house.person('private-body-officer', { managing_body_id: bodyId });
    const stranger = await house.person('private-body-officer', {
      managing_body_id: await house.build.insert('managing_body', { name: `Autre ${year}`, kind: 'ogec' }),
    });
    const { body } = await apply();
    const [letter, ...more] = await lettersOf(officer);
    expect(more).toEqual([]);
    for (const { schoolId, schoolName, amountCents } of body.items) {
      const line = `- ${schoolName}\u202f: ${euros(amountCents)}`;
      if (ofBody.includes(schoolId)) expect(letter!.body).toContain(line);
      else expect(letter!.body).not.toContain(schoolName);
    }
    expect(await lettersOf(stranger)).toEqual([]);
  });

  it('reads of a complement as a complement', async () => {
    const head = await house.person('school-head', { school_id: schools[1]!.id });
    await apply();
    await apply({ complement: true, reason: 'décision modificative' });
    expect((await lettersOf(head)).map(({ subject }) => subject)).toEqual([
      `Votre budget d’installation ${year} est ouvert`,
      `Complément au budget d’installation ${year}`,
    ]);
  });
});
