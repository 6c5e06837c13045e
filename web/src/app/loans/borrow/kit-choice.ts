import { Component, effect, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, type LoanKitOffered, loanKitsOffered } from '@parc/api-client';
import { Icon, StatePanel } from '@parc/ui';
import { PageTitle } from '../../shell/page-title';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { insideWords } from './borrow-draft';

/** What a school may borrow: the kit first, its dates on the next page. */
@Component({
  selector: 'parc-kit-choice',
  imports: [Icon, ProblemPanel, RouterLink, StatePanel],
  template: `
    <div class="page-head">
      <div>
        <h1>Que voulez-vous emprunter ?</h1>
        <p>La métropole l’apporte à l’école et vient le reprendre.</p>
      </div>
    </div>
    @if (kits.failed(); as problem) {
      <parc-problem-panel [problem]="problem" heading="Les kits ne s’affichent pas" (retry)="kits.reload()" />
    } @else if (kits.value(); as offered) {
      @if (offered.length === 0) {
        <parc-state-panel
          kind="empty"
          icon="box"
          heading="Aucun kit pour votre école"
          text="Quand la gestion du plan propose un kit à votre école, il apparaît ici."
        />
      }
      <ul>
        @for (kit of offered; track kit.id) {
          <li>
            <a class="card" [routerLink]="['/prets/emprunter', kit.id]">
              <parc-icon name="box" [size]="24" />
              <span>
                <strong>{{ kit.name }}</strong>
                <span class="muted small">{{ words(kit) }}</span>
              </span>
              <span class="free" [class.yes]="kit.freeNow">{{
                kit.freeNow ? 'libre aujourd’hui' : 'pris en ce moment'
              }}</span>
              <parc-icon name="chevron-right" [size]="18" />
            </a>
          </li>
        }
      </ul>
    } @else {
      <parc-state-panel kind="loading" shape="cards" />
    }
  `,
  styles: `
    ul {
      display: grid;
      gap: 0.75rem;
      max-width: 46rem;
    }

    a {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) auto auto;
      gap: 0.75rem;
      align-items: center;
      min-height: var(--control-height);
      color: inherit;
      text-decoration: none;
    }

    a:hover strong {
      text-decoration: underline;
    }

    a > span:first-of-type {
      display: grid;
    }

    .free {
      font-size: var(--text-13);
      color: var(--muted);
    }

    .free.yes {
      color: var(--on-done);
    }

    @media (max-width: 30rem) {
      a {
        grid-template-columns: auto minmax(0, 1fr) auto;
      }

      .free {
        grid-column: 2;
        grid-row: 2;
      }
    }
  `,
})
export class KitChoicePage {
  private readonly api = inject(Api);
  protected readonly kits = reading({ load: async () => (await this.api.invoke(loanKitsOffered)).items });

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show('Emprunter'));
  }

  /** "6 appareils · 2 tapis, chargeur" */
  protected words(kit: LoanKitOffered): string {
    return [insideWords(kit), kit.accessories].filter((word) => word !== null).join(' · ');
  }
}
