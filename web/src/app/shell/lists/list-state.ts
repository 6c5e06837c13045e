import { Component, computed, input, output } from '@angular/core';
import { type IconName, type SkeletonShape, StatePanel } from '@parc/ui';
import { ProblemPanel } from '../problem-panel';
import type { ListInSight } from './list-reading';

/** What stands in the place of a list's rows while there are none: on their way, not read, or none at all. */
@Component({
  selector: 'parc-list-state',
  imports: [ProblemPanel, StatePanel],
  template: `
    @if (reading().failed(); as problem) {
      <parc-problem-panel [problem]="problem" [heading]="failure()" (retry)="reading().reload()" />
    } @else if (standing() === 'loading') {
      <parc-state-panel kind="loading" [shape]="shape()" [rows]="rows()" />
    } @else if (standing() === 'empty') {
      <parc-state-panel kind="empty" [icon]="icon()" [heading]="heading()" [text]="text()">
        @if (narrowed()) {
          <button type="button" class="button" (click)="cleared.emit()">Retirer les filtres</button>
        }
        <ng-content />
      </parc-state-panel>
    }
  `,
  styles: ':host { display: contents; }',
})
export class ListState {
  readonly reading = input.required<ListInSight>();
  /** Says that the list could not be read: "Les écoles ne s’affichent pas". */
  readonly failure = input.required<string>();
  /** Says that there is no row, and what then. */
  readonly heading = input.required<string>();
  readonly text = input('');
  readonly icon = input.required<IconName>();
  /** Filters may be why there is no row: they can be taken away here. */
  readonly narrowed = input(false);
  readonly shape = input<SkeletonShape>('table');
  /** Lines of the skeleton. */
  readonly rows = input(10);
  readonly cleared = output();

  protected readonly standing = computed(() => this.reading().standing());
}
