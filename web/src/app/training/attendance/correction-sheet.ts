import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { Api, attendanceCorrect, type AttendanceDate, type AttendancePerson } from '@parc/api-client';
import { ConfirmDialog, Control, Field } from '@parc/ui';
import { ActProblem } from '../../shell/act-problem';
import { mutation } from '../../shell/mutation';
import { halfDayWords } from './attendance-words';

interface Correcting {
  readonly person: AttendancePerson;
  readonly date: AttendanceDate;
  readonly present: boolean;
}

/** A presence said otherwise, later: with a reason that stays. */
@Component({
  selector: 'parc-correction-sheet',
  imports: [ActProblem, ConfirmDialog, Control, Field],
  template: `
    <parc-confirm-dialog
      [heading]="heading()"
      [confirmLabel]="corrected()?.present ? 'Noter « Là »' : 'Noter « Pas là »'"
      cancelLabel="Ne rien changer"
      [pending]="saving.pending() || !reason().trim()"
      (confirmed)="save()"
    >
      <p>
        {{ about() }} Une attestation déjà délivrée n’est plus valable ; une autre la remplace s’il reste des heures.
      </p>
      <parc-field
        label="Pourquoi"
        help="Ce motif reste lisible par l’inspection et le formateur."
        controlId="correction-motif"
      >
        <textarea
          #why
          parcControl
          rows="2"
          maxlength="1000"
          [value]="reason()"
          (input)="reason.set(why.value)"
        ></textarea>
      </parc-field>
      @if (saving.problem(); as problem) {
        <parc-act-problem [problem]="problem" heading="Ce n’est pas corrigé" (reread)="done.emit()" />
      }
    </parc-confirm-dialog>
  `,
})
export class CorrectionSheet {
  readonly sessionId = input.required<string>();
  readonly done = output();

  private readonly api = inject(Api);
  private readonly dialog = viewChild.required(ConfirmDialog);
  protected readonly corrected = signal<Correcting | null>(null);
  protected readonly reason = signal('');
  protected readonly heading = computed(() => `Corriger : ${this.corrected()?.person.name ?? ''}`);
  protected readonly about = computed(() => {
    const one = this.corrected();
    return one === null ? '' : `${halfDayWords(one.date)} : noté « ${one.present ? 'Pas là' : 'Là'} ».`;
  });
  protected readonly saving = mutation((key, { person, date, present }: Correcting, reason: string) =>
    this.api.invoke(attendanceCorrect, {
      ...{ id: this.sessionId(), 'Idempotency-Key': key },
      body: { enrolmentId: person.id, dateId: date.id, present, reason },
    }),
  );

  /** @param was as it stands */
  open(person: AttendancePerson, date: AttendanceDate, was: boolean): void {
    this.corrected.set({ person, date, present: !was });
    this.reason.set('');
    this.saving.forget();
    this.dialog().open();
  }

  protected async save(): Promise<void> {
    const one = this.corrected();
    const reason = this.reason().trim();
    if (one === null || reason === '') return;
    if ((await this.saving.run(one, reason)) === null) return;
    this.dialog().close();
    this.done.emit();
  }
}
