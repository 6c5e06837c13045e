import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { describe, expect, it } from '@jest/globals';
import type { Role } from '@parc/domain';
import { DOMAINS } from '../domains';
import { WEB_DOMAINS, type WebDomain } from './domain';
import { SchoolTabs } from './school-tabs';
import { Session } from './session';

@Component({ template: '' })
class Empty {}

async function shown(role: Role, schoolId: string | null = null, domains: readonly WebDomain[] = DOMAINS) {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: '**', component: Empty }]),
      { provide: Session, useValue: { role: () => role } },
      { provide: WEB_DOMAINS, useValue: domains },
    ],
  });
  const fixture = TestBed.createComponent(SchoolTabs);
  fixture.componentRef.setInput('schoolId', schoolId);
  fixture.componentRef.setInput('at', '');
  await fixture.whenStable();
  const tabs = [...(fixture.nativeElement as HTMLElement).querySelectorAll('button')];
  return {
    labels: tabs.map(({ textContent }) => textContent.trim()),
    open: async (label: string): Promise<string> => {
      tabs.find(({ textContent }) => textContent.trim() === label)!.click();
      await fixture.whenStable();
      return TestBed.inject(Router).url;
    },
  };
}

describe('the pages of a school', () => {
  it('are those of the domains that its reader may open, in their order', async () => {
    expect((await shown('school-head')).labels).toEqual(['La fiche', 'Matériel et formation']);
    TestBed.resetTestingModule();
    const added: WebDomain = {
      name: 'visits',
      schoolPages: [{ path: 'passages', label: 'Passages', need: 'visits.read', order: 15 }],
    };
    const { labels } = await shown('technician', 's1', [...DOMAINS, added]);
    expect(labels).toEqual(['La fiche', 'Passages', 'Matériel et formation']);
  });

  it('are no tabs where there is one alone', async () => {
    expect((await shown('installer', 's1')).labels).toEqual([]);
  });

  it('stand under one’s own school, or under that of the list', async () => {
    expect(await (await shown('teacher')).open('Matériel et formation')).toBe('/ecole/materiel');
    TestBed.resetTestingModule();
    expect(await (await shown('inspector', 's1')).open('Matériel et formation')).toBe('/annuaire/s1/materiel');
  });
});
