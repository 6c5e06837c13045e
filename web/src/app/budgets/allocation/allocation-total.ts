import { Component, computed, input } from '@angular/core';
import type { AllocationAnswer } from '@parc/api-client';
import { MoneyPipe } from '@parc/ui';
import { allocationParts, partWords } from './allocation-words';

/** What is shared out, against what was voted, and what makes it. */
@Component({
  selector: 'parc-allocation-total',
  imports: [MoneyPipe],
  template: `
    <div class="head">
      <p>
        <strong class="sum">{{ answer().allottedCents | money }}</strong>
        <span class="muted">sur {{ answer().votedCents | money }} votés · {{ answer().schools }} écoles</span>
      </p>
      @if (answer().remainderCents > 0) {
        <p>
          reste <strong class="amount">{{ answer().remainderCents | money }}</strong>
        </p>
      }
    </div>
    <div class="bar" aria-hidden="true">
      @for (part of parts(); track part.key) {
        @if (part.percent > 0) {
          <span [class]="part.key" [style.width.%]="part.percent"></span>
        }
      }
    </div>
    <ul class="small">
      @for (part of parts(); track part.key) {
        <li>
          <span [class]="'swatch ' + part.key" [class.takes]="part.cents < 0"></span> {{ part.word }}
          <strong class="amount">{{ words(part) }}</strong>
        </li>
      }
    </ul>
  `,
  styles: `
    :host {
      display: grid;
      gap: 0.75rem;
    }

    .head {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      justify-content: space-between;
      gap: 0.25rem 1.5rem;
    }

    .head p:first-child {
      display: grid;
    }

    .sum {
      font-size: var(--text-28);
      font-weight: var(--weight-title);
      line-height: 1.2;
    }

    .bar {
      display: flex;
      height: 1.25rem;
      overflow: hidden;
      border: 1px solid var(--edge);
      border-radius: 6px;
      background: var(--surface);
    }

    .bar span {
      min-width: 2px;
      border-right: 1px solid var(--surface);
    }

    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25rem 1.25rem;
    }

    li {
      display: inline-flex;
      align-items: center;
      gap: 0.5rem;
    }

    .swatch {
      width: 1rem;
      height: 0.75rem;
      border: 1px solid var(--edge);
      border-radius: 3px;
    }

    .base {
      background: var(--map-5);
    }

    .classes {
      background: var(--map-4);
    }

    .pupils {
      background: var(--map-3);
    }

    .priority {
      background: var(--map-2);
    }

    .sharing {
      background: repeating-linear-gradient(45deg, var(--map-4) 0 2px, var(--surface) 2px 5px);
    }

    .hand {
      background: var(--chart-2);
    }

    .reserve {
      background: radial-gradient(circle, var(--ink) 1.2px, transparent 1.6px) 0 0 / 5px 5px var(--surface);
    }

    .left,
    .takes {
      background: var(--surface);
    }

    .bar span,
    .swatch {
      forced-color-adjust: none;
      print-color-adjust: exact;
    }
  `,
})
export class AllocationTotal {
  readonly answer = input.required<AllocationAnswer>();
  protected readonly parts = computed(() => allocationParts(this.answer()));
  protected readonly words = partWords;
}
