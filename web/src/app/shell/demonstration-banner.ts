import { Component } from '@angular/core';

/** Says above everything else that nothing here is real. */
@Component({
  selector: 'parc-demonstration-banner',
  host: { role: 'note' },
  template: `Démonstration : tout est inventé`,
  styles: `
    :host {
      display: block;
      height: var(--banner-height, 2rem);
      padding: 0 1rem;
      overflow: hidden;
      background: var(--chalk);
      color: var(--on-chalk);
      font-size: var(--text-14);
      font-weight: var(--weight-strong);
      line-height: var(--banner-height, 2rem);
      text-align: center;
      text-overflow: ellipsis;
      white-space: nowrap;
    }

    @media (max-width: 899px) {
      :host {
        font-size: var(--text-13);
      }
    }
  `,
})
export class DemonstrationBanner {}
