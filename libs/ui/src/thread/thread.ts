import { Component, input } from '@angular/core';
import { parisDateOf } from '@parc/domain';
import { dayAndTimeSeenFrom } from '../words/dates.js';

export interface ThreadEntry {
  readonly id: string;
  /** What was done, or is awaited: "Installée", "Confirmation attendue". */
  readonly title: string;
  /** Who, as a role where the reader is outside: "installateur". Empty for what is awaited. */
  readonly actor?: string;
  /** Instant; absent for what is awaited. */
  readonly at?: string;
  /** Why the system acted, what came with it: "216,00 €, sous le seuil de 300,00 €". */
  readonly detail?: string;
  /** Words of the person who did it, shown as a quotation. */
  readonly reason?: string;
  readonly kind: 'awaited' | 'done' | 'system';
}

/** Le fil: who did what and when. Entries come newest first. */
@Component({
  selector: 'parc-thread',
  template: `
    <ol>
      @for (entry of entries(); track entry.id) {
        <li [class]="entry.kind">
          <p>
            <strong>{{ entry.title }}</strong>
            @if (entry.actor) {
              <span> · {{ entry.actor }}</span>
            }
          </p>
          <p class="muted small">
            @if (entry.at; as at) {
              <time [attr.datetime]="at">{{ whenWords(at) }}</time>
            }
            @if (entry.at && entry.detail) {
              <span> · </span>
            }
            {{ entry.detail }}
          </p>
          @if (entry.reason) {
            <p class="small">« {{ entry.reason }} »</p>
          }
        </li>
      }
    </ol>
  `,
  styles: `
    :host {
      display: block;
    }

    li {
      position: relative;
      padding: 0 0 1.25rem 1.75rem;
    }

    li::before {
      content: '';
      position: absolute;
      top: 0.3rem;
      left: 0;
      width: 1rem;
      height: 1rem;
      border: 2px solid var(--primary);
      border-radius: 50%;
      background: var(--primary);
    }

    li:not(:last-child)::after {
      content: '';
      position: absolute;
      top: 1.45rem;
      bottom: -0.15rem;
      left: calc(0.5rem - 1px);
      width: 2px;
      background: var(--line);
    }

    li:last-child {
      padding-bottom: 0;
    }

    .awaited::before {
      border: 2px dashed var(--edge);
      background: none;
    }

    /* What the system did by a rule is a ring: nobody stands behind it. */
    .system::before {
      background: var(--surface);
    }
  `,
})
export class Thread {
  readonly entries = input.required<readonly ThreadEntry[]>();
  /** ISO date from which the reader looks: a moment of another year says its year. */
  readonly today = input(parisDateOf(new Date()));

  protected whenWords(at: string): string {
    return dayAndTimeSeenFrom(at, this.today());
  }
}
