import { Component, input, output } from '@angular/core';
import { Control, Field, Icon } from '@parc/ui';
import { CONVENTION_PARTIES } from '@parc/domain';
import { partyWord } from '../page/convention-words';
import type { PromiseDraft } from './convention-draft';

/** What each party promises, one promise a box. Both must promise something before the convention is sent. */
@Component({
  selector: 'parc-promise-list',
  imports: [Control, Field, Icon],
  template: `
    <h2>Engagements</h2>
    <p class="muted small">Il en faut au moins un de chaque partie avant de transmettre.</p>
    @for (party of parties; track party) {
      <div class="side" role="group" [attr.aria-label]="word(party)">
        <h3>{{ word(party) }}</h3>
        @for (promise of promises(); track $index; let index = $index) {
          @if (promise.party === party) {
            <div class="promise">
              <parc-field [label]="'Engagement ' + rank(index)">
                <textarea
                  parcControl
                  #box
                  rows="2"
                  maxlength="1000"
                  [value]="promise.text"
                  (input)="write(index, box.value)"
                ></textarea>
              </parc-field>
              <button
                type="button"
                class="button button-quiet"
                [attr.aria-label]="'Retirer l’engagement ' + rank(index) + ', ' + word(party)"
                (click)="remove(index)"
              >
                <parc-icon name="trash" [size]="18" />
              </button>
            </div>
          }
        }
        <button type="button" class="button button-dense" (click)="add(party)">
          <parc-icon name="plus" [size]="18" /> Ajouter un engagement
        </button>
      </div>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 0.75rem;
      margin-top: 0.75rem;
      padding-top: 1.5rem;
      border-top: 1px solid var(--line);
    }

    .side {
      display: grid;
      justify-items: start;
      gap: 0.75rem;
    }

    .promise {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: end;
      gap: 0.5rem;
      width: 100%;
    }

    textarea.control {
      min-height: 4rem;
    }

    .button-quiet {
      padding-inline: 0.75rem;
    }
  `,
})
export class PromiseList {
  readonly promises = input.required<readonly PromiseDraft[]>();
  readonly partyName = input('');
  readonly changed = output<readonly PromiseDraft[]>();

  protected readonly parties = CONVENTION_PARTIES;

  protected word(party: PromiseDraft['party']): string {
    return partyWord(party, this.partyName() || 'L’autre partie');
  }

  /** Its place among its party's. */
  protected rank(index: number): number {
    const { party } = this.promises()[index]!;
    return this.promises()
      .slice(0, index + 1)
      .filter((promise) => promise.party === party).length;
  }

  protected write(index: number, text: string): void {
    this.changed.emit(this.promises().map((promise, at) => (at === index ? { ...promise, text } : promise)));
  }

  protected add(party: PromiseDraft['party']): void {
    this.changed.emit([...this.promises(), { party, text: '' }]);
  }

  protected remove(index: number): void {
    this.changed.emit(this.promises().filter((_, at) => at !== index));
  }
}
