import { Component, computed, ElementRef, inject, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, passwordLinksAskReset } from '@parc/api-client';
import { Control, Field, Notice } from '@parc/ui';
import { mutation } from '../../shell/mutation';
import { Door } from '../../shell/door';

/** Asks for a link by mail. What is said next does not tell whether the address has an account. */
@Component({
  selector: 'parc-ask-link',
  imports: [Control, Field, Notice, RouterLink],
  template: `
    @if (askedFor(); as email) {
      <h1>Regardez votre messagerie</h1>
      <p role="status">
        Si un compte existe à l’adresse {{ email }}, un lien vient d’y partir. Il sert une seule fois, et peu de temps.
      </p>
      <p class="muted small">
        @if (demonstration()) {
          Dans la démonstration, aucun courriel ne part : l’administration les lit dans sa pièce « Courriels ».
        } @else {
          Rien reçu ? Regardez aussi les indésirables, puis demandez à la personne qui gère le plan si cette adresse est
          bien la vôtre.
        }
      </p>
      <a class="button" routerLink="/connexion">Revenir à l’entrée</a>
      <button type="button" class="button button-quiet" (click)="askedFor.set('')">Essayer une autre adresse</button>
    } @else {
      <h1>Choisir un nouveau mot de passe</h1>
      <p>Écrivez l’adresse de votre compte. Un lien y est envoyé, par lequel vous choisissez un mot de passe.</p>
      <form novalidate (submit)="ask($event)">
        <parc-field label="Adresse électronique" controlId="adresse" [error]="error()">
          <input
            #box
            parcControl
            type="email"
            name="email"
            autocomplete="username"
            autocapitalize="off"
            spellcheck="false"
            maxlength="254"
            required
            [value]="email()"
            (input)="email.set(box.value)"
          />
        </parc-field>
        @if (asking.problem(); as refused) {
          <parc-notice tone="trouble" role="alert">{{ refused.sentence }}</parc-notice>
        }
        <button type="submit" class="button button-primary button-wide" [attr.aria-disabled]="asking.pending()">
          {{ asking.pending() ? 'Envoi en cours…' : 'Recevoir un lien' }}
        </button>
      </form>
      <a class="button button-quiet" routerLink="/connexion">Revenir à l’entrée</a>
    }
  `,
  styleUrl: './entry-form.css',
})
export class AskLink {
  private readonly api = inject(Api);
  protected readonly demonstration = inject(Door).demonstration;
  private readonly box = viewChild<ElementRef<HTMLInputElement>>('box');

  protected readonly email = signal('');
  /** The address a link was asked for; empty until then. */
  protected readonly askedFor = signal('');
  protected readonly checked = signal(false);
  protected readonly asking = mutation(async (_key, email: string) => {
    await this.api.invoke(passwordLinksAskReset, { body: { email } });
    return true;
  });
  protected readonly error = computed(() => {
    if (this.checked() && this.email().trim() === '') return 'Écrivez l’adresse de votre compte.';
    return this.asking.problem()?.fields[0]?.message ?? '';
  });

  protected async ask(event: Event): Promise<void> {
    event.preventDefault();
    const email = this.email().trim();
    this.checked.set(true);
    if (email === '') this.box()?.nativeElement.focus();
    else if ((await this.asking.run(email)) !== null) this.askedFor.set(email);
  }
}
