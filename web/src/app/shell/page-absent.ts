import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { StatePanel } from '@parc/ui';

@Component({
  selector: 'parc-page-absent',
  imports: [RouterLink, StatePanel],
  template: `
    <h1 class="visually-hidden">Page absente</h1>
    <parc-state-panel
      kind="empty"
      icon="search"
      heading="Cette page n’est pas là"
      text="L’adresse a changé, ou ce qu’elle montrait n’est pas dans votre périmètre."
    >
      <a class="button button-primary" routerLink="/">Revenir à l’accueil</a>
    </parc-state-panel>
  `,
})
export class PageAbsent {}
