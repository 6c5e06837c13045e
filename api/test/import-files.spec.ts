import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeUai } from '@parc/domain';
// eslint-disable-next-line @nx/enforce-module-boundaries -- a fixture is no part of what the library offers
import {
  directoryCells,
  FIXTURE_HEADER,
  FIXTURE_TERRITORY,
} from '../../libs/domain/src/directory/national-directory.fixture.js';
import { EXPORT_ROWS } from '../src/platform/http/csv.js';
import { LIMITS } from '../src/platform/limits.js';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { csvFile, send, upload } from './harness/uploads.js';

let house: House;
let manager: Person;

beforeAll(async () => {
  house = await House.open();
  manager = await house.person('plan-manager');
  for (const insee of FIXTURE_TERRITORY) await house.build.commune({ insee_code: insee, name: `Commune ${insee}` });
});
afterAll(() => house.close());

const uai = (number: number) => makeUai('042', number);
const file = (...rows: (readonly string[])[]) => csvFile([FIXTURE_HEADER, ...rows]);
const look = (...rows: (readonly string[])[]) => upload(manager, 'national-directory', file(...rows));
const apply = (id: string) => manager.post(`/api/v1/imports/${id}/apply`);
const part = async (id: string, name: string) => (await manager.get(`/api/v1/imports/${id}/${name}`)).body.items;

/** What a spreadsheet saves when it is not told to save CSV in UTF-8. */
function unicode(): [Buffer, string][] {
  const text = file(directoryCells({ uai: uai(9311) })).toString();
  const littleEndian = Buffer.from(text, 'utf16le');
  return [
    [Buffer.from('PK\u0003\u0004\u0000\u0000classeur'), 'import.workbook'],
    [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'import.workbook'],
    [Buffer.concat([Buffer.from([0xff, 0xfe]), littleEndian]), 'import.utf-16'],
    [Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(littleEndian).swap16()]), 'import.utf-16'],
    [littleEndian, 'import.utf-16'],
  ];
}

async function schoolOf(code: string) {
  const [school] = await house.sql('select id, state from school where uai = $1', [code]);
  return school;
}

