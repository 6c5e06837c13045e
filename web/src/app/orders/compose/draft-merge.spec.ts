import { describe, expect, it } from '@jest/globals';
import type { DraftRequest } from '@parc/api-client';
import { mergeDrafts } from './draft-merge';

const line = (itemId: string, quantity: number) => ({ itemId, quantity, roomId: null });
const draft = (given: Partial<DraftRequest> = {}): DraftRequest => ({
  ...{ lines: [line('a', 1), line('b', 1)], wishes: [], contact: 'Camille', note: '', prerequisites: [] },
  ...given,
});
const base = draft();

describe('a draft changed here and elsewhere', () => {
  it('keeps what was changed on either side, answer by answer', () => {
    const mine = draft({ lines: [line('a', 3), line('b', 1), line('c', 2)], note: 'Mur du fond' });
    const theirs = draft({ lines: [line('a', 1), line('b', 4), line('d', 1)], contact: 'La gardienne' });
    expect(mergeDrafts({ base, mine, theirs })).toEqual({
      ...draft({ note: 'Mur du fond', contact: 'La gardienne' }),
      lines: [line('a', 3), line('b', 4), line('d', 1), line('c', 2)],
    });
  });

  it('leaves out what was taken out on either side', () => {
    const mine = draft({ lines: [line('b', 1)] });
    const theirs = draft({ lines: [line('a', 1)] });
    expect(mergeDrafts({ base, mine, theirs }).lines).toEqual([]);
  });

  it.each([
    ['Mur du fond', 'Près de la fenêtre', 'Près de la fenêtre\nMur du fond'],
    ['Mur du fond, à gauche', 'Mur du fond', 'Mur du fond, à gauche'],
    ['Mur', 'Mur du fond', 'Mur du fond'],
    ['', 'Mur du fond', 'Mur du fond'],
  ])('loses no text: « %s » and « %s »', (mine, theirs, both) => {
    const asked = { base, mine: draft({ note: mine }), theirs: draft({ note: theirs }) };
    expect(mergeDrafts(asked).note).toBe(both);
  });

  it('lets what stands before the person win where both have answered', () => {
    const mine = draft({ contact: 'Sacha', prerequisites: [{ what: 'power', kept: true }] });
    const theirs = draft({ contact: 'La gardienne', prerequisites: [{ what: 'network', kept: true }] });
    const { contact, prerequisites } = mergeDrafts({ base, mine, theirs });
    expect([contact, prerequisites.map(({ what }) => what)]).toEqual(['Sacha', ['network', 'power']]);
  });
});
