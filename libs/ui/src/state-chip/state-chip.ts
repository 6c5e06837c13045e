import { Component, computed, input } from '@angular/core';
import type { Tone } from '@parc/domain';
import { Icon } from '../icon/icon.js';
import type { IconName } from '../icon/icon-drawings.js';

const TONE_ICONS: Record<Tone, IconName> = {
  waiting: 'clock',
  progress: 'calendar',
  done: 'check',
  trouble: 'cross',
  idle: 'circle',
};

/** What a chip shows: a row of a table of states, or words that a screen puts together. */
export interface ChipWords {
  readonly word: string;
  readonly tone: Tone;
  /** Left out: the tone's own drawing. */
  readonly icon?: IconName | null | undefined;
}

/** A state in three ways at once: icon, word, colour. One meaning a colour, everywhere. */
@Component({
  selector: 'parc-state-chip',
  imports: [Icon],
  host: { '[class]': 'classes()' },
  template: `<parc-icon [name]="shownIcon()" [size]="size() === 'large' ? 18 : 14" />{{ state().word }}`,
  styleUrl: '../styles/tones.css',
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 0.375rem;
      max-width: 100%;
      padding: 0.125rem 0.625rem;
      border: 1px solid transparent;
      border-radius: var(--radius-round);
      font-size: var(--text-14);
      font-weight: var(--weight-strong);
      line-height: 1.4;
    }

    :host(.large) {
      padding: 0.3rem 0.875rem;
      font-size: var(--text-16);
    }

    :host(.waiting) {
      border-color: light-dark(transparent, #6b5210);
    }

    @media print {
      :host {
        border-color: currentColor;
      }
    }
  `,
})
export class StateChip {
  readonly state = input.required<ChipWords>();
  readonly size = input<'small' | 'large'>('small');

  protected readonly shownIcon = computed(() => this.state().icon ?? TONE_ICONS[this.state().tone]);
  protected readonly classes = computed(() => `${this.state().tone} ${this.size()}`);
}
