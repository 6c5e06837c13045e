import { Component, computed, effect, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, upkeepPlansList } from '@parc/api-client';
import { Choice, counted, Icon, Pager, StateChip } from '@parc/ui';
import { listAddress, readOne, readPage } from '../../shell/lists/list-address';
import { listReading, PAGE_SIZE } from '../../shell/lists/list-reading';
import { ListState } from '../../shell/lists/list-state';
import { may } from '../../shell/may';
import { PageTitle } from '../../shell/page-title';
import { ProgressBar } from '../progress-bar';
import { aboutWords, leftWords, partDone, ruleWords } from '../upkeep-words';

const VIEWS = ['en-cours', 'tous'] as const;
const CHOICES = [
  { value: 'en-cours', label: 'En cours' },
  { value: 'tous', label: 'Tous' },
];

/** Plans of upkeep and campaigns of checks: what, where, when, and how far each is. */
@Component({
  selector: 'parc-plan-list',
  imports: [Choice, Icon, ListState, Pager, ProgressBar, RouterLink, StateChip],
  templateUrl: './plan-list.html',
  styleUrls: ['../../shell/lists/list.css', './plan-list.css'],
})
export class PlanListPage {
  private readonly api = inject(Api);
  protected readonly address = listAddress({ page: null });
  protected readonly opens = may('upkeep-plans.read');
  protected readonly writes = may('upkeep-plans.write');
  protected readonly returns = may('warranty-returns.read');
  protected readonly pageSize = PAGE_SIZE;
  protected readonly choices = CHOICES;
  protected readonly filters = computed(() => {
    const words = this.address.words();
    return { view: readOne(words['vue'], VIEWS) ?? 'en-cours', page: readPage(words['page']) };
  });
  protected readonly reading = listReading(
    () => {
      const { view, page } = this.filters();
      return { page, size: PAGE_SIZE, ...(view === 'en-cours' ? { running: true } : {}) };
    },
    (asked) => this.api.invoke(upkeepPlansList, asked),
  );
  protected readonly title = computed(() => {
    if (this.reading.standing() === 'loading') return 'Entretien';
    const rows = this.reading.rows();
    const late = rows.reduce((sum, row) => sum + row.late, 0);
    const open = rows.reduce((sum, row) => sum + row.open, 0);
    if (late > 0) return `${counted(late, 'contrôle')} en retard`;
    return open > 0 ? `${counted(open, 'contrôle')} à faire, rien en retard` : 'Aucun contrôle à faire';
  });
  protected readonly rule = ruleWords;
  protected readonly about = aboutWords;
  protected readonly left = leftWords;
  protected readonly part = partDone;
  protected readonly over = { tone: 'idle', word: 'Arrêté', icon: 'circle' } as const;

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show(this.title()));
  }

  protected chooseView(view: string): void {
    this.address.go({ vue: view === 'en-cours' ? null : view, page: null });
  }
}
