import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { may } from './may';

/** Under what people wrote about an object: the way to take a text out, for who may. */
@Component({
  selector: 'parc-free-texts-link',
  imports: [RouterLink],
  template: `
    @if (mayRedact()) {
      <a class="muted small" [routerLink]="['/textes-libres', of(), id()]">Retirer un texte…</a>
    }
  `,
  styles: `
    a {
      display: inline-block;
      padding-block: 0.75rem;
    }

    @media print {
      :host {
        display: none;
      }
    }
  `,
})
export class FreeTextsLink {
  /** Its word in the address. */
  readonly of = input.required<
    | 'commande'
    | 'convention'
    | 'article'
    | 'budget'
    | 'appareil'
    | 'besoin'
    | 'redeploiement'
    | 'dotation'
    | 'part-de-dotation'
    | 'ticket'
    | 'pret'
    | 'remede'
    | 'probleme'
    | 'intervention'
    | 'formation'
    | 'accompagnement'
    | 'travail-confie'
    | 'controle'
    | 'retour-en-garantie'
  >();
  readonly id = input.required<string>();
  protected readonly mayRedact = may('free-texts.redact');
}
