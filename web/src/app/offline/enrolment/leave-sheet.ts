import { Component, computed, effect, ElementRef, inject, signal, viewChild } from '@angular/core';
import { counted } from '@parc/ui';
import { Offline } from '../offline';
import { waitingWords } from '../sending/status-words';
import { GiveUp } from './give-up';
import { Leaving } from './leaving';

/** Leaving with work that is not sent: send it now, keep it here for this person alone, or give it up. */
@Component({
  selector: 'parc-leave-sheet',
  imports: [GiveUp],
  template: `
    <dialog #sheet aria-labelledby="quitter-titre" (cancel)="stay($event)">
      @if (leaving.asked()) {
        <div class="content">
          <h2 id="quitter-titre">{{ heading() }}</h2>
          <p class="muted" role="status">{{ sentence() }}</p>
          <button type="button" class="button button-primary wide" [attr.aria-disabled]="sending()" (click)="send()">
            {{ sending() ? 'Envoi en cours…' : 'Envoyer maintenant' }}
          </button>
          <button type="button" class="button wide" (click)="leaving.answer(true)">
            Garder ici, chiffré, et quitter
          </button>
          <button type="button" class="button wide" (click)="giveUp.ask(offline.waiting())">
            Abandonner et quitter…
          </button>
          <button type="button" class="button-as-link" (click)="leaving.answer(false)">Rester</button>
        </div>
      }
      <parc-give-up #giveUp (given)="leaving.answer(true)" />
    </dialog>
  `,
  styleUrl: '../sending/sheet.css',
})
export class LeaveSheet {
  protected readonly offline = inject(Offline);
  protected readonly leaving = inject(Leaving);
  private readonly sheet = viewChild.required<ElementRef<HTMLDialogElement>>('sheet');
  private readonly isTried = signal(false);
  protected readonly sending = computed(() => this.offline.state().sending);
  protected readonly heading = computed(() => `${waitingWords(this.offline.state())} avant de quitter`);
  protected readonly sentence = computed(() => {
    if (this.sending()) return 'L’envoi est en cours.';
    const { toSend, refused } = this.offline.state();
    if (!this.isTried()) return 'Ce que vous avez noté n’est que sur ce téléphone. Personne d’autre ne peut le lire.';
    if (refused > 0) return `${counted(refused, 'acte demande', 'actes demandent')} votre réponse avant de partir.`;
    return toSend > 0 ? 'Le réseau ne répond pas. Gardez ce travail ici : il partira à votre retour.' : '';
  });

  constructor() {
    effect(() => {
      const sheet = this.sheet().nativeElement;
      if (this.leaving.asked() === null) return sheet.close();
      this.isTried.set(false);
      sheet.showModal();
    });
  }

  protected async send(): Promise<void> {
    if (this.sending()) return;
    await this.offline.sendNow();
    this.isTried.set(true);
    const { toSend, refused, photosToSend } = this.offline.state();
    if (toSend + refused + photosToSend === 0) this.leaving.answer(true);
  }

  protected stay(event: Event): void {
    event.preventDefault();
    this.leaving.answer(false);
  }
}
