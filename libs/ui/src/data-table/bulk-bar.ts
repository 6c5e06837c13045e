import { Component, input, output } from '@angular/core';

/** What can be done with the ticked rows: stays at the foot of the list, on reversed ground. */
@Component({
  selector: 'parc-bulk-bar',
  host: { role: 'region', 'aria-label': 'Lignes cochées' },
  template: `
    <p role="status">
      <strong>{{ words() }}</strong><ng-content />
    </p>
    <div class="actions">
      <button type="button" class="button button-dense clear" (click)="cleared.emit()">Désélectionner</button>
      <ng-content select="[parcBulkAction]" />
    </div>
  `,
  styles: `
    :host {
      position: sticky;
      z-index: 5;
      bottom: calc(0.75rem + var(--bottom-bar-height, 0px));
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 0.75rem;
      margin-top: 0.75rem;
      padding: 0.5rem 0.5rem 0.5rem 1rem;
      border-radius: var(--radius);
      background: var(--reversed);
      color: var(--on-reversed);
      font-size: var(--text-14);
    }

    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem;
    }

    /* On a phone: what is ticked beside the way back, then the acts, two to a row. */
    @media (max-width: 640px) {
      :host {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 0.5rem;
        padding: 0.5rem;
      }

      .actions {
        display: contents;
      }

      p {
        padding-left: 0.5rem;
      }
    }

    .clear,
    .clear:hover {
      border-color: currentColor;
      background: none;
      color: inherit;
    }
  `,
})
export class BulkBar {
  /** "3 sélectionnées"; what follows it (", toutes prêtes") is projected. */
  readonly words = input.required<string>();
  readonly cleared = output();
}
