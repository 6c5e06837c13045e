import { Component, computed, input, output } from '@angular/core';
import { Icon } from '../icon/icon.js';
import type { IconName } from '../icon/icon-drawings.js';

export type PanelKind = 'loading' | 'empty' | 'failed' | 'offline';
export type SkeletonShape = 'list' | 'table' | 'cards' | 'page';

interface PanelWords {
  readonly icon: IconName;
  readonly heading: string;
  readonly text: string;
}

const WORDS: Record<Exclude<PanelKind, 'loading'>, PanelWords> = {
  empty: { icon: 'list', heading: 'Rien ici pour le moment', text: '' },
  failed: {
    icon: 'warning',
    heading: 'La page n’a pas pu être lue',
    text: 'Ce que vous avez saisi est gardé. Réessayez dans un instant.',
  },
  offline: {
    icon: 'offline',
    heading: 'Pas de réseau',
    text: 'Vérifiez la connexion de ce poste, puis réessayez.',
  },
};

/**
 * What a screen shows when it has nothing to show yet: a skeleton of its real shape, what it is for and the next
 * step (projected), what failed and a way to try again.
 */
@Component({
  selector: 'parc-state-panel',
  imports: [Icon],
  template: `
    @if (kind() === 'loading') {
      <div class="skeleton" [class]="'skeleton ' + shape()" role="status">
        <span class="visually-hidden">Chargement en cours</span>
        @for (line of lines(); track line) {
          <span class="line" aria-hidden="true"><i></i><i></i><i></i></span>
        }
      </div>
    } @else {
      <div class="panel" [class.failed]="kind() === 'failed'" [attr.role]="kind() === 'empty' ? null : 'alert'">
        <span class="sign"><parc-icon [name]="icon() ?? words().icon" [size]="24" /></span>
        <h2>{{ heading() || words().heading }}</h2>
        @if (text() || words().text) {
          <p class="muted">{{ text() || words().text }}</p>
        }
        <div class="steps">
          <ng-content />
          @if (kind() !== 'empty') {
            <button type="button" class="button" (click)="retry.emit()">
              <parc-icon name="refresh" [size]="18" /> Réessayer
            </button>
          }
        </div>
      </div>
    }
  `,
  styleUrl: './state-panel.css',
})
export class StatePanel {
  readonly kind = input.required<PanelKind>();
  /** The answer as a title ("Aucune commande à approuver"); each kind has its own by default. */
  readonly heading = input('');
  readonly text = input('');
  readonly icon = input<IconName | null>(null);
  /** Shape of the skeleton, and how many lines it has. */
  readonly shape = input<SkeletonShape>('list');
  readonly rows = input(5);
  readonly retry = output();

  protected readonly lines = computed(() => Array.from({ length: this.rows() }, (_, line) => line));
  protected readonly words = computed(() => WORDS[this.kind() === 'loading' ? 'empty' : (this.kind() as 'empty')]);
}
