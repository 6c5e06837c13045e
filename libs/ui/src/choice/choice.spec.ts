import { describe, expect, it } from '@jest/globals';
import { expectAccessible } from '../testing/accessibility.js';
import { render } from '../testing/rendering.js';
import { Choice } from './choice.js';

const given = {
  legend: 'Enveloppe',
  value: 'installation',
  options: [
    { value: 'installation', label: 'Installation' },
    { value: 'maintenance', label: 'Maintenance' },
  ],
};

describe.each(['segments', 'chips'])('a choice in %s', (look) => {
  it('shows the chosen answer and takes another', async () => {
    const choice = await render(Choice, { ...given, look });
    expect(choice.text('.chosen')).toBe('Installation');
    const other = choice.one<HTMLInputElement>('input[value=maintenance]');
    other.checked = true;
    other.dispatchEvent(new Event('change'));
    await choice.fixture.whenStable();
    expect(choice.component.value()).toBe('maintenance');
    expect(choice.text('.chosen')).toBe('Maintenance');
    await expectAccessible(choice.host);
  });

  it('is a group of radio buttons that its question names', async () => {
    const choice = await render(Choice, { ...given, look, legendHidden: true });
    expect(choice.text('legend')).toBe('Enveloppe');
    const names = choice.all<HTMLInputElement>('input').map(({ name, type }) => `${type} ${name}`);
    expect(new Set(names).size).toBe(1);
  });
});
