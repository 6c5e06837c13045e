import { Component, inject, input, signal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Notice } from '@parc/ui/first-page';
import { Door } from '../../shell/door';
import { PasswordBox } from '../../shell/forms/password-box';
import { insideAddress } from '../../shell/inside-address';
import { Phone } from '../../shell/phone';
import { asProblem } from '../../shell/problem';
import { Session } from '../../shell/session';
import { hasKeptWork } from '../store/person-store';
import { Unlocked } from '../store/unlocked';
import { knowsItsPerson } from './authenticator';
import { Passkeys } from './passkeys';

/** Opens an enrolled phone without a network. It says that work lies here, and not whose. */
@Component({
  selector: 'parc-unlock-page',
  imports: [Door, Notice, PasswordBox, RouterLink],
  template: `
    <parc-door>
      <h1>Ouvrir ce téléphone</h1>
      @if (keepsWork()) {
        <parc-notice tone="idle" role="status">Du travail est gardé sur ce téléphone, chiffré.</parc-notice>
      }
      @if (byPasskey()) {
        <p class="muted">L’empreinte ou le visage ouvre ce que vous avez préparé et noté ici, même sans réseau.</p>
        @if (refused(); as words) {
          <parc-notice tone="trouble" role="alert">{{ words }}</parc-notice>
        }
        <button
          type="button"
          class="button button-primary button-wide"
          [attr.aria-disabled]="showing()"
          (click)="show()"
        >
          {{ showing() ? 'Montrez votre doigt ou votre visage…' : 'Ouvrir avec l’empreinte ou le visage' }}
        </button>
        <p class="muted">Ou écrivez votre mot de passe.</p>
      } @else {
        <p class="muted">Sans réseau, votre mot de passe ouvre ce que vous avez préparé et noté ici.</p>
      }
      <form novalidate (submit)="open($event)">
        <parc-password-box
          label="Mot de passe"
          controlId="mot-de-passe-du-telephone"
          [error]="error()"
          [(value)]="password"
        />
        <button
          type="submit"
          class="button button-wide"
          [class.button-primary]="!byPasskey()"
          [attr.aria-disabled]="pending()"
        >
          {{ pending() ? 'Ouverture…' : 'Ouvrir' }}
        </button>
      </form>
      <p class="muted small">
        Avec du réseau, <a routerLink="/connexion" [queryParams]="retour() ? { retour: retour() } : {}">entrez</a> comme
        d’habitude.
      </p>
    </parc-door>
  `,
  styles: `
    form {
      display: grid;
      gap: 1.25rem;
    }
  `,
})
export class UnlockPage {
  /** From the address: the page to come back to. */
  readonly retour = input<string>();
  private readonly phone = inject(Phone);
  private readonly unlocked = inject(Unlocked);
  private readonly passkeys = inject(Passkeys);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly box = viewChild.required(PasswordBox);
  protected readonly password = signal('');
  protected readonly pending = signal(false);
  protected readonly error = signal('');
  protected readonly keepsWork = signal(false);
  protected readonly byPasskey = signal(false);
  protected readonly showing = signal(false);
  protected readonly refused = signal('');

  constructor() {
    void this.look();
  }

  protected async open(event: Event): Promise<void> {
    event.preventDefault();
    if (this.pending()) return;
    this.error.set('');
    this.pending.set(true);
    const person = await this.unlocked.openByPassword(this.password()).catch(() => null);
    this.pending.set(false);
    this.password.set('');
    if (person === null) {
      this.error.set('Ce mot de passe n’ouvre rien sur ce téléphone.');
      return this.box().focus();
    }
    if (this.session.current() === null) this.session.openFromPhone(person);
    await this.router.navigateByUrl(insideAddress(this.retour()));
  }

  protected async show(): Promise<void> {
    if (this.showing()) return;
    this.refused.set('');
    this.showing.set(true);
    const problem = await this.passkeys.open().then(() => null, asProblem);
    this.showing.set(false);
    if (problem !== null) return this.refused.set(problem.sentence);
    await this.router.navigateByUrl(insideAddress(this.retour()));
  }

  private async look(): Promise<void> {
    await this.phone.ready();
    const kept = await Promise.all(this.unlocked.records().map(({ account }) => hasKeptWork(account)));
    this.keepsWork.set(kept.some((keeps) => keeps));
    const has = this.unlocked.records().some(({ passkey }) => passkey !== null);
    this.byPasskey.set(has && (await knowsItsPerson()));
  }
}
