import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { Kept } from '../kept/kept';
import { Problem } from '../problem';
import type { FormSpec, Values } from './fields';
import { StepForm } from './step-form';

const FORM: FormSpec = {
  id: 'price',
  heading: 'Ajouter un prix',
  sections: [
    {
      fields: [
        { name: 'fromDay', label: 'À partir du', type: 'date', required: 'Dites à partir de quand.' },
        { name: 'unitNetCents', label: 'Prix hors taxes', type: 'money', required: 'Donnez le prix.' },
      ],
    },
  ],
  button: 'Ajouter ce prix',
};

const DATE = 'input[type=date]';
const MONEY = 'input[inputmode=decimal]';

/** The form on the page of the test, and what a person does with it. */
async function opened(form: FormSpec = FORM) {
  const fixture = TestBed.createComponent(StepForm);
  const host = fixture.nativeElement as HTMLElement;
  document.body.append(host);
  const give = async (inputs: Record<string, unknown>): Promise<void> => {
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
    await fixture.whenStable();
  };
  const typed: Values[] = [];
  fixture.componentInstance.typed.subscribe((values) => typed.push(values));
  await give({ form });
  const sent: Values[] = [];
  fixture.componentInstance.sent.subscribe((values) => sent.push(values));
  let rereads = 0;
  fixture.componentInstance.reread.subscribe(() => rereads++);
  return {
    give,
    sent,
    typed,
    close: () => fixture.destroy(),
    rereads: () => rereads,
    all: (selector: string) => [...host.querySelectorAll<HTMLElement>(selector)],
    text: (selector: string) => host.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim(),
    value: (selector: string) => host.querySelector<HTMLInputElement>(selector)!.value,
    click: async (selector: string): Promise<void> => {
      host.querySelector<HTMLElement>(selector)!.click();
      await fixture.whenStable();
    },
    type: async (selector: string, text: string): Promise<void> => {
      host.querySelector<HTMLInputElement>(selector)!.value = text;
      host.querySelector(selector)!.dispatchEvent(new Event('input', { bubbles: true }));
      await fixture.whenStable();
    },
  };
}

describe('a form in the page', () => {
  it('gathers what is missing and sends nothing until it is complete', async () => {
    const form = await opened();
    await form.click('[type=submit]');
    const missing = form.all('parc-error-summary a').map((link) => link.textContent?.trim());
    expect(missing).toEqual(['Dites à partir de quand.', 'Donnez le prix.']);
    expect(form.sent).toEqual([]);
    await form.type(DATE, '2026-12-01');
    await form.type(MONEY, '12,50');
    await form.click('[type=submit]');
    expect(form.sent).toEqual([{ fromDay: '2026-12-01', unitNetCents: '12,50' }]);
  });

  it('goes to the one answer that is missing', async () => {
    const form = await opened();
    await form.type(DATE, '2026-12-01');
    await form.click('[type=submit]');
    expect(document.activeElement).toBe(form.all(MONEY)[0]);
  });

  it('keeps what was typed when the server refuses, and says why beside the question', async () => {
    const form = await opened();
    await form.type(MONEY, '12,50');
    const fields = [{ name: 'price.unitNetCents', code: 'max', message: 'Le plus grand possible est 100.' }];
    await form.give({ problem: new Problem(400, 'request.invalid', 'Une réponse est à corriger.', fields) });
    expect(form.value(MONEY)).toBe('12,50');
    expect(form.text('parc-form-question:last-of-type .error')).toBe('Le plus grand possible est 100.');
    expect(form.text('[role=alert]')).toContain('Une réponse est à corriger.');
  });

  it('says what the server refuses of answers that stand outside its own questions', async () => {
    const form = await opened();
    const fields = [{ name: 'visas.0.on', code: 'date', message: 'Cette date n’existe pas.' }];
    await form.give({ problem: new Problem(400, 'request.invalid', 'Une réponse est à corriger.', fields) });
    expect(form.text('[role=alert]')).toContain('Cette date n’existe pas.');
  });

  it('offers to read the page again when the object changed meanwhile, and only then', async () => {
    const form = await opened();
    await form.give({ problem: new Problem(409, 'convention.number-taken', 'Ce numéro est déjà pris.') });
    expect(form.all('[role=alert] button')).toHaveLength(0);
    await form.give({ problem: new Problem(412, 'version.stale', 'Quelqu’un l’a changé.') });
    await form.click('[role=alert] button');
    expect(form.rereads()).toBe(1);
  });

  it('keeps its answers as long as it is the same form, and forgets those of another', async () => {
    const form = await opened();
    await form.type(MONEY, '12,50');
    await form.give({ form: { ...FORM, button: 'Ajouter' } });
    expect(form.value(MONEY)).toBe('12,50');
    await form.give({ form: { ...FORM, id: 'other' } });
    expect(form.value(MONEY)).toBe('');
  });

  it('comes back with what was typed, says it to its page, and asks the object for the rest', async () => {
    const device = new Map<string, unknown>();
    const kept = {
      read: (name: string) => device.get(name) ?? null,
      keep: (name: string, value: unknown) => device.set(name, value) && true,
      forget: (name: string) => device.delete(name),
    };
    TestBed.configureTestingModule({ providers: [{ provide: Kept, useValue: kept }] });
    const first = await opened();
    await first.type(MONEY, '12,50');
    first.close();
    const again = await opened();
    expect(again.value(MONEY)).toBe('12,50');
    expect(again.typed).toEqual([{ fromDay: '', unitNetCents: '12,50' }]);
    expect([...device.values()]).toEqual([{ unitNetCents: '12,50' }]);
    await again.click('.button-as-link');
    expect(again.value(MONEY)).toBe('');
    await again.type(MONEY, '9');
    await again.click('.answers [type=button]');
    expect(device.size).toBe(0);

    const alone = await opened({ ...FORM, onScreenAlone: true });
    await alone.type(MONEY, '12,50');
    expect(device.size).toBe(0);
  });
});
