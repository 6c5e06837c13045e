import { describe, expect, it } from '@jest/globals';
import { expectAccessible } from '../testing/accessibility.js';
import { render } from '../testing/rendering.js';
import { Stepper } from './stepper.js';

const given = { label: 'Quantité, Pose d’un écran', value: 1, max: 3 };

describe('a stepper', () => {
  it('adds and takes by its buttons and by the arrows', async () => {
    const stepper = await render(Stepper, given);
    await stepper.click('button:last-of-type');
    expect(stepper.component.value()).toBe(2);
    await stepper.press('input', 'ArrowUp');
    expect(stepper.component.value()).toBe(3);
    await stepper.press('input', 'ArrowDown');
    await stepper.click('button:first-of-type');
    expect(stepper.component.value()).toBe(1);
    await expectAccessible(stepper.host);
  });

  it('stops at its limits', async () => {
    const stepper = await render(Stepper, { ...given, value: 3 });
    expect(stepper.one<HTMLButtonElement>('button:last-of-type').disabled).toBe(true);
    await stepper.press('input', 'ArrowUp');
    expect(stepper.component.value()).toBe(3);
  });

  it.each([
    ['2', 2],
    ['12', 3],
    ['-4', 0],
    ['douze', 1],
  ])('reads "%s" as %i', async (typed, value) => {
    const stepper = await render(Stepper, given);
    const box = stepper.one<HTMLInputElement>('input');
    box.value = typed;
    box.dispatchEvent(new Event('change'));
    await stepper.fixture.whenStable();
    expect(stepper.component.value()).toBe(value);
    expect(box.value).toBe(String(value));
  });

  it('marks less than what was asked', async () => {
    const stepper = await render(Stepper, { ...given, value: 1, outOf: 2 });
    expect(stepper.text('.beside')).toBe('sur 2');
    expect(stepper.one('input').getAttribute('aria-valuetext')).toBe('1 sur 2');
    expect(stepper.host.classList).toContain('short');
    await stepper.give({ value: 2 });
    expect(stepper.host.classList).not.toContain('short');
  });

  it('counts in steps with a unit', async () => {
    const stepper = await render(Stepper, { label: 'Temps passé', value: 35, step: 5, unit: 'min' });
    await stepper.click('button:last-of-type');
    expect(stepper.one('input').getAttribute('aria-valuetext')).toBe('40 min');
  });
});
