import { Component, input } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { describe, expect, it } from '@jest/globals';
import { onePage } from './one-page';

@Component({ template: '' })
class Page {
  readonly id = input<string>();
}

@Component({ template: '' })
class Other {}

describe('one page at several addresses', () => {
  it('stays as it is when it goes from one to the other, and knows what the address says', async () => {
    TestBed.configureTestingModule({
      providers: [
        provideRouter(
          [
            { ...onePage('nouvelle', ':id/composer'), component: Page },
            { path: '**', component: Other },
          ],
          withComponentInputBinding(),
        ),
      ],
    });
    const harness = await RouterTestingHarness.create();
    const page = await harness.navigateByUrl('/nouvelle', Page);
    expect(page.id()).toBeUndefined();
    await TestBed.inject(Router).navigateByUrl('/draft-1/composer');
    expect(harness.routeDebugElement?.componentInstance).toBe(page);
    expect(page.id()).toBe('draft-1');
    for (const address of ['/ancienne', '/draft-1', '/draft-1/travaux', '/nouvelle/draft-1/composer'])
      await harness.navigateByUrl(address, Other);
  });
});
