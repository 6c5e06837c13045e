import { Component, computed, input } from '@angular/core';
import type { OrderPage } from '@parc/api-client';
import { MoneyPipe } from '@parc/ui';
import { approvedLines, approvedOf, byRoom } from './report-draft';

/** What is to be done, room by room, with what it was approved for. */
@Component({
  selector: 'parc-work-lines',
  imports: [MoneyPipe],
  template: `
    <section class="card" aria-labelledby="a-faire">
      <h2 id="a-faire">À faire</h2>
      @for (room of rooms(); track room.room) {
        <h3>{{ room.room }}</h3>
        <ul>
          @for (line of room.lines; track line.id) {
            <li>
              <span class="quantity">{{ approvedOf(line) }} ×</span>
              <span>
                {{ line.itemName }}
                @if (line.decisionReason) {
                  <span class="muted small">{{ line.decisionReason }}</span>
                }
              </span>
            </li>
          }
        </ul>
      }
      @let heldCents = order().heldCents;
      @if (heldCents !== null) {
        <p class="held">
          <span class="muted">Engagé, taxes comprises</span> <span class="amount">{{ heldCents | money }}</span>
        </p>
      }
    </section>
  `,
  styles: `
    h3 {
      margin-top: 1rem;
      color: var(--muted);
      font-size: var(--text-14);
    }

    li {
      display: flex;
      gap: 0.75rem;
      padding-block: 0.5rem;
      border-bottom: 1px solid var(--line);
    }

    .quantity {
      min-width: 2rem;
      font-weight: var(--weight-title);
      white-space: nowrap;
    }

    li .muted {
      display: block;
    }

    .held {
      display: flex;
      justify-content: space-between;
      gap: 1rem;
      margin-top: 0.75rem;
    }
  `,
})
export class WorkLines {
  readonly order = input.required<OrderPage>();
  protected readonly approvedOf = approvedOf;
  protected readonly rooms = computed(() => byRoom(approvedLines(this.order())));
}
