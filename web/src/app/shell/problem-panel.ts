import { Component, input, output } from '@angular/core';
import { StatePanel } from '@parc/ui';
import type { Problem } from './problem';

/** A page or a part of one that could not be read: why, and a way to try again. */
@Component({
  selector: 'parc-problem-panel',
  imports: [StatePanel],
  template: `
    <parc-state-panel
      [kind]="problem().panel"
      [heading]="heading()"
      [text]="problem().sentence"
      (retry)="retry.emit()"
    />
  `,
  styles: ':host { display: contents; }',
})
export class ProblemPanel {
  readonly problem = input.required<Problem>();
  /** "Cette convention ne s’affiche pas"; the panel has its own words without it. */
  readonly heading = input('');
  readonly retry = output();
}
