import { Component, computed, inject } from '@angular/core';
import { DemonstrationBanner } from './demonstration-banner';
import { Logo } from './logo';
import { Session } from './session';
import { reading } from './reading';

/** What stands around the pages of who has not entered yet: the name of the house, and whether it is a demonstration. */
@Component({
  selector: 'parc-door',
  imports: [DemonstrationBanner, Logo],
  template: `
    @if (demonstration()) {
      <parc-demonstration-banner />
    }
    <main>
      <div class="entry">
        <parc-logo />
        <ng-content />
      </div>
    </main>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      min-height: 100dvh;
    }

    main {
      display: grid;
      flex: 1;
      place-content: center;
      background: var(--surface);
    }

    .entry {
      display: grid;
      gap: 1.5rem;
      width: min(26rem, 100vw - 2rem);
      padding-block: 2rem;
    }

    @media (max-width: 899px) {
      main {
        align-content: start;
      }

      .entry {
        padding-block: 0.75rem;
      }
    }
  `,
})
export class Door {
  private readonly session = inject(Session);
  private readonly options = reading({ load: () => this.session.options() });
  readonly demonstration = computed(() => this.options.value()?.demonstration === true);
}
