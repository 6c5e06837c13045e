import { inject, Injectable, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { french } from '@parc/ui/first-page';

/** "Commandes · Parc École" in the tab; the first part on the phone's title bar. */
@Injectable({ providedIn: 'root' })
export class PageTitle extends TitleStrategy {
  private readonly title = inject(Title);
  private readonly page = signal('');
  readonly name = this.page.asReadonly();

  override updateTitle(state: RouterStateSnapshot): void {
    this.show(this.buildTitle(state) ?? '');
  }

  /** For a page whose name is known once it is read ("Commande C-2026-00184"). */
  show(name: string): void {
    this.page.set(name);
    this.title.setTitle(french(name === '' ? 'Parc École' : `${name} · Parc École`));
  }
}
