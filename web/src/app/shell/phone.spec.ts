import { TestBed } from '@angular/core/testing';
import { describe, expect, it, jest } from '@jest/globals';
import { Phone, PHONE_WORK, type PhoneWork } from './phone';

describe('this browser as a phone', () => {
  it('is asked once, and again after its work could not be loaded', async () => {
    const work = { asksToEnter: () => false } as PhoneWork;
    const load = jest
      .fn<() => Promise<PhoneWork | null>>()
      .mockRejectedValueOnce(new TypeError('no network'))
      .mockResolvedValue(work);
    TestBed.configureTestingModule({ providers: [{ provide: PHONE_WORK, useValue: load }] });
    const phone = TestBed.inject(Phone);
    expect([await phone.ready(), phone.work()]).toEqual([null, null]);
    expect([await phone.ready(), await phone.ready(), phone.work()]).toEqual([work, work, work]);
    expect(load).toHaveBeenCalledTimes(2);
  });
});
