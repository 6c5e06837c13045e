import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { type SavedView, ViewTabs } from '@parc/ui';
import { may } from './may';

const VIEWS: readonly SavedView[] = [
  { id: 'fiche', label: 'La fiche', count: null },
  { id: 'materiel', label: 'Matériel et formation', count: null },
];

/** The pages of one school, each at an address of its own: its sheet, and what its equipment asks of its teachers. */
@Component({
  selector: 'parc-school-tabs',
  imports: [ViewTabs],
  template: `
    @if (shown()) {
      <parc-view-tabs label="Pages de l’école" [views]="views" [chosen]="at()" (chosenChange)="open($event)" />
    }
  `,
})
export class SchoolTabs {
  /** Null: the reader's own school. */
  readonly schoolId = input.required<string | null>();
  readonly at = input.required<'fiche' | 'materiel'>();

  private readonly router = inject(Router);
  private readonly reads = may('coherence.read');
  protected readonly shown = computed(() => this.reads());
  protected readonly views = VIEWS;

  protected open(view: string): void {
    const id = this.schoolId();
    const school = id === null ? ['/ecole'] : ['/annuaire', id];
    void this.router.navigate(view === 'materiel' ? [...school, 'materiel'] : school);
  }
}
