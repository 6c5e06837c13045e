import { Component, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { Toasts } from '@parc/ui';
import { asProblem } from '../problem';
import { Rooms } from '../rooms';
import { Session } from '../session';

/** Whose session this is, and in one tap the person's other assignments. */
@Component({
  selector: 'parc-session-card',
  template: `
    @if (session.current(); as current) {
      <p class="name">{{ current.account.name }}</p>
      <p>{{ current.assignment.scopeLabel }}</p>
      <p>{{ current.assignment.roleLabel }}</p>
      @if (others().length > 0) {
        <ul aria-label="Changer de rôle">
          @for (other of others(); track other.id) {
            <li>
              <button type="button" class="button-as-link" [disabled]="pending()" (click)="take(other.id)">
                {{ other.roleLabel }}, {{ other.scopeLabel }}
              </button>
            </li>
          }
        </ul>
      }
    }
  `,
  styles: `
    :host {
      display: block;
      color: var(--muted);
      font-size: var(--text-14);
    }

    .name {
      color: var(--ink);
      font-weight: var(--weight-strong);
    }

    ul {
      display: grid;
      gap: 0.25rem;
      margin-top: 0.5rem;
    }

    button {
      min-height: 1.5rem;
      text-align: start;
    }
  `,
})
export class SessionCard {
  protected readonly session = inject(Session);
  protected readonly pending = signal(false);
  protected readonly others = computed(() => {
    const current = this.session.current();
    return current?.assignments.filter(({ id }) => id !== current.assignment.id) ?? [];
  });
  private readonly router = inject(Router);
  private readonly rooms = inject(Rooms);
  private readonly toasts = inject(Toasts);

  protected async take(assignmentId: string): Promise<void> {
    if (this.pending()) return;
    this.pending.set(true);
    try {
      await this.session.takeAssignment(assignmentId);
      this.rooms.forgetWaiting();
      // The page of the former role must be built anew, even when the address stays the same.
      await this.router.navigateByUrl('/', { onSameUrlNavigation: 'reload' });
    } catch (error) {
      this.toasts.warn(asProblem(error).sentence);
    } finally {
      this.pending.set(false);
    }
  }
}