describe('a file as it comes', () => {
  it('is read in windows-1252, with commas, with line breaks in its cells, and its lines are counted', async () => {
    const rows = [
      FIXTURE_HEADER,
      directoryCells({ uai: uai(9301), name: 'École\nde l’Étrat' }),
      directoryCells({ uai: uai(9302), name: '' }),
    ];
    const content = csvFile(rows, ',');
    const old = Buffer.from(content.toString().replaceAll('’', '\u0092'), 'latin1');
    const preview = await upload(manager, 'national-directory', old, '../../etc/annuaire.csv');
    expect(preview.file).toMatchObject({ encoding: 'windows-1252', separator: ',', name: 'annuaire.csv' });
    expect((await part(preview.id, 'changes'))[0]).toMatchObject({ line: 2, name: 'École de l’Étrat' });
    expect((await part(preview.id, 'refusals'))[0]).toMatchObject({ line: 4, code: 'name-missing' });
  });

  it.each([
    ['utf-8', '043', (text: string) => Buffer.from(text)],
    ['windows-1252', '063', (text: string) => Buffer.from(text, 'latin1')],
  ])('in %s keeps its accents whole, wherever it is cut on its way', async (encoding, department, encoded) => {
    const name = 'éàèùçêâîôû'.repeat(28);
    const rows = Array.from({ length: 1_000 }, (_, number) =>
      // Rows of unequal length: the cuts fall everywhere in the name.
      directoryCells({ uai: makeUai(department, number), name, address1: 'a'.repeat(number % 7) }),
    );
    const preview = await upload(manager, 'national-directory', encoded(file(...rows).toString()));
    expect(preview).toMatchObject({ file: { encoding }, counts: { created: 1_000 } });
    expect(
      await house.sql('select name, count(*)::int from directory_import_change where import_id = $1 group by name', [
        preview.id,
      ]),
    ).toEqual([{ name, count: 1_000 }]);
  });

  it('is refused at once when it is not CSV, lacks columns, or is empty', async () => {
    const refusal = async (content: Buffer) => (await send(manager, 'national-directory', content)).body;
    expect(await refusal(Buffer.from('%PDF-1.7\u0000\u0000'))).toMatchObject({
      status: 422,
      code: 'import.unreadable',
    });
    for (const [content, code] of unicode())
      expect(await refusal(content)).toMatchObject({ status: 422, code, title: expect.stringContaining('CSV UTF-8') });
    expect(await refusal(Buffer.alloc(0))).toMatchObject({ code: 'import.unreadable' });
    expect(await refusal(csvFile([['UAI', 'Nom_etablissement']]))).toMatchObject({
      code: 'import.columns-missing',
      fields: [{ name: 'file', message: expect.stringContaining('«\u202fStatut_public_prive\u202f»') }],
    });
    expect((await manager.post('/api/v1/imports?kind=national-directory', { file: 'x' })).body.code).toBe(
      'request.media-type',
    );
    expect((await send(manager, 'everything', file())).body.code).toBe('request.invalid');
  });

  it.each([
    ['sep=;\r\n', ';'],
    ['\uFEFF"sep=;"\n', ';'],
    ['SEP=|\n', '|'],
  ])('may tell its separator in a line before its header: %j', async (line, separator) => {
    const rows = [FIXTURE_HEADER, directoryCells({ uai: uai(9305), name: '' })];
    const preview = await upload(
      manager,
      'national-directory',
      Buffer.concat([Buffer.from(line), csvFile(rows, separator)]),
    );
    expect(preview).toMatchObject({ file: { separator }, counts: { rows: 1 } });
    expect((await part(preview.id, 'refusals'))[0]).toMatchObject({ line: 3, code: 'name-missing' });
  });

  it('with a zero byte in one cell refuses that row, with its line, and takes the others', async () => {
    const rows = [uai(9306), uai(9307)].map((code) => directoryCells({ uai: code, name: `École ${code}` }));
    const text = file(...rows).toString();
    const preview = await upload(manager, 'national-directory', Buffer.from(text.replace(uai(9307), `${uai(9307)}\0`)));
    expect(preview.counts).toMatchObject({ rows: 2, created: 1, refused: 1 });
    expect((await part(preview.id, 'refusals'))[0]).toMatchObject({ line: 3, code: 'characters-unreadable' });
  });

  it('from an old Mac is read with its accents, and says where it comes from', async () => {
    const name = 'École primaire de l’Étrat, près du préau à côté';
    const macRoman: Record<string, number> = { É: 0x83, é: 0x8e, è: 0x8f, à: 0x88, ô: 0x99, '’': 0xd5, î: 0x94 };
    const bytes = [...file(directoryCells({ uai: uai(9308), name })).toString()].map(
      (letter) => macRoman[letter] ?? letter.charCodeAt(0),
    );
    const preview = await upload(manager, 'national-directory', Buffer.from(bytes.filter((byte) => byte < 256)));
    expect(preview.file.encoding).toBe('macintosh');
    expect((await part(preview.id, 'changes'))[0]).toMatchObject({ name });
  });

  it('encoded twice is told before anything is applied', async () => {
    const twice = (text: string) => new TextDecoder('windows-1252').decode(Buffer.from(text));
    const preview = await upload(
      manager,
      'national-directory',
      file(directoryCells({ uai: uai(9309), name: twice('École de l’Étrat') })),
    );
    expect(preview.warnings).toEqual([expect.objectContaining({ code: 'encoded-twice', count: 1 })]);
  });

  it('says that a school of the plan lies elsewhere or is none any more, instead of passing over it', async () => {
    await apply((await look(directoryCells({ uai: uai(9330) }), directoryCells({ uai: uai(9331) }))).id);
    const preview = await look(
      directoryCells({ uai: uai(9330), communeInsee: '99999' }),
      directoryCells({ uai: uai(9331), type: '', nature: '400' }),
      directoryCells({ uai: uai(9332), type: '', nature: '400' }),
    );
    expect(preview.counts).toMatchObject({ refused: 2, ignored: 1 });
    expect((await part(preview.id, 'refusals')).map(({ code, fate }: Record<string, string>) => [code, fate])).toEqual([
      ['commune-outside-plan', expect.stringMatching(/^École connue.: sa fiche reste comme elle est\.$/)],
      ['school-no-longer', expect.stringMatching(/^École connue.: sa fiche reste comme elle est\.$/)],
    ]);
  });

  it('is refused whole where a quote never closes, and says the line', async () => {
    const damaged = Buffer.concat([
      file(directoryCells({ uai: uai(9310) })),
      Buffer.from(`${uai(9311)};"École\n`.repeat(1)),
    ]);
    const preview = await upload(manager, 'national-directory', damaged);
    expect(preview).toMatchObject({ state: 'refused', problem: expect.stringContaining('À la ligne 3') });
    expect(await part(preview.id, 'changes')).toEqual([]);
    expect((await apply(preview.id)).body.code).toBe('import.state');
  });
});

