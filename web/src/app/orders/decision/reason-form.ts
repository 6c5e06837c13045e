import { Component, ElementRef, afterNextRender, input, output, signal, viewChild } from '@angular/core';
import { Control, Field } from '@parc/ui';
import type { ReasonWords } from './decisions';

/** A decision that is made with its reason, which both sides read in the thread. */
@Component({
  selector: 'parc-reason-form',
  imports: [Control, Field],
  template: `
    <form novalidate (submit)="send($event)">
      <h3>{{ words().heading }}</h3>
      <p class="muted small">{{ words().help }}</p>
      <parc-field [label]="words().label" [error]="error()">
        <textarea
          parcControl
          #box
          maxlength="1000"
          rows="3"
          [value]="reason()"
          (input)="reason.set(box.value); error.set('')"
        ></textarea>
      </parc-field>
      <div class="answers">
        <button
          type="submit"
          class="button"
          [class.button-primary]="words().tone === 'primary'"
          [class.button-trouble]="words().tone === 'trouble'"
          [disabled]="pending()"
        >
          {{ words().button }}
        </button>
        <button type="button" class="button" (click)="cancelled.emit()">Revenir</button>
      </div>
    </form>
  `,
  styleUrl: './decision-form.css',
})
export class ReasonForm {
  readonly words = input.required<ReasonWords>();
  readonly pending = input(false);
  readonly sent = output<string>();
  readonly cancelled = output();

  protected readonly reason = signal('');
  protected readonly error = signal('');
  private readonly box = viewChild.required<ElementRef<HTMLTextAreaElement>>('box');

  constructor() {
    afterNextRender(() => this.box().nativeElement.focus());
  }

  protected send(event: Event): void {
    event.preventDefault();
    const reason = this.reason().trim();
    if (reason !== '') return this.sent.emit(reason);
    this.error.set('Dites pourquoi : l’école et la métropole le liront dans le fil.');
    this.box().nativeElement.focus();
  }
}
