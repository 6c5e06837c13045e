import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, editionsReport } from '@parc/api-client';
import { french, frenchNumber, type ReportData, type ReportMoney } from '@parc/domain';
import { dayOfYear, Icon, money, StatePanel } from '@parc/ui';
import { PageTitle } from '../../shell/page-title';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { partAddress } from './edition-words';

/** The annual report that a mayor would read: the content of its PDF, for screens and for those who listen. */
@Component({
  selector: 'parc-report-page',
  imports: [Icon, ProblemPanel, RouterLink, StatePanel],
  templateUrl: './report-page.html',
  styleUrl: './report-page.css',
})
export class ReportPage {
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  protected readonly read = reading({
    asked: () => ({ id: this.id() }),
    load: async (asked) => (await this.api.invoke(editionsReport, asked)) as unknown as ReportData,
  });
  protected readonly report = this.read.value;
  protected readonly document = computed(() => partAddress(this.api.rootUrl, this.id(), 'rapport.pdf'));
  protected readonly extent = computed(() => {
    const extent = this.report()?.extent;
    if (!extent) return '';
    const { schools, teachingUnits, communes } = extent;
    return french(
      `${frenchNumber(schools)} écoles et ${frenchNumber(teachingUnits)} unités d’enseignement, publiques et privées, dans ${frenchNumber(communes)} communes.`,
    );
  });
  protected readonly done = computed(() => {
    const extent = this.report()?.extent;
    if (!extent) return '';
    const { devices, orders, tickets } = extent;
    return french(
      `${frenchNumber(devices)} appareils, ${frenchNumber(orders)} commandes d’installation, ${frenchNumber(tickets)} pannes réparées.`,
    );
  });
  protected readonly said = computed(() => {
    const words = this.report()?.words;
    return [
      { heading: 'Une bonne nouvelle', text: words?.goodNews ?? '' },
      { heading: 'Une inquiétude', text: words?.worry ?? '' },
      { heading: 'Une décision', text: words?.decision ?? '' },
    ].filter(({ text }) => text !== '');
  });
  protected readonly mostCents = computed(() =>
    Math.max(1, ...(this.report()?.money ?? []).map(({ openedCents }) => openedCents)),
  );
  protected readonly dayOf = dayOfYear;
  protected readonly money = money;
  protected readonly width = ({ openedCents }: ReportMoney): string => `${(100 * openedCents) / this.mostCents()}%`;
  protected readonly share = (cents: number, { openedCents }: ReportMoney): string =>
    openedCents === 0 ? '0%' : `${(100 * cents) / openedCents}%`;
  protected readonly way = (way: number): string => `${100 * way}%`;

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show(this.report()?.subtitle ?? 'Rapport'));
  }

  protected print(): void {
    globalThis.print();
  }
}
