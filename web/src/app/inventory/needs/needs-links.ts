import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { may } from '../../shell/may';

/** From the list of devices to what schools lack, say they need, and are offered. */
@Component({
  selector: 'parc-needs-links',
  imports: [RouterLink],
  template: `
    @if (kit()) {
      <a class="button" routerLink="/parc/ecarts">Écarts au socle</a>
    }
    @if (needs()) {
      <a class="button" routerLink="/parc/besoins">Besoins</a>
    }
    @if (redeployments()) {
      <a class="button" routerLink="/parc/redeploiements">Redéploiements</a>
    }
  `,
  styles: `
    :host {
      display: contents;
    }
  `,
})
export class NeedsLinks {
  protected readonly kit = may('kit.read');
  protected readonly needs = may('needs.read');
  protected readonly redeployments = may('redeployments.read');
}
