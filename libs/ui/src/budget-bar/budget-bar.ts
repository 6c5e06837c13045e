import { Component, computed, input } from '@angular/core';
import { MoneyPipe } from '../words/pipes.js';
import {
  type BudgetFigures,
  type BudgetHighlight,
  budgetSegments,
  budgetSentence,
  budgetWords,
} from './budget-figures.js';

/**
 * Where the money of one envelope stands: solid done, hatched committed, dotted waiting, empty left. The patterns
 * tell the parts apart in grey; the figures are always there in words, on screen or for screen readers.
 */
@Component({
  selector: 'parc-budget-bar',
  imports: [MoneyPipe],
  template: `
    <div
      [class]="'bar ' + size()"
      [attr.role]="legend() === 'hidden' ? 'img' : null"
      [attr.aria-hidden]="legend() === 'hidden' ? null : 'true'"
      [attr.aria-label]="legend() === 'hidden' ? sentence() : null"
    >
      @for (segment of segments(); track segment.key) {
        <span
          [class]="'segment ' + segment.part"
          [class.highlighted]="segment.highlighted"
          [style.width.%]="segment.percent"
        ></span>
      }
    </div>
    @if (legend() !== 'hidden') {
      <div class="legend">
        <ul [class.short]="legend() === 'short'">
          @for (word of words(); track word.key) {
            <li>
              <span [class]="'swatch ' + word.part" [class.highlighted]="word.key === 'highlight'"></span>
              {{ word.word }} <strong class="amount">{{ word.amount }}</strong>
            </li>
          }
        </ul>
        @if (legend() === 'whole') {
          <p class="whole">
            {{
              figures().openedCents === 0
                ? 'rien pour l’année'
                : 'sur ' + (figures().openedCents | money) + ' pour l’année'
            }}
          </p>
        }
      </div>
    }
  `,
  styleUrl: './budget-bar.css',
})
export class BudgetBar {
  readonly figures = input.required<BudgetFigures>();
  /** What the bar is of ("Budget installation 2026"): said first to a screen reader where the legend is hidden. */
  readonly label = input('Budget');
  readonly size = input<'full' | 'small'>('full');
  /** whole: every figure to the cent; short: no useless cents, in two columns; hidden: the page says them itself. */
  readonly legend = input<'whole' | 'short' | 'hidden'>('whole');
  readonly highlight = input<BudgetHighlight | null>(null);

  protected readonly segments = computed(() => budgetSegments(this.figures(), this.highlight()));
  protected readonly words = computed(() =>
    budgetWords(this.figures(), this.highlight(), this.legend() === 'short' ? 'short' : 'whole'),
  );
  protected readonly sentence = computed(() => `${this.label()}. ${budgetSentence(this.figures(), this.highlight())}`);
}
