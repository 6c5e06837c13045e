import { describe, expect, it } from '@jest/globals';
import { checkToDo, doingAct, doneRequest, isDoingDraft, leftToSay } from './check-to-do';

const device = (id: string) => ({
  ...{ equipmentId: id, tag: `PE-${id}`, modelName: 'Tablette', roomName: 'CP', finding: null, note: null },
  ...{ ticketId: null, ticketNumber: null },
});
const check = checkToDo({
  ...{ id: 'c1', version: 3, planName: 'Tablettes', part: 1, schoolName: 'École du Lavoir', communeName: 'Firminy' },
  ...{ points: ['Écran'], found: [device('a'), device('b')], possible: ['do'] },
});
const plain = (words: string): string => words.replaceAll(/\s/g, ' ');
const good = { finding: 'good', note: '' } as const;

describe('a check that is being done', () => {
  it('is sent once every device was looked at, and says how many are left', () => {
    expect(plain(leftToSay(check, {}))).toBe('Encore 2 appareils à voir.');
    expect(plain(leftToSay(check, { a: good }))).toBe('Encore 1 appareil à voir.');
    expect(doneRequest(check, { a: good })).toBeNull();
    expect(leftToSay(check, { a: good, b: good })).toBe('');
    expect(doneRequest(check, { a: good, b: { finding: 'broken', note: ' Fendu ' }, gone: good })).toEqual({
      found: [
        { equipmentId: 'a', finding: 'good', note: null },
        { equipmentId: 'b', finding: 'broken', note: 'Fendu' },
      ],
    });
  });

  it('is one act of the phone, on the version that was read', () => {
    const body = doneRequest(check, { a: good, b: good })!;
    expect(doingAct('k', check, body)).toMatchObject({
      ...{ key: 'k', version: 3, action: 'do', object: { kind: 'check', id: 'c1' } },
      request: { method: 'POST', path: '/api/v1/upkeep-checks/c1/do', body },
    });
  });

  it('takes up again what was typed in this form alone', () => {
    expect([isDoingDraft({ a: good }), isDoingDraft({}), isDoingDraft(null), isDoingDraft({ a: 'good' })]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
