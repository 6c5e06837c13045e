import { Component, computed, effect, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, loansCalendar, type LoanKitRow } from '@parc/api-client';
import { EQUIPMENT_STATES, parisDateOf, SCHOOL_KINDS } from '@parc/domain';
import { counted, Icon, StateChip, StatePanel } from '@parc/ui';
import { PageTitle } from '../../shell/page-title';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { kitWords } from '../calendar/calendar-bars';

/** What the plan lends, and how. */
@Component({
  selector: 'parc-loan-kit-list',
  imports: [Icon, ProblemPanel, RouterLink, StateChip, StatePanel],
  template: `
    <div class="page-head">
      <div>
        <h1>{{ title() }}</h1>
        <p>Une valise et son contenu, ou un appareil seul, qui se prête sous un nom.</p>
      </div>
      <div class="page-actions">
        <a class="button button-primary" routerLink="/prets/kits/nouveau"
          ><parc-icon name="plus" [size]="18" /> Nouveau kit</a
        >
      </div>
    </div>
    @if (kits.failed(); as problem) {
      <parc-problem-panel [problem]="problem" heading="Les kits ne s’affichent pas" (retry)="kits.reload()" />
    } @else if (kits.value(); as rows) {
      @if (rows.length === 0) {
        <parc-state-panel
          kind="empty"
          icon="box"
          heading="Aucun kit"
          text="Choisissez une valise en stock et donnez-lui un nom : les écoles peuvent aussitôt la demander."
        />
      }
      <ul>
        @for (kit of rows; track kit.id) {
          @let state = states[kit.equipmentState];
          <li class="card">
            <div>
              <a [routerLink]="['/prets/kits', kit.id]"
                ><strong>{{ kit.name }}</strong></a
              >
              <p class="muted small">
                {{ words(kit) }} · <span class="code">{{ kit.tag }}</span>
              </p>
              <p class="muted small">{{ rules(kit) }}</p>
            </div>
            <parc-state-chip [state]="state" />
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
      max-width: 56rem;
    }

    li {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem 1rem;
      align-items: center;
      justify-content: space-between;
    }
  `,
})
export class LoanKitListPage {
  private readonly api = inject(Api);
  protected readonly kits = reading({
    load: async () => (await this.api.invoke(loansCalendar, { from: parisDateOf(new Date()), weeks: 1 })).kits,
  });
  protected readonly title = computed(() => {
    const kits = this.kits.value();
    return kits === null ? 'Kits de prêt' : counted(kits.length, 'kit de prêt', 'kits de prêt');
  });
  protected readonly states = EQUIPMENT_STATES;
  protected readonly words = kitWords;

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show('Kits de prêt'));
  }

  /** "Sur accord · maternelle, primaire" */
  protected rules({ needsApproval, kinds }: LoanKitRow): string {
    return [needsApproval ? 'sur accord' : 'sans accord', kinds.map((kind) => SCHOOL_KINDS[kind].word).join(', ')].join(
      ' · ',
    );
  }
}
