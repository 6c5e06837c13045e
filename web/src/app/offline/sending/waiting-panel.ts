import { Component, computed, ElementRef, inject, output, signal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type ChipWords, counted, Notice, StateChip, time, Toasts } from '@parc/ui';
import type { WaitingAct } from '../acts';
import { may } from '../../shell/may';
import { Session } from '../../shell/session';
import { mayBeDeposited } from '../deposit-act';
import { GiveUp } from '../enrolment/give-up';
import { asFailure } from '../offline-failure';
import { Offline } from '../offline';
import { Unlocked } from '../store/unlocked';

/** What waits on this phone, act by act: what became of each, and what its author may answer. */
@Component({
  selector: 'parc-waiting-panel',
  imports: [GiveUp, Notice, RouterLink, StateChip],
  templateUrl: './waiting-panel.html',
  styleUrl: './sheet.css',
})
export class WaitingPanel {
  /** Somebody wants to enter again: the sheet over the page asks for it. */
  readonly entering = output();
  protected readonly offline = inject(Offline);
  protected readonly unlocked = inject(Unlocked);
  protected readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly session = inject(Session);
  private readonly deposits = may('deposits.make');
  private readonly sheet = viewChild.required<ElementRef<HTMLDialogElement>>('sheet');

  /** What is written under it counts no more, but may be handed in. */
  private readonly isEnded = computed(() => this.session.current()?.assignment.ended === true);

  protected readonly shown = signal(false);
  protected readonly state = this.offline.state;
  protected readonly waiting = this.offline.waiting;
  protected readonly sentence = computed(() => {
    const { online, paused, toSend, photosToSend, refused } = this.state();
    if (toSend + photosToSend + refused === 0) return 'Tout est envoyé.';
    if (this.isEnded()) return 'Ce rôle a pris fin : confiez au gestionnaire ce qui reste ici, pendant trente jours.';
    if (refused > 0 && toSend === 0) return 'Le serveur a refusé ceci : dites ce qui en advient.';
    if (paused === 'signed-out') return 'Votre session est terminée : rien n’est perdu, tout attend ici.';
    if (paused === 'other-role') return 'Écrit sous un autre de vos rôles : reprenez-le pour envoyer.';
    if (!online) return 'Sans réseau, tout est gardé ici, chiffré. L’envoi se fait tout seul dès qu’il revient.';
    return photosToSend > 0 && toSend + refused === 0
      ? `${counted(photosToSend, 'photo suit', 'photos suivent')}.`
      : 'L’envoi se fait tout seul, dans l’ordre où vous avez noté.';
  });

  open(): void {
    this.shown.set(true);
    this.sheet().nativeElement.showModal();
  }

  protected close(): void {
    this.sheet().nativeElement.close();
  }

  protected enter(): void {
    this.close();
    this.entering.emit();
  }

  protected chipOf({ refusal, otherRole }: WaitingAct): ChipWords {
    if (refusal !== null) return { tone: 'trouble', word: 'Refusé' };
    return otherRole ? { tone: 'idle', word: 'Autre rôle' } : { tone: 'waiting', word: 'À envoyer' };
  }

  protected detailOf({ saidAt, photos }: WaitingAct): string {
    const noted = `Noté à ${time(saidAt)}`;
    return photos === 0 ? noted : `${noted} · ${counted(photos, 'photo', 'photos')}`;
  }

  protected mayDeposit(act: WaitingAct): boolean {
    return this.deposits() && mayBeDeposited(act);
  }

  /** Said once it is kept: it leaves by itself, and the phone is free of it. */
  protected async deposit(act: WaitingAct): Promise<void> {
    if (await this.settle(act, 'deposit')) this.toasts.say('Confié au gestionnaire, avec vos photos. Cela part.');
  }

  /** Whether it is done. */
  protected async settle({ key }: WaitingAct, kind: 'retry' | 'deposit'): Promise<boolean> {
    try {
      await this.offline.settle(key, { kind });
      return true;
    } catch (error) {
      this.toasts.warn(asFailure(error).sentence);
      return false;
    }
  }

  protected reload(): void {
    location.reload();
  }
}
