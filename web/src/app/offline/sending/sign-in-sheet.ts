import { Component, computed, effect, ElementRef, inject, signal, viewChild } from '@angular/core';
import { Control, Field, Notice } from '@parc/ui';
import { PasswordBox } from '../../shell/forms/password-box';
import { asProblem, type Problem } from '../../shell/problem';
import { Session } from '../../shell/session';
import { Passkeys } from '../enrolment/passkeys';
import type { PasskeyWrap } from '../store/sealing';
import { Unlocked } from '../store/unlocked';
import { Sender } from './sender';

/** The session has ended while somebody works: it is asked for over the page, which stays as it is. */
@Component({
  selector: 'parc-sign-in-sheet',
  imports: [Control, Field, Notice, PasswordBox],
  template: `
    <dialog #sheet aria-labelledby="entrer-titre">
      @if (shown()) {
        <form novalidate (submit)="enter($event)">
          <h2 id="entrer-titre">Votre session est terminée</h2>
          <p class="muted">Entrez de nouveau : la page reste comme elle est, et ce qui attend part ensuite.</p>
          @if (problem(); as refused) {
            <parc-notice tone="trouble" role="alert">{{ refused.sentence }}</parc-notice>
          }
          @if (passkey(); as own) {
            <button
              type="button"
              class="button button-primary wide"
              [attr.aria-disabled]="pending()"
              (click)="show(own)"
            >
              Entrer avec l’empreinte ou le visage
            </button>
          }
          @if (session.current()?.demonstration) {
            <button
              type="button"
              class="button wide"
              [class.button-primary]="passkey() === null"
              (click)="enterAgain()"
            >
              Entrer de nouveau dans la démonstration
            </button>
          } @else {
            <parc-field label="Adresse électronique" controlId="adresse-de-nouveau">
              <input
                #emailBox
                parcControl
                type="email"
                autocomplete="username"
                autocapitalize="off"
                spellcheck="false"
                [value]="email()"
                (input)="email.set(emailBox.value)"
              />
            </parc-field>
            <parc-password-box label="Mot de passe" controlId="mot-de-passe-de-nouveau" [(value)]="password" />
            <button
              type="submit"
              class="button wide"
              [class.button-primary]="passkey() === null"
              [attr.aria-disabled]="pending()"
            >
              {{ pending() ? 'Connexion en cours…' : 'Entrer' }}
            </button>
          }
          <button type="button" class="button-as-link" (click)="close()">Plus tard</button>
        </form>
      }
    </dialog>
  `,
  styleUrl: './sheet.css',
})
export class SignInSheet {
  protected readonly session = inject(Session);
  private readonly sender = inject(Sender);
  private readonly unlocked = inject(Unlocked);
  private readonly passkeys = inject(Passkeys);
  protected readonly passkey = computed(() => this.unlocked.own()?.passkey ?? null);
  private readonly sheet = viewChild.required<ElementRef<HTMLDialogElement>>('sheet');
  protected readonly shown = computed(() => this.sender.signedOut() && this.session.current() !== null);
  protected readonly email = signal('');
  protected readonly password = signal('');
  protected readonly pending = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  constructor() {
    effect(() => (this.shown() ? this.open() : this.close()));
  }

  open(): void {
    const sheet = this.sheet().nativeElement;
    if (!sheet.open) sheet.showModal();
  }

  protected close(): void {
    this.sheet().nativeElement.close();
    this.password.set('');
  }

  protected async enter(event: Event): Promise<void> {
    event.preventDefault();
    if (this.email().trim() === '' || this.password() === '') return;
    const who = { email: this.email().trim(), password: this.password() };
    await this.by(() => this.session.enterAgain(who));
  }

  protected async enterAgain(): Promise<void> {
    const role = this.session.role();
    if (role !== null) await this.by(() => this.session.enterAgain(role));
  }

  protected async show(passkey: PasskeyWrap): Promise<void> {
    await this.by(() => this.passkeys.enterAgain({ passkey }));
  }

  private async by(enter: () => Promise<void>): Promise<void> {
    if (this.pending()) return;
    this.pending.set(true);
    this.problem.set(null);
    try {
      await enter();
    } catch (error) {
      this.problem.set(asProblem(error));
    } finally {
      this.pending.set(false);
    }
  }
}
