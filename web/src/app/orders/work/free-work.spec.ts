import type { Type } from '@angular/core';
import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { InvoiceForm } from '../decision/invoice-form';
import { orderLine, orderPage } from './order-page.fixture';
import type { LineDraft } from './report-draft';
import { ReportLine } from './report-line';
import { WorkLines } from './work-lines';

/** What costs nothing is told as 0,00 €; only who reads no money reads no amount. */

const line = (unitTotalCents: number | null) => ({
  orderId: 'order-1',
  line: orderLine({ unitTotalCents }),
  draft: { quantity: 1, why: null, whyText: '', devices: [], equipment: '' } satisfies LineDraft,
});

const shown: [sentence: string, component: Type<unknown>, inputs: (cents: number | null) => Record<string, unknown>][] =
  [
    ['what is committed', WorkLines, (heldCents) => ({ order: orderPage({ heldCents }) })],
    ['what was certified', InvoiceForm, (certifiedCents) => ({ page: orderPage({ certifiedCents }) })],
    ['what a line costs', ReportLine, line],
  ];

describe('an amount of nothing', () => {
  it.each(shown)('is %s', async (_sentence, component, inputs) => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    const text = async (cents: number | null) => {
      const fixture = TestBed.createComponent(component);
      for (const [name, value] of Object.entries(inputs(cents))) fixture.componentRef.setInput(name, value);
      await fixture.whenStable();
      return (fixture.nativeElement as HTMLElement).textContent;
    };
    expect(await text(0)).toMatch(/(?<!\d)0,00/);
    expect(await text(null)).not.toMatch(/\d,\d\d/);
  });
});
