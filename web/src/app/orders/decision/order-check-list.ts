import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, type OrderPage, orderWorkTickPrerequisite } from '@parc/api-client';
import { Icon, Notice, Toasts } from '@parc/ui';
import { type Prerequisite, ORDERS_BEFORE_WORK } from '@parc/domain';
import { may } from '../../shell/may';
import { mutation, onVersion } from '../../shell/mutation';
import { Rooms } from '../../shell/rooms';
import { Session } from '../../shell/session';
import { type OrderCheck, orderChecks } from './order-checks';

/** What is left to check, each with its remedy beside it. */
@Component({
  selector: 'parc-order-check-list',
  imports: [Icon, Notice, RouterLink],
  template: `
    <ul>
      @for (check of checks(); track check.id) {
        <li [class.open]="check.state === 'open'">
          <parc-icon [name]="check.icon" [size]="18" />
          <div>
            <strong>{{ check.title }}</strong>
            @if (check.detail) {
              <p class="muted small">{{ check.detail }}</p>
            }
          </div>
          @if (check.remedy; as remedy) {
            @if (remedy.kind === 'keep' && mayKeep()) {
              <button
                type="button"
                class="button button-dense"
                [disabled]="keep.pending()"
                [attr.aria-label]="'C’est en place : ' + check.title"
                (click)="tick(remedy.what)"
              >
                C’est en place
              </button>
            } @else if (remedy.kind === 'conventions' && mayOpenConventions()) {
              <a class="button button-dense" routerLink="/conventions">Voir la convention</a>
            }
          }
        </li>
      }
    </ul>
    @if (keep.problem(); as problem) {
      <parc-notice tone="trouble" role="alert">{{ problem.sentence }}</parc-notice>
    }
  `,
  styles: `
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: flex-start;
      gap: 0.25rem 0.75rem;
      padding: 0.375rem 0;
    }

    li > parc-icon {
      margin-top: 0.2rem;
      color: var(--primary);
    }

    .open > parc-icon {
      color: var(--on-waiting);
    }

    li > div {
      flex: 1 1 12rem;
    }
  `,
})
export class OrderCheckList {
  readonly page = input.required<OrderPage>();
  readonly moved = output();

  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly rooms = inject(Rooms);
  private readonly toasts = inject(Toasts);

  protected readonly checks = computed<readonly OrderCheck[]>(() => orderChecks(this.page()));
  private readonly ticks = may('orders.prerequisites');
  protected readonly mayKeep = computed(() => this.ticks() && ORDERS_BEFORE_WORK.includes(this.page().state));
  protected readonly mayOpenConventions = computed(() => {
    const role = this.session.role();
    return role !== null && this.rooms.of(role).some(({ path }) => path === 'conventions');
  });

  protected readonly keep = mutation((key, what: Prerequisite, order: Pick<OrderPage, 'id' | 'version'>) =>
    this.api.invoke(orderWorkTickPrerequisite, {
      ...onVersion(key, order.version),
      id: order.id,
      body: { what, kept: true },
    }),
  );

  protected async tick(what: Prerequisite): Promise<void> {
    const { id, version } = this.page();
    if ((await this.keep.run(what, { id, version })) === null) return;
    this.toasts.say('Préalable noté en place');
    this.moved.emit();
  }
}