describe('a file that is another one', () => {
  const { lines, refused } = LIMITS.importRows;
  const header = 'date;nom_jour_ferie\r\n';
  const staged = async (id: string) =>
    house.sql('select count(*)::int as rows from directory_import_refusal where import_id = $1', [id]);

  it.each(['\n', '\r', '\r\n'])('is not even read past so many lines, each ended by %j', async (end) => {
    const endless = await upload(manager, 'public-holidays', Buffer.from(header + end.repeat(lines + 1)));
    expect(endless).toMatchObject({ state: 'refused', problem: expect.stringMatching(/plus de 1.000.000 lignes/) });
    expect(endless).toMatchObject({ progress: { rows: 0 } });
  });

  it('is given up at the row that refuses too many, and leaves none of them', async () => {
    const wrong = await upload(manager, 'public-holidays', Buffer.from(header + 'x;y\r\n'.repeat(refused + 300)));
    expect(wrong).toMatchObject({ state: 'refused', problem: expect.stringMatching(/^Plus de 10.000 lignes/) });
    expect(await staged(wrong.id)).toEqual([{ rows: 0 }]);
  }, 60_000);

  it('never has more refused rows than their file holds', () => expect(refused).toBeLessThanOrEqual(EXPORT_ROWS));
});

describe('a reading that does not end', () => {
  it('is interrupted by a stop of the service, changes nothing, and says what to do', async () => {
    const other = await House.open();
    const person = await other.person('plan-manager');
    await other.build.commune({ insee_code: '42302' });
    const rows = Array.from({ length: 9_000 }, (_, number) => directoryCells({ uai: uai(number) }));
    await send(person, 'national-directory', file(...rows));
    await other.application.close();
    const [stored] = await other.sql('select state, problem, created_count from directory_import');
    expect(stored).toMatchObject({
      state: 'interrupted',
      created_count: 0,
      problem: expect.stringContaining('Déposez'),
    });
    expect(await other.sql('select from directory_import_change')).toEqual([]);
    await other.pool.end();
    await other.database.drop();
  });

  it('is told as interrupted when its process died without a word', async () => {
    const preview = await look(directoryCells({ uai: uai(9320) }));
    await house.arrange(
      `update directory_import set state = 'reading', progress_at = now() - interval '3 minutes' where id = $1`,
      [preview.id],
    );
    expect((await manager.get(`/api/v1/imports/${preview.id}`)).body.state).toBe('interrupted');
    expect((await apply(preview.id)).body.code).toBe('import.state');
  });
});

describe('applying', () => {
  it('is refused when the directory changed after the preview', async () => {
    const stale = await look(directoryCells({ uai: uai(9401) }));
    await apply((await look(directoryCells({ uai: uai(9402) }))).id);
    expect(await apply(stale.id)).toMatchObject({ status: 412, body: { code: 'import.changed-since' } });
    expect(await schoolOf(uai(9401))).toBeUndefined();
    expect((await manager.get(`/api/v1/imports/${stale.id}`)).body.state).toBe('ready');
  });

  it('happens once, however often it is asked', async () => {
    const preview = await look(directoryCells({ uai: uai(9403) }));
    const answers = await Promise.all([apply(preview.id), apply(preview.id), apply(preview.id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  it('answers a repeated upload as the first time, and reads it once', async () => {
    const content = file(directoryCells({ uai: uai(9404) }));
    const [first, again] = [
      await send(manager, 'national-directory', content, { key: 'import-repete' }),
      await send(manager, 'national-directory', content, { key: 'import-repete' }),
    ];
    expect(again.body).toEqual(first.body);
    expect((await send(manager, 'national-directory', file(), { key: 'import-repete' })).body.code).toBe(
      'idempotency.other-body',
    );
  });

  it('is the plan manager’s alone', async () => {
    const preview = await look(directoryCells({ uai: uai(9405) }));
    for (const other of [
      await house.person('administrator'),
      await house.person('technician'),
      await house.person('committee'),
    ]) {
      expect((await other.get(`/api/v1/imports/${preview.id}`)).body.code).toBe('role.may-not');
      expect((await other.post(`/api/v1/imports/${preview.id}/apply`)).status).toBe(403);
      expect((await send(other, 'national-directory', file())).status).toBe(403);
    }
    expect((await house.nobody().get('/api/v1/imports')).status).toBe(401);
    expect((await manager.get(`/api/v1/imports/${makeId()}`)).body.code).toBe('object.not-found');
  });

  it('stays in a list, newest first', async () => {
    const { body } = await manager.get('/api/v1/imports?kind=national-directory&size=2');
    expect(body.items).toHaveLength(2);
    expect(body.items[0].uploadedAt >= body.items[1].uploadedAt).toBe(true);
  });
});

function makeId(): string {
  return '01900000-0000-7000-8000-000000000000';
}
