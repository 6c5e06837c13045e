import { describe, expect, it } from '@jest/globals';
import type { RoundPacket, VisitPage } from '@parc/api-client';
import { visitsWithOwn } from '../../offline/packet/own-visits';
import { fromPacket, keysBefore, withWaiting } from './visit-kept';

const SCHOOL = 'tilleuls';
const BEGUN = '2026-11-24T12:50:00.000Z';
const ticket = (id: string, more: object = {}) => ({
  ...{ id, number: `T-${id}`, symptom: 'no-charge', schoolId: SCHOOL, roomName: 'Salle 3', equipmentTag: null },
  ...{ state: 'assigned', mine: true, ...more },
});
const packet = (visits: object[] = []) =>
  ({
    ...{ visits, schools: [{ id: SCHOOL, name: 'École des Tilleuls', communeName: 'Sorbiers' }] },
    tickets: [ticket('a'), ticket('b', { state: 'new', mine: false }), ticket('c', { schoolId: 'autre' })],
    orders: [{ id: 'o', number: 'C-1', title: 'Écran', schoolId: SCHOOL, state: 'scheduled' }],
  }) as unknown as RoundPacket;
const act = (key: string, kind: string, id: string, action: string, more: object = {}) =>
  ({
    key,
    object: { kind, id },
    action,
    saidAt: '2026-11-24T13:10:00.000Z',
    body: null,
    refusal: null,
    ...more,
  }) as never;
const begun = act('v', 'visit', 'v', 'begin', { body: { id: 'v', schoolId: SCHOOL, begunAt: BEGUN } });

describe('a visit that this phone has begun without a network', () => {
  it('is one of the round’s, until it has ended here too', () => {
    expect(visitsWithOwn(packet(), [begun])).toMatchObject([
      { id: 'v', schoolName: 'École des Tilleuls', begunAt: BEGUN },
    ]);
    expect(visitsWithOwn(packet(), [begun, act('x', 'visit', 'v', 'close')])).toEqual([]);
    expect(visitsWithOwn(packet([{ id: 'v', schoolId: SCHOOL }]), [begun])).toHaveLength(1);
  });

  it('proposes what is the technician’s and what is free there, and the orders', () => {
    const kept = fromPacket(packet([...visitsWithOwn(packet(), [begun])]), 'v')!;
    expect(kept.toDo.map(({ objectId, mine }) => [objectId, mine])).toEqual([
      ['a', true],
      ['b', false],
      ['o', true],
    ]);
    expect(kept.possible).toEqual(['abandon']);
    expect(fromPacket(packet(), 'v')).toBeNull();
  });

  it('gathers what was closed on this phone since, at this school alone, and may then be ended', () => {
    const kept = fromPacket(packet([...visitsWithOwn(packet(), [begun])]), 'v')!;
    const waiting = [begun, act('1', 'ticket', 'a', 'resolve'), act('2', 'ticket', 'c', 'resolve')];
    const page = withWaiting(kept, packet(), waiting);
    expect(page.parts).toMatchObject([{ objectId: 'a', result: 'done' }]);
    expect(page.toDo.map(({ objectId }) => objectId)).toEqual(['b', 'o']);
    expect(page.possible).toEqual(['close']);
    const before = [act('0', 'ticket', 'a', 'resolve', { saidAt: '2026-11-24T09:00:00.000Z' })];
    expect(withWaiting(kept, packet(), before).parts).toEqual([]);
  });

  it('ends after what was done there, and shows itself ended at once', () => {
    const waiting = [begun, act('1', 'ticket', 'a', 'resolve'), act('2', 'ticket', 'c', 'resolve')];
    expect(keysBefore(packet(), SCHOOL, waiting)).toEqual(['1']);
    const open = { id: 'v', state: 'open', possible: ['close'], toDo: [{}], parts: [] } as unknown as VisitPage;
    expect(withWaiting(open, packet(), [act('3', 'visit', 'v', 'close')])).toMatchObject({
      ...{ state: 'closed', possible: [], toDo: [] },
    });
  });
});
