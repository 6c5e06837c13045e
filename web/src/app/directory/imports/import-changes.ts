import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, type ChangedField, type ImportAnswer, type ImportChangeItem, importsChanges } from '@parc/api-client';
import { ROW_WARNING_WORDS, type RowWarningCode, capital, IMPORT_KINDS } from '@parc/domain';
import { Choice, type ChoiceOption, counted, Icon, Pager, StateChip, StatePanel, wholeNumber } from '@parc/ui';
import { listReading } from '../../shell/lists/list-reading';
import { IMPORT_KIND_WORDS } from './import-kinds';
import { valueWords } from './import-words';
import { telephoneWords } from '../school/school-facts-words';
import { ProblemPanel } from '../../shell/problem-panel';

/** Schools of one page: enough to read, few enough to see the button. */
const PAGE_SIZE = 20;
const ALL = 'tous';
const REACHES: readonly ChoiceOption[] = [
  { value: 'orders', label: 'Touche une commande' },
  { value: 'budget', label: 'Touche un budget' },
];

/** What the file would create or change, a row each: today struck out, then what it becomes. */
@Component({
  selector: 'parc-import-changes',
  imports: [Choice, Icon, Pager, ProblemPanel, RouterLink, StateChip, StatePanel],
  templateUrl: './import-changes.html',
  styleUrl: './import-changes.css',
})
export class ImportChanges {
  readonly import = input.required<ImportAnswer>();
  readonly outcome = input.required<'created' | 'changed'>();
  /** A heading of fields, "orders" or "budget"; empty for all. Kept in the address. */
  readonly group = input('');
  readonly page = input(1);
  readonly grouped = output<string>();
  readonly turned = output<number>();

  private readonly api = inject(Api);
  protected readonly pageSize = PAGE_SIZE;
  protected readonly reading = listReading(
    () => ({
      id: this.import().id,
      outcome: this.outcome(),
      page: this.page(),
      size: PAGE_SIZE,
      ...narrowedBy(this.outcome() === 'changed' ? this.group() : ''),
    }),
    (asked) => this.api.invoke(importsChanges, asked),
  );
  protected readonly chosenGroup = computed(() => this.group() || ALL);
  protected readonly groups = computed<readonly ChoiceOption[]>(() => {
    const { groups, counts, kind } = this.import();
    if (this.outcome() === 'created' || groups.length < 2) return [];
    return [
      { value: ALL, label: `Tous ${wholeNumber(counts.changedFields)}` },
      ...groups.map(({ code, label, count }) => ({ value: code, label: `${label} ${wholeNumber(count)}` })),
      ...(IMPORT_KINDS[kind].byReach ? REACHES : []),
    ];
  });
  protected readonly caption = computed(() => {
    const { row } = IMPORT_KIND_WORDS[this.import().kind];
    const total = this.reading.total();
    const seen = this.reading.rows().length;
    const what = counted(total, row.one, row.many);
    const order = this.reading.rows()[0]?.reaches.length ? ', ce qui touche une commande ou un budget d’abord' : '';
    return seen < total ? `${wholeNumber(seen)} sur ${what}${order}` : `${what}${order}`;
  });

  protected readonly subject = computed(() => capital(IMPORT_KIND_WORDS[this.import().kind].missing.one));

  protected choose(group: string | null): void {
    this.grouped.emit(group === null || group === ALL ? '' : group);
  }

  protected readonly words = valueWords;

  /** A telephone number is read by pairs, as on the school's page. */
  protected shown({ field }: ChangedField, value: string): string {
    return field === 'telephone' ? telephoneWords(value) : valueWords(value);
  }

  protected isEmpty(value: string | null): boolean {
    return value === null || value === 'vide';
  }

  protected orders(row: ImportChangeItem, field: ChangedField): string {
    return field.reaches.includes('orders') && row.openOrders > 0
      ? `${counted(row.openOrders, 'commande')} en cours`
      : '';
  }

  protected reachesBudget(field: ChangedField): boolean {
    return field.reaches.includes('budget');
  }

  /** "un zéro perdu en tête a été remis (« 4230 »)" */
  protected warnings({ warnings }: ImportChangeItem): readonly string[] {
    return warnings.map(({ code, value }) => {
      const words = ROW_WARNING_WORDS[code as RowWarningCode];
      return value === '' ? words : `${words} (« ${value} »)`;
    });
  }
}

function narrowedBy(group: string): { group?: string; reaches?: 'orders' | 'budget' } {
  if (group === 'orders' || group === 'budget') return { reaches: group };
  return group === '' ? {} : { group };
}
