import { TestBed } from '@angular/core/testing';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Session } from '../../shell/session';
import { AllocationDrafts } from './allocation-draft';
import type { AllocationTyped } from './allocation-form';

const ASKED = { year: 2027, kind: 'installation' } as const;
const TYPED: AllocationTyped = {
  base: '400',
  perClass: '90',
  perPupil: '3',
  rep: '1,25',
  repPlus: '1,50',
  step: '10',
  voted: '320 000',
  reserve: '',
  reason: '',
  fixed: [{ schoolId: 's', amountCents: 140_000, reason: 'classe ouverte', formerCents: 107_000 }],
};
const DRAFT = { typed: TYPED, at: '2026-11-24T08:42:00.000Z' };

/** @param accountId who is at the screen */
function draftsOf(accountId: string): AllocationDrafts {
  TestBed.resetTestingModule();
  const session = { current: () => ({ account: { id: accountId } }) };
  TestBed.configureTestingModule({ providers: [{ provide: Session, useValue: session }] });
  return TestBed.inject(AllocationDrafts);
}

describe('the draft of an allocation', () => {
  afterEach(() => sessionStorage.clear());

  it('is taken up by who typed it, for that year and kind alone', () => {
    expect(draftsOf('sarah').write(ASKED, DRAFT)).toBe(true);
    expect(draftsOf('sarah').read(ASKED)).toEqual(DRAFT);
    expect(draftsOf('sarah').read({ year: 2027, kind: 'maintenance' })).toBeNull();
    expect(draftsOf('somebody-else').read(ASKED)).toBeNull();
  });

  it('is gone once it was applied', () => {
    const drafts = draftsOf('sarah');
    drafts.write(ASKED, DRAFT);
    drafts.forget(ASKED);
    expect(drafts.read(ASKED)).toBeNull();
  });

  it('is not taken up when what was kept is something else', () => {
    for (const kept of ['{', '{"typed":{"base":1},"at":"x"}', '[]']) {
      sessionStorage.setItem('parc.allocation.sarah.installation.2027', kept);
      expect(draftsOf('sarah').read(ASKED)).toBeNull();
    }
  });
});
