import { Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api, schoolYearPage } from '@parc/api-client';
import { type PickerOption, StatePanel, ViewTabs } from '@parc/ui';
import { may } from '../../shell/may';
import { PageTitle } from '../../shell/page-title';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { Session } from '../../shell/session';
import { SchoolPicker } from '../lists/school-picker';
import { MOMENTS, type Moment, yearEndTitle, yearStartTitle } from './school-year-words';
import { YearEnd } from './year-end';
import { YearStart } from './year-start';

/** One school before its summer and after it: what is gathered or stays, then what is put back and which class has moved. */
@Component({
  selector: 'parc-school-year-page',
  imports: [ProblemPanel, RouterLink, SchoolPicker, StatePanel, ViewTabs, YearEnd, YearStart],
  templateUrl: './school-year-page.html',
  styles: `
    parc-school-picker {
      display: block;
      max-width: 28rem;
      margin-bottom: 1rem;
    }

    parc-view-tabs {
      margin-bottom: 1rem;
    }
  `,
})
export class SchoolYearPageView {
  /** Of the address: the school, left out where it is the reader's own; which of the two moments. */
  readonly ecole = input<string>();
  readonly moment = input<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly ownSchool = computed(() => this.session.current()?.assignment.schoolId ?? undefined);
  protected readonly picks = computed(() => this.ownSchool() === undefined);
  private readonly schoolId = computed(() => this.ownSchool() ?? this.ecole());
  protected readonly chosen = computed<Moment>(() => (this.moment() === 'rentree' ? 'rentree' : 'fin'));
  protected readonly opensCampaigns = may('campaigns.write');

  protected readonly year = reading({
    asked: () => this.schoolId(),
    load: (id) => this.api.invoke(schoolYearPage, { id }),
    keepsFormer: true,
  });
  protected readonly tabs = computed(() => {
    const year = this.year.value();
    return [
      { id: 'fin', label: MOMENTS.fin, count: year && year.standing.filter(({ stays }) => !stays).length },
      { id: 'rentree', label: MOMENTS.rentree, count: year && year.gathered.length },
    ];
  });
  protected readonly title = computed(() => {
    const year = this.year.value();
    if (year === null) return 'Début et fin d’année';
    return this.chosen() === 'fin' ? yearEndTitle(year) : yearStartTitle(year);
  });

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show(this.title()));
  }

  protected pick({ id }: PickerOption): void {
    this.go({ ecole: id });
  }

  protected choose(moment: string): void {
    this.go({ moment: moment === 'fin' ? null : moment });
  }

  private go(queryParams: Record<string, string | null>): void {
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }
}
