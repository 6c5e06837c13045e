import { Component, computed, effect, inject } from '@angular/core';
import { Api, trainingsList } from '@parc/api-client';
import { countedRows, Notice, Pager } from '@parc/ui';
import { listAddress, readPage } from '../../shell/lists/list-address';
import { listReading, PAGE_SIZE } from '../../shell/lists/list-reading';
import { ListState } from '../../shell/lists/list-state';
import { PageTitle } from '../../shell/page-title';
import { NO_CONVOCATION } from '../training-words';
import { TrainingSessionCards } from './session-cards';

/** What is open to a school, the next first: enrolling is one tap. */
@Component({
  selector: 'parc-training-catalogue',
  imports: [ListState, Notice, Pager, TrainingSessionCards],
  template: `
    <div class="page-head">
      <div>
        <h1>{{ title() }}</h1>
        <p>Ce que la métropole et l’inspection proposent à votre école.</p>
      </div>
    </div>
    <div class="page-stack">
      <parc-list-state
        [reading]="reading"
        shape="cards"
        failure="Les formations ne s’affichent pas"
        icon="graduation"
        heading="Aucune session à venir"
        text="Dès que la métropole et l’inspection ouvrent une session à votre école, elle apparaît ici."
      />
      @if (reading.standing() === 'rows') {
        <parc-training-session-cards [sessions]="reading.rows()" [leads]="true" (changed)="reading.reload()" />
        @if (reading.total() > pageSize) {
          <parc-pager
            [page]="page()"
            [size]="pageSize"
            [total]="reading.total()"
            (pageChange)="address.turnTo($event)"
          />
        }
        <parc-notice tone="idle">{{ noConvocation }}</parc-notice>
      }
    </div>
  `,
})
export class TrainingCataloguePage {
  private readonly api = inject(Api);
  protected readonly address = listAddress({ page: null });
  protected readonly pageSize = PAGE_SIZE;
  protected readonly noConvocation = NO_CONVOCATION;
  protected readonly page = computed(() => readPage(this.address.words()['page']));
  protected readonly reading = listReading(
    () => ({ page: this.page(), size: PAGE_SIZE, ahead: true, direction: 'asc' as const }),
    (asked) => this.api.invoke(trainingsList, asked),
  );
  protected readonly title = computed(() =>
    this.reading.standing() === 'rows'
      ? countedRows(this.reading.total(), 'session ouverte à votre école', 'sessions ouvertes à votre école')
      : 'Formations',
  );

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show('Formations'));
  }
}
