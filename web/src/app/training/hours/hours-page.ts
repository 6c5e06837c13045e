import { Component, computed, effect, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, hoursExport, hoursList, type TrainingHoursItem } from '@parc/api-client';
import { minutesWords, schoolYearOf, schoolYearStarting, parisDateOf } from '@parc/domain';
import { Cell, Control, countedRows, DataTable, Field, Icon, Pager, type TableColumn } from '@parc/ui';
import { listAddress, readPage } from '../../shell/lists/list-address';
import { listReading, PAGE_SIZE } from '../../shell/lists/list-reading';
import { ListState } from '../../shell/lists/list-state';
import { may } from '../../shell/may';
import { PageTitle } from '../../shell/page-title';

const YEARS_SHOWN = 5;

/** Hours of the teachers of one's scope, over a school year, and their file. */
@Component({
  selector: 'parc-hours-page',
  imports: [Cell, Control, DataTable, Field, Icon, ListState, Pager, RouterLink],
  templateUrl: './hours-page.html',
  styleUrl: '../../shell/lists/list.css',
})
export class HoursPage {
  private readonly api = inject(Api);
  private readonly pageTitle = inject(PageTitle);
  protected readonly address = listAddress({ page: null });
  protected readonly marks = may('training-hours.mark');
  protected readonly pageSize = PAGE_SIZE;
  private readonly present = schoolYearOf(parisDateOf(new Date())).startYear;
  protected readonly years = Array.from({ length: YEARS_SHOWN }, (_, back) => schoolYearStarting(this.present - back));
  protected readonly filters = computed(() => {
    const words = this.address.words();
    const year = Number(words['annee']);
    return {
      year: this.years.some(({ startYear }) => startYear === year) ? year : this.present,
      search: words['recherche'] ?? '',
      page: readPage(words['page']),
    };
  });
  private readonly asked = computed(() => {
    const { year, search } = this.filters();
    return { year, ...(search === '' ? {} : { search }) };
  });
  protected readonly reading = listReading(
    () => ({ ...this.asked(), page: this.filters().page, size: PAGE_SIZE }),
    (asked) => this.api.invoke(hoursList, asked),
  );
  protected readonly label = computed(() => schoolYearStarting(this.filters().year).label);
  protected readonly title = computed(() =>
    this.reading.standing() === 'rows'
      ? `${countedRows(this.reading.total(), 'enseignant formé', 'enseignants formés')} en ${this.label()}`
      : 'Heures de formation',
  );
  protected readonly exportLink = computed(() => {
    const words = Object.entries(this.asked()).map(([name, value]) => [name, String(value)]);
    return `${hoursExport.PATH}?${new URLSearchParams(words).toString()}`;
  });
  protected readonly columns: readonly TableColumn<TrainingHoursItem>[] = [
    { key: 'name', label: 'Enseignant', width: '34%', card: 'title' },
    { key: 'attended', label: 'Suivies' },
    { key: 'counted', label: 'Dans les 18 h' },
    { key: 'unmarked', label: 'À dire' },
  ];
  protected readonly current = signal<string | null>(null);
  protected readonly rowKey = ({ accountId, schoolName }: TrainingHoursItem): string => `${accountId} ${schoolName}`;
  protected readonly rowName = ({ name, schoolName }: TrainingHoursItem): string => `${name}, ${schoolName}`;
  protected readonly minutes = (minutes: number): string => (minutes === 0 ? '–' : minutesWords(minutes));

  constructor() {
    effect(() => this.pageTitle.show(this.title()));
  }

  protected choose(year: string): void {
    this.address.go({ annee: Number(year) === this.present ? null : year, page: null });
  }

  protected search(words: string): void {
    this.address.go({ recherche: words.trim() || null, page: null });
  }
}
