import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { type SavedView, ViewTabs } from '@parc/ui';
import { WEB_DOMAINS } from './domain';
import { meets } from './need';
import { Session } from './session';

/** The pages of one school that its reader may open, each brought by its domain, each at an address of its own. */
@Component({
  selector: 'parc-school-tabs',
  imports: [ViewTabs],
  template: `
    @if (views().length > 1) {
      <parc-view-tabs label="Pages de l’école" [views]="views()" [chosen]="at()" (chosenChange)="open($event)" />
    }
  `,
})
export class SchoolTabs {
  /** Null: the reader's own school. */
  readonly schoolId = input.required<string | null>();
  /** The page that is shown, by its path. */
  readonly at = input.required<string>();

  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly pages = inject(WEB_DOMAINS)
    .flatMap(({ schoolPages }) => schoolPages ?? [])
    .sort((one, other) => one.order - other.order);
  protected readonly views = computed<readonly SavedView[]>(() => {
    const role = this.session.role();
    if (role === null) return [];
    const open = this.pages.filter(({ need }) => meets(need, role));
    return open.map(({ path, label }) => ({ id: path, label, count: null }));
  });

  protected open(path: string): void {
    const id = this.schoolId();
    const school = id === null ? ['/ecole'] : ['/annuaire', id];
    void this.router.navigate(path === '' ? school : [...school, path]);
  }
}
