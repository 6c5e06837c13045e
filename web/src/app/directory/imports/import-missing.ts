import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, type ImportAnswer, importsMissing } from '@parc/api-client';
import { CountedPipe, Pager, StateChip, StatePanel } from '@parc/ui';
import { listReading, PAGE_SIZE } from '../../shell/lists/list-reading';
import { missingWords, valueWords } from './import-words';
import { ProblemPanel } from '../../shell/problem-panel';

/** What the directory has and the file does not name: reported, never deleted. */
@Component({
  selector: 'parc-import-missing',
  imports: [CountedPipe, Pager, ProblemPanel, RouterLink, StateChip, StatePanel],
  template: `
    @if (reading.failed(); as problem) {
      <parc-problem-panel [problem]="problem" heading="La liste ne s’affiche pas" (retry)="reading.reload()" />
    } @else if (reading.value() === null) {
      <parc-state-panel kind="loading" [rows]="5" />
    }
    <ul>
      @for (entry of reading.rows(); track entry.key) {
        <li>
          <span>
            @if (entry.schoolId) {
              <a [routerLink]="['/annuaire', entry.schoolId]">{{ entry.name }}</a>
            } @else {
              <strong>{{ entry.name }}</strong>
            }
            <span class="under">{{
              entry.communeName ? entry.key + ' · ' + entry.communeName : words(entry.key)
            }}</span>
          </span>
          @if (entry.openOrders > 0) {
            <parc-state-chip
              [state]="{
                tone: 'waiting',
                icon: 'warning',
                word: (entry.openOrders | counted: 'commande') + ' en cours',
              }"
            />
          }
        </li>
      }
    </ul>
    @if (reading.total() > 0) {
      <p class="foot muted small">{{ kept() }}</p>
    }
    @if (reading.total() > pageSize) {
      <parc-pager [page]="page()" [size]="pageSize" [total]="reading.total()" (pageChange)="turned.emit($event)" />
    }
  `,
  styles: `
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 0.25rem 1rem;
      padding: 0.625rem 1rem;
      font-size: var(--text-14);
    }

    li + li {
      border-top: 1px solid var(--line);
    }

    a {
      color: inherit;
      font-weight: var(--weight-strong);
    }

    .under {
      display: block;
      color: var(--muted);
      font-size: var(--text-13);
    }

    .foot {
      padding: 0.75rem 1rem;
      border-top: 1px solid var(--line);
    }

    parc-pager {
      padding-inline: 1rem;
    }
  `,
})
export class ImportMissing {
  readonly import = input.required<ImportAnswer>();
  readonly page = input(1);
  readonly turned = output<number>();

  private readonly api = inject(Api);
  protected readonly pageSize = PAGE_SIZE;
  protected readonly reading = listReading(
    () => ({ id: this.import().id, page: this.page(), size: PAGE_SIZE }),
    (asked) => this.api.invoke(importsMissing, asked),
  );
  protected readonly words = valueWords;
  protected readonly kept = computed(() => missingWords(this.import()));
}
