import { Component, computed, inject, input, signal } from '@angular/core';
import { Api, figuresOfSchool } from '@parc/api-client';
import { capital, frenchNumber, indicatorOf, type IndicatorKey } from '@parc/domain';
import { counted, StatePanel } from '@parc/ui';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';

/** What stands behind one school's figure, object by object: read when it is asked for. */
@Component({
  selector: 'parc-school-rows',
  imports: [ProblemPanel, StatePanel],
  template: `
    <details (toggle)="open.set($any($event.target).open)">
      <summary>Ce qu’il y a derrière</summary>
      @if (rows.failed(); as problem) {
        <parc-problem-panel [problem]="problem" heading="Le détail ne s’affiche pas" (retry)="rows.reload()" />
      } @else if (rows.value(); as read) {
        <div class="wide" tabindex="0" role="region" [attr.aria-label]="'Détail : ' + indicator().name">
          <table class="lines-table small">
            <thead>
              <tr>
                <th scope="col">Ce qui est compté</th>
                <th scope="col" class="number">{{ num() }}</th>
                <th scope="col" class="number">{{ den() }}</th>
              </tr>
            </thead>
            <tbody>
              @for (row of read.rows; track $index) {
                <tr>
                  <td>{{ row.object }}{{ row.known ? '' : ' (inconnu)' }}</td>
                  <td class="number">{{ number(row.num) }}</td>
                  <td class="number">{{ number(row.den) }}</td>
                </tr>
              }
            </tbody>
          </table>
        </div>
        @if (read.total > read.rows.length) {
          <p class="small muted">Les {{ read.rows.length }} premières lignes, sur {{ lines(read.total) }}.</p>
        }
      } @else if (open()) {
        <parc-state-panel kind="loading" [rows]="2" />
      }
    </details>
  `,
  styles: `
    summary {
      display: inline-block;
      color: var(--primary);
      font-size: var(--text-14);
      text-decoration: underline;
      text-underline-offset: 0.15em;
      cursor: pointer;
    }

    .wide {
      max-height: 20rem;
      overflow: auto;
    }
  `,
})
export class SchoolRows {
  readonly key = input.required<IndicatorKey>();
  readonly schoolId = input.required<string>();
  private readonly api = inject(Api);

  protected readonly open = signal(false);
  protected readonly indicator = computed(() => indicatorOf(this.key()));
  protected readonly num = computed(() => capital(this.indicator().counted[0]));
  protected readonly den = computed(() => capital(this.indicator().counted[1]));
  protected readonly rows = reading({
    asked: () => (this.open() ? { key: this.key(), schoolId: this.schoolId() } : undefined),
    load: (asked) => this.api.invoke(figuresOfSchool, asked),
    keepsFormer: true,
  });
  protected readonly number = (value: number | null): string => (value === null ? '–' : frenchNumber(value, 1));
  protected readonly lines = (count: number): string => counted(count, 'ligne');
}
