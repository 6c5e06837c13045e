import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  CONVENTION_KINDS,
  kindsOf,
  needsStateContract,
  PARTNERS,
  SCHOOL_KINDS,
  SECTORS,
  STATE_CONTRACTS,
} from '@parc/domain';
import { type Check, letsIn, readChecks } from './harness/checks.js';
import { House } from './harness/house.js';
import { VOCABULARIES } from './harness/vocabularies.js';

let house: House;
let checks: Check[];

beforeAll(async () => {
  house = await House.open();
  checks = await readChecks(house);
});
afterAll(() => house.close());

const LIST = /^CHECK \(\((\w+) = ANY \(ARRAY\[(.*)\]\)\)\)$/;
const quotedIn = (text: string) => [...text.matchAll(/'([^']*)'::text/g)].map(([, word]) => word!);

/** Every word that a check compares a column with, however it is put together. */
function mentions({ definition }: Check): { column: string; word: string }[] {
  const compared = [
    ...definition.matchAll(/(\w+) (?:=|<>|IS DISTINCT FROM|IS NOT DISTINCT FROM) ('[^']*'::text)/g),
    ...definition.matchAll(/(\w+) (?:=|<>) (?:ANY|ALL) \(ARRAY\[([^\]]*)\]\)/g),
    ...[...definition.matchAll(/CASE (\w+)\n(.*?)END/gs)].map(([whole, column, branches]) => {
      const words = [...branches!.matchAll(/WHEN ('[^']*'::text) THEN/g)].map(([, word]) => word).join();
      return [whole, column, words] as const;
    }),
  ];
  return compared.flatMap(([, column, words]) => quotedIn(words!).map((word) => ({ column: column!, word })));
}

describe('the checks of the database', () => {
  it('list, of each vocabulary, the words of its rows', () => {
    const told = checks.flatMap((check) => {
      const [, column, words] = LIST.exec(check.definition) ?? [];
      const rows = column && VOCABULARIES[`${check.table}.${column}`];
      if (!rows) return [];
      const listed = quotedIn(words!);
      return [
        ...rows.filter((word) => !listed.includes(word)).map((word) => `${check.name} does not let « ${word} » in`),
        ...listed
          .filter((word) => !rows.includes(word))
          .map((word) => `${check.name} lets « ${word} » in, a word of no row`),
      ];
    });
    expect(told).toEqual([]);
  });

  it('compare a column with words of its vocabulary alone, and every such column has one', () => {
    const told = checks.flatMap((check) =>
      mentions(check)
        .filter(({ word }) => word !== '')
        .flatMap(({ column, word }) => {
          const rows = VOCABULARIES[`${check.table}.${column}`];
          if (rows === undefined) return [`${check.name}: no vocabulary for ${check.table}.${column} (« ${word} »)`];
          return rows.includes(word) ? [] : [`${check.name}: « ${word} » is no word of ${check.table}.${column}`];
        }),
    );
    expect([...new Set(told)]).toEqual([]);
  });

  it('are there for every vocabulary that is compared here', () => {
    const columns = new Set(checks.flatMap((check) => mentions(check).map(({ column }) => `${check.table}.${column}`)));
    expect(Object.keys(VOCABULARIES).filter((column) => !columns.has(column))).toEqual([]);
  });
});

const lets = (name: string, row: Readonly<Record<string, string | null>>) =>
  letsIn(
    house,
    checks.find((each) => each.name === name)!,
    row,
  );

describe('the partner of a convention', () => {
  it.each(kindsOf(CONVENTION_KINDS))('of kind %s is the one its row names, in the database too', async (kind) => {
    const { reference } = PARTNERS[CONVENTION_KINDS[kind].partner];
    const letIn = await Promise.all(
      [null, 'communeId', 'managingBodyId'].map(async (given) => {
        const row = {
          kind,
          commune_id: given === 'communeId' ? 'x' : null,
          managing_body_id: given === 'managingBodyId' ? 'x' : null,
        };
        return (await lets('convention_party', row)) ? given : undefined;
      }),
    );
    expect(letIn.filter((each) => each !== undefined)).toEqual([reference]);
  });
});

describe('the contract of a school with the State', () => {
  const schools = kindsOf(SECTORS).flatMap((sector) => kindsOf(SCHOOL_KINDS).map((kind) => ({ sector, kind })));

  it.each(schools)('of a $sector $kind is there when its rows ask for it, in the database too', async (school) => {
    const { hasStateContract } = SECTORS[school.sector];
    for (const contract of kindsOf(STATE_CONTRACTS))
      expect(await lets('school_contract', { ...school, state_contract: contract })).toBe(hasStateContract);
    expect(await lets('school_contract', { ...school, state_contract: null })).toBe(!needsStateContract(school));
  });
});
