import { Component } from '@angular/core';
import { describe, expect, it } from '@jest/globals';
import { expectAccessible } from '../testing/accessibility.js';
import { render } from '../testing/rendering.js';
import { QuestionCard } from './question-card.js';

@Component({
  imports: [QuestionCard],
  template: `
    <parc-question-card question="Tout est-il en place ?">
      <button parcAnswer type="button">Confirmer l’installation</button>
      <p>L’installateur a déclaré deux écrans posés.</p>
      <button parcAnswer type="button">Signaler un écart</button>
    </parc-question-card>
  `,
})
class Page {}

describe('a question card', () => {
  it('asks, explains, then offers its answers, whatever their order in the page', async () => {
    const page = await render(Page);
    expect(page.text()).toBe(
      'Tout est-il en place ? L’installateur a déclaré deux écrans posés. Confirmer l’installation Signaler un écart',
    );
    expect(page.all('.answers button')).toHaveLength(2);
    await expectAccessible(page.host);
  });

  it('is a region named by its question', async () => {
    const page = await render(Page);
    const card = page.one('[role=region]');
    expect(document.getElementById(card.getAttribute('aria-labelledby') ?? '')?.textContent).toBe(
      'Tout est-il en place ?',
    );
  });
});
