import { Component, computed, inject, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { roleSwitch } from '../role-switch';
import { Session } from '../session';

/** Whose session this is, the way to their account, and in one tap the person's other assignments. */
@Component({
  selector: 'parc-session-card',
  imports: [RouterLink],
  template: `
    @if (session.current(); as current) {
      <p class="name">{{ current.account.name }}</p>
      <p>{{ current.assignment.scopeLabel }}</p>
      <p>{{ current.assignment.roleLabel }}</p>
      <a routerLink="/mon-compte" (click)="followed.emit()">Votre compte</a>
      @if (others().length > 0) {
        <ul aria-label="Changer de rôle">
          @for (other of others(); track other.id) {
            <li>
              <button type="button" class="button-as-link" [disabled]="switching.pending()" (click)="take(other.id)">
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

    a {
      display: inline-flex;
      align-items: center;
      min-height: 2rem;
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

    @media (max-width: 899px) {
      a,
      button {
        min-height: var(--control-height);
      }
    }
  `,
})
export class SessionCard {
  /** The reader goes elsewhere: a sheet that shows this card closes. */
  readonly followed = output();
  protected readonly session = inject(Session);
  protected readonly switching = roleSwitch();
  protected readonly others = computed(() => {
    const current = this.session.current();
    return current?.assignments.filter(({ id }) => id !== current.assignment.id) ?? [];
  });

  protected async take(assignmentId: string): Promise<void> {
    this.followed.emit();
    await this.switching.take(assignmentId);
  }
}
