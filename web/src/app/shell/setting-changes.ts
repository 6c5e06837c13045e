import { Component, input } from '@angular/core';
import { DayPipe } from '@parc/ui';

/** One setting from a day on: what it is, when it begins, who decided it. */
export interface SettingChange {
  readonly title: string;
  readonly from: string;
  readonly source: string;
}

/** What has changed of some settings, and what will; nothing where they are the house's. */
@Component({
  selector: 'parc-setting-changes',
  imports: [DayPipe],
  template: `
    @if (changes().length > 0) {
      <section class="card" aria-labelledby="setting-changes">
        <h2 id="setting-changes">Ce qui a changé, et ce qui va changer</h2>
        <ul>
          @for (change of changes(); track change.title + change.from) {
            <li>
              {{ change.title }}, à partir du {{ change.from | day: 'year' }}
              <span class="muted small">{{ change.source }}</span>
            </li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    ul {
      margin: 0;
      padding-left: 1.25rem;
    }
  `,
})
export class SettingChanges {
  readonly changes = input.required<readonly SettingChange[]>();
}
