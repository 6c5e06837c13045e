import { Component, input } from '@angular/core';

let created = 0;

/**
 * What waits for the reader, as a question and two answers at the head of the page. Buttons or links marked
 * `parcAnswer` come last, the first of them primary; everything else is the sentence that helps to answer.
 */
@Component({
  selector: 'parc-question-card',
  host: { role: 'region', '[attr.aria-labelledby]': 'titleId' },
  template: `
    <h2 [id]="titleId">{{ question() }}</h2>
    <div class="text"><ng-content /></div>
    <div class="answers"><ng-content select="[parcAnswer]" /></div>
  `,
  styles: `
    :host {
      display: block;
      padding: 1.25rem;
      border: 2px solid var(--chalk);
      border-radius: var(--radius-card);
      background: var(--surface);
    }

    .text {
      margin-top: 0.25rem;
    }

    .answers {
      display: flex;
      flex-wrap: wrap;
      gap: 0.75rem;
      margin-top: 1rem;
    }

    .answers:empty {
      display: none;
    }

    @media (max-width: 480px) {
      .answers {
        display: grid;
      }
    }
  `,
})
export class QuestionCard {
  readonly question = input.required<string>();
  protected readonly titleId = `parc-question-${++created}`;
}
