import { Component, input, output } from '@angular/core';
import { Icon } from '@parc/ui';
import { NO_VISA, type VisaDraft } from './act-draft';

/** The acts that a deliberation cites ("Vu…"), one a line. */
@Component({
  selector: 'parc-visa-list',
  imports: [Icon],
  template: `
    <fieldset>
      <legend>Actes visés <span class="muted">(« Vu… »)</span></legend>
      @for (visa of visas(); track $index; let index = $index) {
        <div class="visa">
          <input
            #title
            class="control title"
            maxlength="500"
            placeholder="Décision du président…"
            [attr.aria-label]="'Acte visé ' + (index + 1) + ', objet'"
            [value]="visa.title"
            (input)="change(index, { title: title.value })"
          />
          <input
            #number
            class="control"
            maxlength="60"
            placeholder="Numéro"
            [attr.aria-label]="'Acte visé ' + (index + 1) + ', numéro'"
            [value]="visa.number"
            (input)="change(index, { number: number.value })"
          />
          <input
            #on
            type="date"
            class="control"
            [attr.aria-label]="'Acte visé ' + (index + 1) + ', date'"
            [value]="visa.on"
            (input)="change(index, { on: on.value })"
          />
          <button
            type="button"
            class="button button-quiet"
            [attr.aria-label]="'Retirer l’acte visé ' + (index + 1)"
            (click)="remove(index)"
          >
            <parc-icon name="trash" [size]="18" />
          </button>
        </div>
      }
      <button type="button" class="button button-dense" (click)="add()">
        <parc-icon name="plus" [size]="18" /> Ajouter un acte visé
      </button>
    </fieldset>
  `,
  styles: `
    fieldset {
      display: grid;
      justify-items: start;
      gap: 0.75rem;
    }

    legend {
      margin-bottom: 0.5rem;
      font-weight: var(--weight-strong);
    }

    .visa {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) auto;
      gap: 0.5rem;
      width: 100%;
    }

    .title {
      grid-column: 1 / -1;
    }

    .button-quiet {
      padding-inline: 0.75rem;
    }
  `,
})
export class VisaList {
  readonly visas = input.required<readonly VisaDraft[]>();
  readonly changed = output<readonly VisaDraft[]>();

  protected change(index: number, change: Partial<VisaDraft>): void {
    this.changed.emit(this.visas().map((visa, at) => (at === index ? { ...visa, ...change } : visa)));
  }

  protected add(): void {
    this.changed.emit([...this.visas(), NO_VISA]);
  }

  protected remove(index: number): void {
    this.changed.emit(this.visas().filter((_, at) => at !== index));
  }
}
