import { Component, effect, inject, viewChild } from '@angular/core';
import { ConfirmDialog } from '@parc/ui';
import { Session } from '../session';
import { IdleClock } from './idle-clock';

/** "Êtes-vous toujours là ?", 60 s before the session closes by itself. */
@Component({
  selector: 'parc-idle-warning',
  imports: [ConfirmDialog],
  template: `
    <parc-confirm-dialog
      heading="Êtes-vous toujours là ?"
      confirmLabel="Rester connecté"
      cancelLabel="Quitter ce poste"
      tone="primary"
      (confirmed)="stay()"
      (cancelled)="answer($event)"
    >
      <p>
        Sans réponse, la session se ferme dans
        <strong role="timer">{{ clock.warningSeconds() ?? 0 }} s</strong>. Votre brouillon est gardé.
      </p>
    </parc-confirm-dialog>
  `,
})
export class IdleWarning {
  protected readonly clock = inject(IdleClock);
  private readonly session = inject(Session);
  private readonly dialog = viewChild.required(ConfirmDialog);

  constructor() {
    effect(() => {
      if (this.clock.warningSeconds() === null) this.dialog().close();
      else this.dialog().open();
    });
  }

  /** Escape is pressed by someone who is there. */
  protected async answer(by: 'button' | 'escape'): Promise<void> {
    await (by === 'escape' ? this.clock.stay() : this.session.leave());
  }

  protected async stay(): Promise<void> {
    await this.clock.stay();
  }
}
