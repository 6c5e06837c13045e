import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { SlotForm } from './slot-form';

const WISH = { day: '2026-11-26', from: '16:45', to: '17:30' };

describe('fixing a date', () => {
  beforeEach(() => {
    jest.useFakeTimers({
      now: new Date('2026-11-24T09:00:00Z'),
      doNotFake: ['queueMicrotask', 'setTimeout', 'requestAnimationFrame'],
    });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  async function shown(inputs: Record<string, unknown>) {
    const fixture = TestBed.createComponent(SlotForm);
    for (const [name, value] of Object.entries({ about: 'order-1', action: 'schedule', ...inputs }))
      fixture.componentRef.setInput(name, value);
    const chosen: unknown[] = [];
    fixture.componentInstance.chosen.subscribe((slot) => chosen.push(slot));
    await fixture.whenStable();
    const host = fixture.nativeElement as HTMLElement;
    const submit = async () => {
      host.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
      await fixture.whenStable();
    };
    const write = async (selector: string, text: string) => {
      const box = host.querySelector<HTMLInputElement>(selector)!;
      box.value = text;
      box.dispatchEvent(new Event('input'));
      await fixture.whenStable();
    };
    return { host, chosen, submit, write };
  }

  it('proposes the school’s wish first', async () => {
    const { chosen, submit } = await shown({ wishes: [WISH] });
    await submit();
    expect(chosen).toEqual([{ ...WISH, reason: '' }]);
  });

  it('forgets wishes that are past and proposes the next working day after class', async () => {
    const { chosen, submit } = await shown({ wishes: [{ ...WISH, day: '2026-11-20' }] });
    await submit();
    expect(chosen).toEqual([{ day: '2026-11-25', from: '16:30', to: '18:00', reason: '' }]);
  });

  it('refuses an end before the beginning beside its field', async () => {
    const { host, chosen, submit, write } = await shown({});
    await write('input[id$="-to"]', '16:00');
    await submit();
    expect(chosen).toEqual([]);
    expect(host.textContent).toContain('La fin vient après le début.');
  });

  it('asks why an agreed time is moved', async () => {
    const { host, chosen, submit, write } = await shown({ action: 'move' });
    await submit();
    expect(host.textContent).toContain('Dites pourquoi.');
    await write('textarea', 'Matériel non livré');
    await submit();
    expect(chosen).toEqual([{ day: '2026-11-25', from: '16:30', to: '18:00', reason: 'Matériel non livré' }]);
  });

  it('starts from the agreed time when it is moved, and takes a wish in one press', async () => {
    const planned = { plannedFrom: '2026-11-27T15:30:00Z', plannedTo: '2026-11-27T17:00:00Z' };
    const { host, chosen, submit, write } = await shown({ action: 'move', planned, wishes: [WISH] });
    expect(host.querySelector('[type=submit]')?.textContent).toMatch(/Déplacer au ven\.\s27\snov\. à 16\sh\s30/);
    await write('textarea', 'Salle occupée');
    host.querySelector<HTMLButtonElement>('.choices button')!.click();
    await submit();
    expect(chosen).toEqual([{ ...WISH, reason: 'Salle occupée' }]);
  });
});
