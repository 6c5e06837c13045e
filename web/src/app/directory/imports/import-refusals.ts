import { Component, computed, inject, input, output } from '@angular/core';
import { Api, type ImportAnswer, importsRefusals, importsRefusalsCsv } from '@parc/api-client';
import { counted, Pager, StatePanel } from '@parc/ui';
import { listReading } from '../../shell/lists/list-reading';
import { missingWords } from './import-words';
import { ProblemPanel } from '../../shell/problem-panel';

const PAGE_SIZE = 20;

/** Rows that were refused: which line, which value, why, and what becomes of the school. */
@Component({
  selector: 'parc-import-refusals',
  imports: [Pager, ProblemPanel, StatePanel],
  template: `
    <div class="head">
      <h2 id="refusals">{{ title() }}</h2>
      @if (import().counts.refused > 0) {
        <a [href]="csv()" download="lignes-refusees.csv">Les reprendre en CSV</a>
      }
    </div>
    @if (reading.failed(); as problem) {
      <parc-problem-panel [problem]="problem" heading="Les refus ne s’affichent pas" (retry)="reading.reload()" />
    } @else if (reading.value() === null) {
      <parc-state-panel kind="loading" [rows]="4" />
    }
    <ul>
      @for (refusal of reading.rows(); track refusal.line + refusal.code) {
        <li>
          <div class="line">
            <strong>ligne {{ refusal.line }}</strong>
            @if (refusal.value) {
              <span class="value">{{ refusal.value }}</span>
            }
          </div>
          <p>{{ refusal.reason }}</p>
          <p class="muted small">{{ refusal.fate }}</p>
        </li>
      }
    </ul>
    @if (reading.total() > pageSize) {
      <parc-pager [page]="page()" [size]="pageSize" [total]="reading.total()" (pageChange)="turned.emit($event)" />
    }
    @if (absent(); as words) {
      <p class="absent small">{{ words }}</p>
    }
  `,
  styleUrl: './import-refusals.css',
})
export class ImportRefusals {
  readonly import = input.required<ImportAnswer>();
  readonly page = input(1);
  readonly turned = output<number>();

  private readonly api = inject(Api);
  protected readonly pageSize = PAGE_SIZE;
  protected readonly reading = listReading(
    () => ({ id: this.import().id, page: this.page(), size: PAGE_SIZE }),
    (asked) => this.api.invoke(importsRefusals, asked),
  );
  protected readonly title = computed(() => {
    const { refused } = this.import().counts;
    return refused === 0 ? 'Aucune ligne refusée' : counted(refused, 'ligne refusée', 'lignes refusées');
  });
  protected readonly csv = computed(() => this.api.rootUrl + importsRefusalsCsv.PATH.replace('{id}', this.import().id));
  protected readonly absent = computed(() => missingWords(this.import()));
}
