import { Component, computed, inject } from '@angular/core';
import { Api, mailRefusalsByReason } from '@parc/api-client';
import { MAIL_REFUSAL_DAYS, MAIL_REFUSALS } from '@parc/domain';
import { countedRows, DayPipe, Notice, StatePanel } from '@parc/ui';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';

/** Which answers by mail made no comment, and why: counts, never a word of what they said. */
@Component({
  selector: 'parc-mail-refusals-page',
  imports: [DayPipe, Notice, ProblemPanel, StatePanel],
  template: `
    <div class="page-head">
      <div>
        <h1>{{ title() }}</h1>
        <p>
          Réponses écrites aux avis des tickets, sur {{ days }} jours. Ni le texte ni l’expéditeur d’un message refusé
          ne sont gardés.
        </p>
      </div>
    </div>
    @if (read.failed(); as problem) {
      <parc-problem-panel
        [problem]="problem"
        heading="Les courriels refusés ne s’affichent pas"
        (retry)="read.reload()"
      />
    } @else if (read.value(); as page) {
      @if (!page.answered) {
        <parc-notice heading="Les avis n’ont pas d’adresse de réponse">
          Une réponse écrite à un avis n’est lue par personne. L’administration technique peut donner une adresse.
        </parc-notice>
      }
      @if (rows().length > 0) {
        <ul class="card">
          @for (row of rows(); track row.reason) {
            <li>
              <div>
                <strong>{{ row.word }}</strong>
                <p class="muted small">{{ row.detail }}</p>
              </div>
              <p class="count">
                <strong>{{ row.count }}</strong>
                <span class="muted small">dernier le {{ row.lastOn | day }}</span>
              </p>
            </li>
          }
        </ul>
      } @else if (page.answered) {
        <parc-state-panel
          kind="empty"
          icon="mail"
          heading="Aucun courriel refusé"
          text="Chaque réponse reçue est devenue un message sur son ticket."
        />
      }
    } @else {
      <parc-state-panel kind="loading" shape="list" [rows]="4" />
    }
  `,
  styles: `
    ul {
      max-width: 48rem;
    }

    li {
      display: flex;
      align-items: start;
      justify-content: space-between;
      gap: 1rem;
      padding-block: 0.75rem;
    }

    li + li {
      border-top: 1px solid var(--line);
    }

    .count {
      display: grid;
      flex: none;
      justify-items: end;
    }

    parc-notice {
      max-width: 48rem;
      margin-bottom: 1.25rem;
    }
  `,
})
export class MailRefusalsPage {
  private readonly api = inject(Api);
  protected readonly days = MAIL_REFUSAL_DAYS;
  protected readonly read = reading({ load: () => this.api.invoke(mailRefusalsByReason) });
  protected readonly rows = computed(() =>
    (this.read.value()?.items ?? []).map((item) => ({ ...item, ...MAIL_REFUSALS[item.reason] })),
  );
  protected readonly title = computed(() => {
    const count = this.rows().reduce((sum, row) => sum + row.count, 0);
    return count === 0 ? 'Courriels refusés' : countedRows(count, 'courriel refusé', 'courriels refusés');
  });
}
