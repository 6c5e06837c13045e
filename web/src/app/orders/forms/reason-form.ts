import { afterNextRender, Component, computed, ElementRef, input, output, signal, viewChild } from '@angular/core';
import { Control, Field, Notice } from '@parc/ui';
import { ResumedNote } from '../../shell/kept/resumed-note';
import { typed } from '../../shell/kept/typed';
import type { Problem } from '../../shell/problem';

/** What an act that needs a reason says before it is done. */
export interface ReasonWords {
  /** Names the act; not needed under a title that does. */
  readonly heading?: string;
  readonly help: string;
  /** What is asked: "Pourquoi". */
  readonly label: string;
  readonly button: string;
  readonly tone: 'primary' | 'trouble' | 'plain';
  /** What the way back says; "Revenir" without it. */
  readonly back?: string;
}

/** An act on an order that is done with its reason, which both sides read in the thread. */
@Component({
  selector: 'parc-reason-form',
  imports: [Control, Field, Notice, ResumedNote],
  template: `
    <form novalidate (submit)="send($event)">
      @if (words().heading; as heading) {
        <h2>{{ heading }}</h2>
      }
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
      <parc-resumed-note [of]="reason" />
      @if (problem(); as refused) {
        <parc-notice tone="trouble" role="alert">{{ refused.sentence }}</parc-notice>
      }
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
        <button type="button" class="button" (click)="giveUp()">{{ words().back ?? 'Revenir' }}</button>
      </div>
    </form>
  `,
  styleUrl: './order-form.css',
})
export class ReasonForm {
  readonly words = input.required<ReasonWords>();
  /** The order and the act: what was written for one is not read under another. */
  readonly about = input.required<string>();
  readonly pending = input(false);
  /** Why the last attempt was refused, where nothing else on the page says it. */
  readonly problem = input<Problem | null>(null);
  /** The last attempt was refused, as something else on the page says. */
  readonly refused = input(false);
  readonly sent = output<string>();
  readonly cancelled = output();

  protected readonly reason = typed({
    name: () => `motif ${this.about()}`,
    initial: () => '',
    pending: this.pending,
    problem: computed(() => this.problem() ?? (this.refused() || null)),
  });
  protected readonly error = signal('');
  private readonly box = viewChild.required<ElementRef<HTMLTextAreaElement>>('box');

  constructor() {
    afterNextRender(() => this.box().nativeElement.focus());
  }

  protected send(event: Event): void {
    event.preventDefault();
    const reason = this.reason().trim();
    if (reason !== '') {
      this.reason.sending();
      return this.sent.emit(reason);
    }
    this.error.set('Dites pourquoi : l’école et la métropole le liront dans le fil.');
    this.box().nativeElement.focus();
  }

  protected giveUp(): void {
    this.reason.forget();
    this.cancelled.emit();
  }
}
