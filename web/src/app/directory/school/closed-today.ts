import { Component, inject, input, output } from '@angular/core';
import { Api, type SchoolPage, schoolsClosedToday } from '@parc/api-client';
import { Icon, Toasts } from '@parc/ui';
import { mutation } from '../../shell/mutation';

/** One tap tells the round that the school is closed today; another takes it back. */
@Component({
  selector: 'parc-closed-today',
  imports: [Icon],
  template: `
    <button
      type="button"
      class="button button-wide"
      [disabled]="sending.pending()"
      (click)="say(!school().closedToday)"
    >
      @if (school().closedToday) {
        <parc-icon name="undo" [size]="18" /> Dire l’école ouverte
      } @else {
        <parc-icon name="lock" [size]="18" /> École fermée aujourd’hui
      }
    </button>
  `,
})
export class ClosedToday {
  readonly school = input.required<SchoolPage>();
  readonly changed = output();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly sending = mutation((key, id: string, closed: boolean) =>
    this.api.invoke(schoolsClosedToday, { 'Idempotency-Key': key, id, body: { closed } }),
  );

  protected async say(closed: boolean): Promise<void> {
    const done = await this.sending.run(this.school().id, closed);
    const problem = this.sending.problem();
    if (problem !== null) return this.toasts.warn(problem.sentence);
    if (done === null) return;
    this.changed.emit();
    if (!closed) return this.toasts.say('L’école est de nouveau ouverte aujourd’hui. La tournée le voit.');
    this.toasts.say('École fermée aujourd’hui. La tournée le voit.', {
      label: 'Annuler',
      run: () => void this.say(false),
    });
  }
}
