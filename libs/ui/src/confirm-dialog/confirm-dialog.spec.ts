import { describe, expect, it } from '@jest/globals';
import { expectAccessible } from '../testing/accessibility.js';
import { render } from '../testing/rendering.js';
import { ConfirmDialog } from './confirm-dialog.js';

async function opened() {
  const dialog = await render(ConfirmDialog, {
    heading: 'Refuser la commande C-2026-00184',
    confirmLabel: 'Refuser la commande',
  });
  const answers: string[] = [];
  dialog.component.confirmed.subscribe(() => answers.push('confirmed'));
  dialog.component.cancelled.subscribe((by) => answers.push(by));
  dialog.component.open();
  await dialog.fixture.whenStable();
  return { dialog, answers };
}

describe('a confirmation', () => {
  it('names the act in its title and on its button', async () => {
    const { dialog } = await opened();
    expect(dialog.one<HTMLDialogElement>('dialog').open).toBe(true);
    expect(dialog.text('h2')).toBe('Refuser la commande C-2026-00184');
    expect(dialog.texts('button')).toEqual(['Annuler', 'Refuser la commande']);
    await expectAccessible(dialog.host);
  });

  it('stays open once confirmed, so that the page may show how it goes', async () => {
    const { dialog, answers } = await opened();
    await dialog.click('button:last-of-type');
    expect(answers).toEqual(['confirmed']);
    expect(dialog.one<HTMLDialogElement>('dialog').open).toBe(true);
    dialog.component.close();
    expect(dialog.one<HTMLDialogElement>('dialog').open).toBe(false);
  });

  it('ignores a second press while the act is under way', async () => {
    const { dialog, answers } = await opened();
    await dialog.give({ pending: true });
    await dialog.click('button:last-of-type');
    expect(answers).toEqual([]);
  });

  it('tells the button from the Escape key', async () => {
    const { dialog, answers } = await opened();
    dialog.one('dialog').dispatchEvent(new Event('cancel', { cancelable: true }));
    dialog.component.open();
    await dialog.fixture.whenStable();
    await dialog.click('button:first-of-type');
    expect(answers).toEqual(['escape', 'button']);
    expect(dialog.one<HTMLDialogElement>('dialog').open).toBe(false);
  });
});
