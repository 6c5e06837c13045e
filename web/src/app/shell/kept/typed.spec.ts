import { Component, input, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { SessionAnswer } from '@parc/api-client';
import { Session } from '../session';
import { sessionState } from '../session.fixture';
import { Kept } from './kept';
import { together, typed } from './typed';

/** A form about one object, as far as it keeps what is typed. */
@Component({ template: '' })
class Form {
  readonly about = input.required<string>();
  readonly pending = input(false);
  readonly problem = input<string | null>(null);
  readonly reason = typed({
    name: () => `motif ${this.about()}`,
    initial: () => '',
    pending: this.pending,
    problem: this.problem,
  });
}

describe('what is typed', () => {
  const device = new Map<string, unknown>();
  let isFull = false;
  const current = signal<SessionAnswer | null>(null);
  beforeEach(() => {
    device.clear();
    isFull = false;
    current.set(sessionState());
    const kept = {
      read: (name: string) => device.get(name) ?? null,
      keep: (name: string, value: unknown) => !isFull && device.set(name, value) && true,
      forget: (name: string) => device.delete(name),
    };
    TestBed.configureTestingModule({
      providers: [
        provideRouter([{ path: '**', children: [] }]),
        { provide: Kept, useValue: kept },
        { provide: Session, useValue: { current } },
      ],
    });
  });

  async function opened(about = 'commande 1'): Promise<ComponentFixture<Form>> {
    const fixture = TestBed.createComponent(Form);
    fixture.componentRef.setInput('about', about);
    await fixture.whenStable();
    return fixture;
  }

  async function given(fixture: ComponentFixture<Form>, inputs: Record<string, unknown>): Promise<void> {
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
    await fixture.whenStable();
  }

  it('is there again when the form opens again, which says so; about another object it is not', async () => {
    const first = await opened();
    first.componentInstance.reason.set('prise absente');
    first.destroy();
    const again = (await opened()).componentInstance.reason;
    expect([again(), again.resumed()]).toEqual(['prise absente', true]);
    const other = (await opened('commande 2')).componentInstance.reason;
    expect([other(), other.resumed()]).toEqual(['', false]);
  });

  it('on one page is not shown on another that has the same form', async () => {
    const router = TestBed.inject(Router);
    await router.navigateByUrl('/commandes/1');
    (await opened()).componentInstance.reason.set('prise absente');
    await router.navigateByUrl('/commandes/2');
    expect((await opened()).componentInstance.reason()).toBe('');
    await router.navigateByUrl('/commandes/1?etape=2');
    expect((await opened()).componentInstance.reason()).toBe('prise absente');
  });

  it('goes when it is given up, and begins anew in the open form', async () => {
    (await opened()).componentInstance.reason.set('prise absente');
    const { reason } = (await opened()).componentInstance;
    reason.startAgain();
    expect([reason(), reason.resumed(), device.size]).toEqual(['', false, 0]);
  });

  it('is kept no longer once it is what it was to begin with', async () => {
    const { reason } = (await opened()).componentInstance;
    reason.set('prise absente');
    reason.set('');
    expect(device.size).toBe(0);
  });

  it('goes once it has arrived, whether its form closes at once or stays', async () => {
    const closing = await opened();
    closing.componentInstance.reason.set('prise absente');
    closing.componentInstance.reason.sending();
    await given(closing, { pending: true });
    closing.destroy();
    expect(device.size).toBe(0);

    const staying = await opened();
    staying.componentInstance.reason.set('prise absente');
    staying.componentInstance.reason.sending();
    await given(staying, { pending: true });
    await given(staying, { pending: false });
    expect(device.size).toBe(0);
  });

  it('stays when it is refused, and when the session ended while it was on its way', async () => {
    const refused = await opened();
    refused.componentInstance.reason.set('prise absente');
    refused.componentInstance.reason.sending();
    await given(refused, { pending: true });
    await given(refused, { pending: false, problem: 'trop court' });
    refused.destroy();
    expect(device.size).toBe(1);

    const ended = await opened();
    ended.componentInstance.reason.sending();
    await given(ended, { pending: true });
    current.set(null);
    ended.destroy();
    expect(device.size).toBe(1);
  });

  it('is said not to be kept where the browser keeps nothing, as long as that lasts', async () => {
    const { reason } = (await opened()).componentInstance;
    isFull = true;
    reason.set('prise absente');
    expect([reason(), reason.unkept(), together(reason).unkept()]).toEqual(['prise absente', true, true]);
    isFull = false;
    reason.set('prise absente au plafond');
    expect(reason.unkept()).toBe(false);
  });

  it('since it was sent stays when what was sent arrives', async () => {
    const form = await opened();
    form.componentInstance.reason.set('prise absente');
    form.componentInstance.reason.sending();
    await given(form, { pending: true });
    form.componentInstance.reason.set('prise absente, salle 2');
    await given(form, { pending: false });
    form.destroy();
    expect((await opened()).componentInstance.reason()).toBe('prise absente, salle 2');
  });

  it('of another shape than the form has now is not taken up', async () => {
    (await opened()).componentInstance.reason.set('prise absente');
    const [name] = device.keys();
    device.set(name!, { lines: [] });
    expect((await opened()).componentInstance.reason()).toBe('');
  });

  it('of one object is not shown when the same form turns to another', async () => {
    const form = await opened();
    form.componentInstance.reason.set('prise absente');
    await given(form, { about: 'commande 2' });
    expect(form.componentInstance.reason()).toBe('');
    await given(form, { about: 'commande 1' });
    expect(form.componentInstance.reason()).toBe('prise absente');
  });
});
