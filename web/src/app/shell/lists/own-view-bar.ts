import {
  afterNextRender,
  Component,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { Control, Field, Icon } from '@parc/ui';
import type { OwnView } from './own-views';

/** Names the filters in sight as a view of one's own, or drops the one that is open. */
@Component({
  selector: 'parc-own-view-bar',
  imports: [Control, Field, Icon],
  template: `
    @if (ownView(); as view) {
      <button type="button" class="button button-dense button-quiet" (click)="dropped.emit(view.id)">
        <parc-icon name="trash" [size]="16" /> Retirer cette vue
      </button>
    } @else if (naming()) {
      <form (submit)="keep($event)">
        <parc-field label="Nom de la vue">
          <input parcControl #box maxlength="40" autocomplete="off" [value]="label()" (input)="label.set(box.value)" />
        </parc-field>
        <button type="submit" class="button button-dense button-primary" [disabled]="label().trim() === ''">
          Garder
        </button>
        <button type="button" class="button button-dense" (click)="naming.set(false)">Revenir</button>
      </form>
    } @else if (offered()) {
      <button type="button" class="button button-dense button-quiet" (click)="start()">
        <parc-icon name="plus" [size]="16" /> Garder cette vue
      </button>
    }
  `,
  styles: `
    form {
      display: flex;
      flex-wrap: wrap;
      align-items: flex-end;
      gap: 0.5rem;
    }

    parc-field {
      width: 14rem;
    }

    input {
      min-height: var(--control-height-dense);
      padding-block: 0.25rem;
    }
  `,
})
export class OwnViewBar {
  /** The own view that the filters in sight are. */
  readonly ownView = input<OwnView | null>(null);
  /** True when the filters are worth a name and there is room for one more. */
  readonly offered = input(false);
  readonly kept = output<string>();
  readonly dropped = output<string>();

  private readonly injector = inject(Injector);
  protected readonly naming = signal(false);
  protected readonly label = signal('');
  private readonly box = viewChild<ElementRef<HTMLInputElement>>('box');

  protected start(): void {
    this.naming.set(true);
    afterNextRender(() => this.box()?.nativeElement.focus(), { injector: this.injector });
  }

  protected keep(event: Event): void {
    event.preventDefault();
    this.kept.emit(this.label().trim());
    this.label.set('');
    this.naming.set(false);
  }
}
