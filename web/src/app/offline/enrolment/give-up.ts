import { Component, computed, inject, output, signal, viewChild } from '@angular/core';
import { ConfirmDialog, counted } from '@parc/ui';
import type { WaitingAct } from '../acts';
import { Offline } from '../offline';

/** Gives acts up, with their photos: counted, and asked twice. */
@Component({
  selector: 'parc-give-up',
  imports: [ConfirmDialog],
  template: `
    <parc-confirm-dialog
      [heading]="heading()"
      [confirmLabel]="isSecond() ? 'Oui, perdre ce travail' : 'Abandonner'"
      cancelLabel="Ne rien abandonner"
      (confirmed)="confirm()"
    >
      @if (isSecond()) {
        <p>{{ counts() }} : rien n’en restera, ni ici ni au bureau. C’est bien ce que vous voulez ?</p>
      } @else {
        <p>{{ counts() }} : ce travail n’est pas envoyé, et personne d’autre ne l’a.</p>
      }
    </parc-confirm-dialog>
  `,
})
export class GiveUp {
  readonly given = output();
  private readonly offline = inject(Offline);
  private readonly dialog = viewChild.required(ConfirmDialog);
  private readonly acts = signal<readonly WaitingAct[]>([]);
  protected readonly isSecond = signal(false);
  protected readonly counts = computed(() => {
    const photos = this.acts().reduce((sum, act) => sum + act.photos, 0);
    const acts = counted(this.acts().length, 'acte', 'actes');
    return photos === 0 ? acts : `${acts} et ${counted(photos, 'photo', 'photos')}`;
  });
  protected readonly heading = computed(() => {
    const [first, ...others] = this.acts();
    if (first === undefined) return '';
    return others.length === 0 ? `Abandonner : ${first.about}` : `Abandonner ${this.counts()}`;
  });

  ask(acts: readonly WaitingAct[]): void {
    this.acts.set(acts);
    this.isSecond.set(false);
    this.dialog().open();
  }

  protected async confirm(): Promise<void> {
    if (!this.isSecond()) return this.isSecond.set(true);
    this.dialog().close();
    for (const { key } of this.acts()) await this.offline.settle(key, { kind: 'discard' });
    this.given.emit();
  }
}
