import { afterNextRender, Component, computed, ElementRef, input, output, signal, viewChild } from '@angular/core';
import type { OrderPage } from '@parc/api-client';
import { Control, Field, MoneyPipe } from '@parc/ui';
import { typed } from '../../shell/kept/typed';

/** The number of the holder's invoice: what a certified order waits for before it closes. */
@Component({
  selector: 'parc-invoice-form',
  imports: [Control, Field, MoneyPipe],
  template: `
    <form novalidate (submit)="send($event)">
      <h2>Enregistrer la facture de {{ page().number }}</h2>
      @let certifiedCents = page().certifiedCents;
      @if (certifiedCents !== null) {
        <p class="muted small">{{ page().performerName }} · service fait : {{ certifiedCents | money }}</p>
      }
      <parc-field label="Numéro de la facture" [error]="error()">
        <input
          parcControl
          #box
          maxlength="60"
          autocomplete="off"
          [value]="number()"
          (input)="number.set(box.value); error.set('')"
        />
      </parc-field>
      <div class="answers">
        <button type="submit" class="button button-primary" [disabled]="pending()">Enregistrer la facture</button>
        <button type="button" class="button" (click)="number.forget(); cancelled.emit()">Revenir</button>
      </div>
    </form>
  `,
  styleUrl: '../forms/order-form.css',
})
export class InvoiceForm {
  readonly page = input.required<OrderPage>();
  readonly pending = input(false);
  /** The last attempt was refused, as something else on the page says. */
  readonly refused = input(false);
  readonly sent = output<string>();
  readonly cancelled = output();

  protected readonly number = typed({
    name: () => `facture ${this.page().id}`,
    initial: () => '',
    pending: this.pending,
    problem: computed(() => this.refused() || null),
  });
  protected readonly error = signal('');
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');

  constructor() {
    afterNextRender(() => this.box().nativeElement.focus());
  }

  protected send(event: Event): void {
    event.preventDefault();
    const number = this.number().trim();
    if (number !== '') {
      this.number.sending();
      return this.sent.emit(number);
    }
    this.error.set('Indiquez le numéro de la facture.');
    this.box().nativeElement.focus();
  }
}
