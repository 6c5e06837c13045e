import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Api, type SchoolPage } from '@parc/api-client';
import { Problem } from '../../shell/problem';
import { AccessCardForm } from './access-card-form';

const DAY = { morning: { from: '08:30', to: '11:30' }, afternoon: null };
const NO_CLASS = { morning: null, afternoon: null };
const school = (given: object = {}, monday: object = DAY) =>
  ({
    id: 'school-1',
    version: 1,
    openingHours: { mon: monday, tue: DAY, wed: NO_CLASS, thu: DAY, fri: DAY },
    presenceNeeded: false,
    access: { keyHolder: 'Le gardien', alarm: 'Au fond', note: 'Sonner', ...given },
  }) as unknown as SchoolPage;

describe('an access card that somebody else changes while it is typed', () => {
  const sent: { note: unknown; alarm: unknown; openingHours: { mon: unknown } }[] = [];
  let fixture: ComponentFixture<AccessCardForm>;
  const host = () => fixture.nativeElement as HTMLElement;
  const button = (words: string) =>
    [...host().querySelectorAll('button')].find(({ textContent }) => textContent?.includes(words));

  beforeEach(async () => {
    sent.length = 0;
    const invoke = async (_what: unknown, { body, ...headers }: Record<string, unknown>) => {
      if (headers['If-Match'] === '"1"') throw new Problem(412, 'version.stale', 'Relisez, puis recommencez.');
      sent.push(body as (typeof sent)[number]);
      return {};
    };
    TestBed.configureTestingModule({ providers: [provideRouter([]), { provide: Api, useValue: { invoke } }] });
    fixture = TestBed.createComponent(AccessCardForm);
    fixture.componentRef.setInput('school', school());
    await fixture.whenStable();
  });

  it('is read again under what was typed, says what would be replaced, and takes over the rest', async () => {
    let reread = 0;
    fixture.componentInstance.reread.subscribe(() => reread++);
    const note = host().querySelector('textarea')!;
    note.value = 'Passer par la cour';
    note.dispatchEvent(new Event('input'));
    button('Enregistrer')!.click();
    await fixture.whenStable();
    button('Relire la page')!.click();
    const meanwhile = { ...school({ note: 'Frapper fort', alarm: 'À gauche' }, NO_CLASS), version: 2 };
    fixture.componentRef.setInput('school', meanwhile);
    await fixture.whenStable();
    expect([reread, note.value, button('Relire')]).toEqual([1, 'Passer par la cour', undefined]);
    expect(host().textContent).toContain('Frapper fort');
    expect(host().textContent).not.toContain('Alarme : «');
    button('Enregistrer')!.click();
    await fixture.whenStable();
    expect(sent).toEqual([expect.objectContaining({ note: 'Passer par la cour', alarm: 'À gauche' })]);
    expect(sent[0]!.openingHours.mon).toEqual(NO_CLASS);
  });
});
