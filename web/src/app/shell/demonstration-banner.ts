import { Component } from '@angular/core';

/** Says above everything else that nothing here is real. */
@Component({
  selector: 'parc-demonstration-banner',
  host: { role: 'complementary', 'aria-label': 'Démonstration' },
  template: `Démonstration : tout est inventé`,
  styles: `
    :host {
      display: grid;
      place-content: center;
      min-height: var(--banner-height, 2rem);
      padding: 0 1rem;
      background: var(--chalk);
      color: var(--on-chalk);
      font-size: var(--text-14);
      font-weight: var(--weight-strong);
      text-align: center;
    }

    @media (max-width: 899px) {
      :host {
        font-size: var(--text-13);
      }
    }
  `,
})
export class DemonstrationBanner {}
