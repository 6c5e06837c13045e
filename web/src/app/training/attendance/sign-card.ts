import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Api, attendanceSign, type AttendanceSigned } from '@parc/api-client';
import { ATTENDANCE_CODE_DIGITS } from '@parc/domain';
import { Control, Field, Icon, Notice, time } from '@parc/ui';
import { ActProblem } from '../../shell/act-problem';
import { mutation } from '../../shell/mutation';

/** Whoever has a place types the code that the trainer shows, on their own phone. */
@Component({
  selector: 'parc-sign-card',
  imports: [ActProblem, Control, Field, Icon, Notice],
  template: `
    <section class="card" aria-labelledby="signer">
      <h2 id="signer">Vous y êtes ? Signez par code</h2>
      @if (signed()) {
        <parc-notice tone="done" role="status">{{ signedWords() }}</parc-notice>
      } @else {
        <form novalidate (submit)="$event.preventDefault(); sign()">
          <parc-field
            label="Code affiché par le formateur"
            help="Six chiffres, qui changent chaque minute."
            controlId="code-presence"
          >
            <input
              #box
              parcControl
              name="presence-code"
              inputmode="numeric"
              autocomplete="off"
              [attr.maxlength]="digits + 1"
              [value]="typed()"
              (input)="typed.set(box.value)"
            />
          </parc-field>
          @if (signing.problem(); as problem) {
            <parc-act-problem [problem]="problem" heading="Vous n’êtes pas encore noté" (reread)="changed.emit()" />
          }
          <button type="submit" class="button button-primary" [disabled]="signing.pending() || !isWhole()">
            <parc-icon name="check" [size]="18" /> Je suis là
          </button>
        </form>
      }
    </section>
  `,
  styles: `
    section,
    form {
      display: grid;
      gap: 1rem;
    }

    form {
      max-width: 20rem;
    }

    input {
      font-size: var(--text-22);
      font-variant-numeric: tabular-nums;
      letter-spacing: 0.1em;
    }
  `,
})
export class SignCard {
  readonly sessionId = input.required<string>();
  readonly changed = output();

  private readonly api = inject(Api);
  protected readonly digits = ATTENDANCE_CODE_DIGITS;
  protected readonly typed = signal('');
  private readonly code = computed(() => this.typed().replace(/\s/g, ''));
  protected readonly isWhole = computed(() => this.code().length === ATTENDANCE_CODE_DIGITS);
  protected readonly signed = signal<AttendanceSigned | null>(null);
  protected readonly signedWords = computed(() => {
    const { startsAt, endsAt } = this.signed()!;
    return `Vous êtes noté là, de ${time(startsAt)} à ${time(endsAt)}.`;
  });
  protected readonly signing = mutation((key, code: string) =>
    this.api.invoke(attendanceSign, { id: this.sessionId(), 'Idempotency-Key': key, body: { code } }),
  );

  protected async sign(): Promise<void> {
    if (!this.isWhole()) return;
    const signed = await this.signing.run(this.code());
    // A code is typed once: the next one is another.
    this.typed.set('');
    if (signed === null) return;
    this.signed.set(signed);
    this.changed.emit();
  }
}
