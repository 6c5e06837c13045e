import { Component, computed, inject } from '@angular/core';
import { money, Notice } from '@parc/ui';
import { Basket } from './basket';

/** What has changed in the catalogue since the draft was last kept, line by line: nobody sends another price unseen. */
@Component({
  selector: 'parc-draft-changes',
  imports: [Notice],
  template: `
    @if (prices().length > 0) {
      <parc-notice tone="waiting" heading="Des prix ont changé depuis votre dernière visite">
        <ul>
          @for (change of prices(); track change.lineId) {
            <li>{{ change.itemName }} : {{ change.words }}</li>
          }
        </ul>
      </parc-notice>
    }
    @if (withdrawn().length > 0) {
      <parc-notice tone="trouble" heading="Une partie de votre commande ne peut plus être commandée">
        <ul>
          @for (line of withdrawn(); track line.id) {
            <li>{{ line.quantityAsked }} × {{ line.itemName }} : n’est plus au catalogue</li>
          }
        </ul>
        <button type="button" class="button" (click)="drop()">Retirer de la commande</button>
      </parc-notice>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 0.75rem;
    }
    :host:empty {
      display: none;
    }
    button {
      margin-top: 0.5rem;
    }
  `,
})
export class DraftChanges {
  private readonly basket = inject(Basket);
  protected readonly prices = computed(() =>
    this.basket
      .changes()
      .flatMap(({ nowCents, ...change }) =>
        nowCents === null ? [] : [{ ...change, words: `${money(change.beforeCents)}, maintenant ${money(nowCents)}` }],
      ),
  );
  protected readonly withdrawn = this.basket.withdrawn;

  protected drop(): void {
    this.basket.dropWithdrawn();
  }
}
