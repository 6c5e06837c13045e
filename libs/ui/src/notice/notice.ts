import { Component, computed, input } from '@angular/core';
import type { Tone } from '@parc/domain';
import { Icon } from '../icon/icon.js';
import type { IconName } from '../icon/icon-drawings.js';

const TONE_ICONS: Record<Tone, IconName> = {
  waiting: 'warning',
  progress: 'information',
  done: 'check',
  trouble: 'warning',
  idle: 'information',
};

/** A tinted paragraph inside a page: what is so, why, and what is possible now (projected). */
@Component({
  selector: 'parc-notice',
  imports: [Icon],
  host: { '[class]': 'tone()' },
  template: `
    <parc-icon [name]="shownIcon()" />
    <div>
      @if (heading()) {
        <strong>{{ heading() }}</strong>
      }
      <div class="text"><ng-content /></div>
    </div>
  `,
  styleUrl: '../styles/tones.css',
  styles: `
    :host {
      display: flex;
      gap: 0.75rem;
      padding: 0.875rem 1rem;
      border-radius: var(--radius-card);
    }

    .text:not(:empty) {
      color: var(--ink);
    }
  `,
})
export class Notice {
  readonly tone = input<Tone>('progress');
  readonly heading = input('');
  readonly icon = input<IconName | null>(null);
  protected readonly shownIcon = computed(() => this.icon() ?? TONE_ICONS[this.tone()]);
}
