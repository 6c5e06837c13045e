import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { FreeTextAnswer } from '@parc/api-client';
import { REDACTION_REASON_NAMES } from '@parc/domain';
import { describe, expect, it } from '@jest/globals';
import { readProblem } from '../shell/interceptors';
import { FreeTextsPage } from './free-texts-page';

const ADDRESS = '/api/v1/free-texts/order/o1';
const text = (given: Partial<FreeTextAnswer>): FreeTextAnswer => ({
  ...{
    place: 'order_move.reason',
    rowId: 'r1',
    part: 0,
    word: 'Motif',
    text: 'La mère de Léa',
    at: '2026-11-24T09:00:00Z',
  },
  ...{ removed: false, ...given },
});

async function opened(items: FreeTextAnswer[]) {
  TestBed.resetTestingModule().configureTestingModule({
    providers: [provideHttpClient(withInterceptors([readProblem])), provideHttpClientTesting(), provideRouter([])],
  });
  const fixture = TestBed.createComponent(FreeTextsPage);
  fixture.componentRef.setInput('kind', 'order');
  fixture.componentRef.setInput('id', 'o1');
  fixture.detectChanges();
  const server = TestBed.inject(HttpTestingController);
  const host = fixture.nativeElement as HTMLElement;
  const settled = async () => {
    // Not until it is stable: what is being read again is answered by the test, later.
    await new Promise((resolve) => setTimeout(resolve, 20));
    fixture.detectChanges();
  };
  const answer = async (rows: FreeTextAnswer[]) => {
    server.expectOne(ADDRESS).flush({ name: 'Commande C-2026-00012', items: rows });
    await settled();
  };
  await answer(items);
  const button = (label: string) =>
    [...host.querySelectorAll('button')].find(({ textContent }) => textContent.trim().startsWith(label))!;
  const press = async (label: string) => {
    button(label).click();
    await settled();
  };
  return { host, server, settled, answer, button, press };
}

describe('the free texts of an object', () => {
  it('are taken out for a reason that is chosen, and read again with their mark', async () => {
    const { host, server, settled, answer, button, press } = await opened([text({})]);
    expect(host.textContent).toContain('Commande C-2026-00012');
    await press('Retirer…');
    const dialog = host.querySelector('dialog')!;
    expect(dialog.textContent).toContain('La mère de Léa');
    const takeOut = () => [...dialog.querySelectorAll('button')].at(-1)!;
    expect(takeOut().disabled).toBe(true);
    const select = dialog.querySelector('select')!;
    expect([...select.options].map(({ value }) => value)).toEqual(['', ...REDACTION_REASON_NAMES]);
    select.value = 'pupil';
    select.dispatchEvent(new Event('change'));
    await settled();
    takeOut().click();
    await settled();
    const sent = server.expectOne(`${ADDRESS}/redactions`);
    expect(sent.request.body).toEqual({ place: 'order_move.reason', rowId: 'r1', part: 0, reason: 'pupil' });
    sent.flush({ mark: '[texte retiré le 29/11/2026 par la gestion du plan : nom ou situation d’un élève]' });
    await settled();
    await answer([text({ removed: true, text: '[texte retiré le 29/11/2026 par la gestion du plan : …]' })]);
    expect(host.querySelector('ul')!.textContent).toContain('[texte retiré le 29/11/2026');
    expect(button('Retirer…')).toBeUndefined();
  });

  it('say why one could not be taken out, and stay', async () => {
    const { host, server, settled, press } = await opened([text({})]);
    await press('Retirer…');
    const select = host.querySelector('select')!;
    select.value = 'health';
    select.dispatchEvent(new Event('change'));
    await settled();
    [...host.querySelectorAll('dialog button')].at(-1)!.dispatchEvent(new Event('click'));
    await settled();
    server.expectOne(`${ADDRESS}/redactions`).flush(
      {
        status: 409,
        code: 'redaction.done',
        title: 'Ce texte est déjà retiré.',
        detail: 'Ce texte est déjà retiré.',
      },
      { status: 409, statusText: 'Conflict' },
    );
    await settled();
    expect(host.querySelector('dialog')!.textContent).toContain('Ce texte est déjà retiré.');
    expect(host.textContent).toContain('La mère de Léa');
  });

  it('may be none', async () => {
    const { host } = await opened([]);
    expect(host.textContent).toContain('Personne n’a rien écrit ici');
  });
});
