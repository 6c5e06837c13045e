import { Component, computed, effect, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, trainingModulesModulesList, trainingsList } from '@parc/api-client';
import { TRAINING_CYCLE_NAMES } from '@parc/domain';
import { type FilterChip, FilterChips, Icon, Notice, Pager } from '@parc/ui';
import { listAddress, readOne, readPage } from '../../shell/lists/list-address';
import { listReading, PAGE_SIZE } from '../../shell/lists/list-reading';
import { ListState } from '../../shell/lists/list-state';
import { PageTitle } from '../../shell/page-title';
import { reading } from '../../shell/reading';
import { cycleChip } from '../planning/session-filters';
import { catalogueTitle, devicesOpened, NO_CONVOCATION } from '../training-words';
import { TrainingSessionCards } from './session-cards';

const ID = /^[0-9a-f-]{36}$/;
/** Sessions that would open the school's own equipment, at the head of the page. */
const OPENING = 6;

/** What is open to a school: first what its own equipment waits for, then the rest; enrolling is one tap. */
@Component({
  selector: 'parc-training-catalogue',
  imports: [FilterChips, Icon, ListState, Notice, Pager, RouterLink, TrainingSessionCards],
  templateUrl: './catalogue-page.html',
  styles: `
    h2 {
      font-size: var(--text-18);
    }

    .filters {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem;
    }
  `,
})
export class TrainingCataloguePage {
  private readonly api = inject(Api);
  protected readonly address = listAddress({ module: null, cycle: null, page: null });
  protected readonly pageSize = PAGE_SIZE;
  protected readonly noConvocation = NO_CONVOCATION;
  protected readonly filters = computed(() => {
    const words = this.address.words();
    const moduleId = words['module'] ?? '';
    return {
      page: readPage(words['page']),
      moduleId: ID.test(moduleId) ? moduleId : null,
      cycle: readOne(words['cycle'], TRAINING_CYCLE_NAMES),
    };
  });
  protected readonly narrowed = computed(() => this.filters().moduleId !== null || this.filters().cycle !== null);
  protected readonly opening = reading({
    load: () => this.api.invoke(trainingsList, { ahead: true, opens: true, direction: 'asc', size: OPENING }),
  });
  protected readonly openingRows = computed(() =>
    this.narrowed() || this.filters().page > 1 ? [] : (this.opening.value()?.items ?? []),
  );
  protected readonly reading = listReading(
    () => {
      const { page, moduleId, cycle } = this.filters();
      return {
        ...{ page, size: PAGE_SIZE, ahead: true, direction: 'asc' as const },
        ...(moduleId === null ? {} : { moduleId }),
        ...(cycle === null ? {} : { cycle }),
      };
    },
    (asked) => this.api.invoke(trainingsList, asked),
  );
  /** Those that stand at the head already are not said again. */
  protected readonly others = computed(() => {
    const above = new Set(this.openingRows().map(({ id }) => id));
    return this.reading.rows().filter(({ id }) => !above.has(id));
  });
  private readonly modules = reading({
    load: async () => (await this.api.invoke(trainingModulesModulesList, { size: 100 })).items,
  });
  protected readonly chips = computed<readonly FilterChip[]>(() => [
    {
      ...{ id: 'module', label: 'Module', value: this.filters().moduleId },
      options: (this.modules.value() ?? []).map(({ id, title }) => ({ value: id, label: title })),
    },
    cycleChip(this.filters().cycle),
  ]);
  protected readonly title = computed(() => {
    if (this.reading.standing() === 'loading' || this.opening.loading()) return 'Formations';
    const opening = this.opening.value();
    return catalogueTitle({
      opening: opening?.total ?? 0,
      devices: devicesOpened(opening?.items ?? []),
      all: this.reading.total(),
      narrowed: this.narrowed(),
    });
  });

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show('Formations'));
  }

  protected reload(): void {
    this.opening.reload();
    this.reading.reload();
  }
}
