import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { ActButtons, type ActButton } from './act-buttons';
import { Problem } from './problem';
import { IN_DOUBT } from './writes/until-known';

const BUTTONS: readonly ActButton[] = [
  { label: 'Commencer', look: 'primary' },
  { label: 'Clore', look: 'plain' },
];
const plain = (text: string): string => text.replace(/[\s\u202f]+/g, ' ').trim();

/** The buttons of a page on which "Clore" was pressed, and what came of it. */
async function pressed(problem: Problem) {
  const fixture = TestBed.createComponent(ActButtons);
  const host = fixture.nativeElement as HTMLElement;
  let rereads = 0;
  fixture.componentInstance.reread.subscribe(() => rereads++);
  fixture.componentRef.setInput('buttons', BUTTONS);
  await fixture.whenStable();
  const button = (label: string): HTMLButtonElement | undefined =>
    [...host.querySelectorAll('button')].find((one) => plain(one.textContent) === label);
  button('Clore')!.click();
  fixture.componentRef.setInput('problem', problem);
  await fixture.whenStable();
  return { alert: () => plain(host.querySelector('[role=alert]')!.textContent), button, rereads: () => rereads };
}

describe('an act that failed', () => {
  it('is named, with why, and its button is there to press again when the server could not answer', async () => {
    const page = await pressed(new Problem(503, 'unexpected', 'Le serveur n’a pas pu répondre.'));
    expect(page.alert()).toBe('« Clore » n’est pas enregistré Le serveur n’a pas pu répondre.');
    expect(page.button('Relire la page')).toBeUndefined();
    expect(page.button('Clore')!.disabled).toBe(false);
  });

  it('has the page read again where the same attempt would be refused alike', async () => {
    const page = await pressed(new Problem(409, 'ticket.state', 'Ce ticket est déjà clos.'));
    page.button('Relire la page')!.click();
    expect(page.rereads()).toBe(1);
  });

  it('is not said to be lost while nobody knows', async () => {
    const page = await pressed(IN_DOUBT);
    expect(page.alert()).toMatch(/^Pas encore de réponse On ne sait pas encore/);
  });
});
