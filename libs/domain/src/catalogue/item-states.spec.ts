import { describe, expect, it } from '@jest/globals';
import { ITEMS } from './item-lifecycle.js';
import { ITEMS_EDITABLE, ITEMS_ORDERABLE, ITEMS_PRICEABLE, ITEMS_SOLD } from './item-states.js';

describe('a catalogue item', () => {
  it('begins as a proposal', () => expect(ITEMS.initial).toBe('proposed'));

  it('is rewritten until it is decided, and priced until it is out', () => {
    expect(ITEMS_EDITABLE).toEqual(['proposed', 'under-review']);
    expect(ITEMS_PRICEABLE).toEqual(['proposed', 'under-review', 'validated']);
  });

  it('is ordered while it is validated, and read by its seller as long as it is or was sold', () => {
    expect(ITEMS_ORDERABLE).toEqual(['validated']);
    expect(ITEMS_SOLD).toEqual(['validated', 'withdrawn']);
  });
});
