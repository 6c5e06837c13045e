import { Component, computed, effect, inject } from '@angular/core';
import { Api, supportCounts, type SupportCountsLine } from '@parc/api-client';
import { parisDateOf, schoolYearOf, schoolYearStarting } from '@parc/domain';
import { Choice, counted, DataTable, StatePanel, type TableColumn } from '@parc/ui';
import { listAddress } from '../../shell/lists/list-address';
import { PageTitle } from '../../shell/page-title';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';

/** School years that are offered, the running one first. */
const YEARS = 4;

/** How many visits to classes were asked for in a school year, and honoured, by circonscription: nobody is named. */
@Component({
  selector: 'parc-support-counts',
  imports: [Choice, DataTable, ProblemPanel, StatePanel],
  template: `
    <div class="page-head">
      <div>
        <h1>{{ title() }}</h1>
        <p>
          Ce qui est demandé dans l’année scolaire, et ce qui en est fait. Les noms restent à l’école et à l’inspection.
        </p>
      </div>
    </div>
    <div class="filters">
      <parc-choice
        look="chips"
        legend="Année scolaire"
        [legendHidden]="true"
        [options]="years"
        [value]="year() + ''"
        (valueChange)="address.go({ annee: $event })"
      />
    </div>
    @if (counts.failed(); as problem) {
      <parc-problem-panel [problem]="problem" heading="Les nombres ne s’affichent pas" (retry)="counts.reload()" />
    } @else if (counts.value(); as read) {
      @if (read.items.length > 0) {
        <parc-data-table [caption]="title()" [rows]="read.items" [columns]="columns" [rowKey]="key" [rowName]="name" />
      } @else {
        <parc-state-panel
          kind="empty"
          icon="graduation"
          heading="Aucun accompagnement cette année-là"
          text="Une demande d’une école compte ici dès qu’elle est faite."
        />
      }
    } @else {
      <parc-state-panel kind="loading" shape="table" />
    }
  `,
  styleUrl: '../../shell/lists/list.css',
})
export class SupportCountsPage {
  private readonly api = inject(Api);
  private readonly current = schoolYearOf(parisDateOf(new Date())).startYear;
  protected readonly address = listAddress({ annee: null });
  protected readonly years = Array.from({ length: YEARS }, (_, ago) => this.current - ago).map((year) => ({
    ...{ value: `${year}`, label: schoolYearStarting(year).label },
  }));
  protected readonly year = computed(() => {
    const asked = Number(this.address.words()['annee']);
    return this.years.some(({ value }) => value === `${asked}`) ? asked : this.current;
  });
  protected readonly counts = reading({
    asked: () => ({ year: this.year() }),
    load: (asked) => this.api.invoke(supportCounts, asked),
    keepsFormer: true,
  });
  private readonly totals = computed(() => {
    const items = this.counts.value()?.items ?? [];
    const sum = (of: (line: SupportCountsLine) => number) => items.reduce((total, line) => total + of(line), 0);
    return { asked: sum(({ asked }) => asked), honoured: sum(({ honoured }) => honoured) };
  });
  protected readonly title = computed(() => {
    const { asked, honoured } = this.totals();
    if (this.counts.value() === null) return 'Accompagnements';
    if (asked === 0) return 'Aucun accompagnement demandé';
    return `${counted(honoured, 'accompagnement réalisé', 'accompagnements réalisés')} sur ${asked}`;
  });
  protected readonly columns: readonly TableColumn<SupportCountsLine>[] = [
    {
      key: 'name',
      label: 'Circonscription',
      width: '40%',
      card: 'title',
      text: ({ circonscriptionName }) => circonscriptionName,
    },
    { key: 'asked', label: 'Demandés', align: 'end', text: ({ asked }) => `${asked}` },
    { key: 'honoured', label: 'Réalisés', align: 'end', text: ({ honoured }) => `${honoured}` },
    { key: 'live', label: 'En cours', align: 'end', text: ({ live }) => `${live}` },
  ];
  protected readonly key = (line: SupportCountsLine): string => line.circonscriptionId;
  protected readonly name = (line: SupportCountsLine): string => line.circonscriptionName;

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show('Accompagnements'));
  }
}
