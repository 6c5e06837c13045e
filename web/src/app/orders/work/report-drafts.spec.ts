import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Kept } from '../../shell/kept/kept';
import { orderPage } from './order-page.fixture';
import { startReport } from './report-draft';
import { ReportDrafts } from './report-drafts';

const WRITTEN = { ...startReport(orderPage(), '16:35'), remarks: 'Goulotte à poser' };

describe('a report that has not left', () => {
  const device = new Map<string, unknown>();
  let drafts: ReportDrafts;
  beforeEach(() => {
    device.clear();
    const kept = {
      read: (name: string) => device.get(name) ?? null,
      keep: (name: string, value: unknown) => device.set(name, value) && true,
      forget: (name: string) => device.delete(name),
    };
    TestBed.configureTestingModule({ providers: [{ provide: Kept, useValue: kept }] });
    drafts = TestBed.inject(ReportDrafts);
    drafts.keep('order-1', WRITTEN);
  });

  it('is read again as it was written, order by order', () => {
    expect(drafts.read('order-1')).toEqual(WRITTEN);
    expect(drafts.read('order-2')).toBeNull();
  });

  it('is erased once sent', () => {
    drafts.forget('order-1');
    expect(device.size).toBe(0);
  });

  it('that cannot be understood any more is no draft', () => {
    const [name] = device.keys();
    device.set(name!, { lines: {} });
    expect(drafts.read('order-1')).toBeNull();
  });
});
