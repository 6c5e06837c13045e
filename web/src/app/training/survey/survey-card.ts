import { Component, computed, input } from '@angular/core';
import type { SurveyResult } from '@parc/api-client';
import { answeredWords, surveyBars } from './survey-words';

/** What those who came think of it, without names: of a session, or of a module over its sessions. */
@Component({
  selector: 'parc-survey-card',
  template: `
    <section class="card" aria-labelledby="survey">
      <h2 id="survey">Ce qu’en disent les participants</h2>
      <p class="muted small">{{ words() }}</p>
      <div class="questions">
        @for (question of questions(); track question.word) {
          <div>
            <h3>{{ question.word }}</h3>
            <ul>
              @for (bar of question.bars; track bar.word) {
                <li>
                  <span>{{ bar.word }}</span>
                  <span class="track"><span class="bar" [style.inline-size.%]="bar.share"></span></span>
                  <strong>{{ bar.people }}</strong>
                </li>
              }
            </ul>
          </div>
        }
      </div>
      @if (result().remarks.length > 0) {
        <h3>Remarques</h3>
        <ul class="remarks">
          @for (remark of result().remarks; track $index) {
            <li>{{ remark }}</li>
          }
        </ul>
      }
    </section>
  `,
  styles: `
    section {
      display: grid;
      gap: 0.75rem;
    }

    .questions {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr));
      gap: 1rem 2rem;
    }

    h3 {
      margin-bottom: 0.25rem;
      font-size: var(--text-16);
    }

    li {
      display: grid;
      grid-template-columns: 6.5rem minmax(0, 1fr) 2rem;
      gap: 0.75rem;
      align-items: center;
      padding-block: 0.125rem;
      font-variant-numeric: tabular-nums;
    }

    li strong {
      text-align: end;
    }

    .track {
      overflow: hidden;
      height: 0.5rem;
      border-radius: var(--radius-round);
      background: var(--sunken);
    }

    .bar {
      display: block;
      height: 100%;
      background: var(--primary);
    }

    .remarks {
      display: grid;
      gap: 0.5rem;
    }

    .remarks li {
      display: block;
      padding: 0.25rem 0 0.25rem 0.75rem;
      border-left: 3px solid var(--line);
      overflow-wrap: anywhere;
      white-space: pre-line;
    }
  `,
})
export class SurveyCard {
  readonly result = input.required<SurveyResult>();
  /** What the figures are of, where they are of more than the page's own object. */
  readonly over = input('');
  protected readonly words = computed(() => [answeredWords(this.result()), this.over()].filter(Boolean).join(', '));
  protected readonly questions = computed(() => surveyBars(this.result()));
}
