import { Component, inject, input, signal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Notice } from '@parc/ui/first-page';
import { Door } from '../../shell/door';
import { PasswordBox } from '../../shell/forms/password-box';
import { insideAddress } from '../../shell/inside-address';
import { Phone } from '../../shell/phone';
import { Session } from '../../shell/session';
import { hasKeptWork } from '../store/person-store';
import { Unlocked } from '../store/unlocked';

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
      <p class="muted">Sans réseau, votre mot de passe ouvre ce que vous avez préparé et noté ici.</p>
      <form novalidate (submit)="open($event)">
        <parc-password-box
          label="Mot de passe"
          controlId="mot-de-passe-du-telephone"
          [error]="error()"
          [(value)]="password"
        />
        <button type="submit" class="button button-primary button-wide" [attr.aria-disabled]="pending()">
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
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly box = viewChild.required(PasswordBox);
  protected readonly password = signal('');
  protected readonly pending = signal(false);
  protected readonly error = signal('');
  protected readonly keepsWork = signal(false);

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

  private async look(): Promise<void> {
    await this.phone.ready();
    const kept = await Promise.all(this.unlocked.records().map(({ account }) => hasKeptWork(account)));
    this.keepsWork.set(kept.some((keeps) => keeps));
  }
}
