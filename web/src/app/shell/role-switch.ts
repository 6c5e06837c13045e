import { inject, type Signal, signal } from '@angular/core';
import { Router } from '@angular/router';
import { Toasts } from '@parc/ui';
import { asProblem } from './problem';
import { Rooms } from './rooms';
import { Session } from './session';

export interface RoleSwitch {
  readonly pending: Signal<boolean>;
  /** Takes another of the person's assignments and goes to its first page. */
  take(assignmentId: string): Promise<void>;
}

/** Changing hat, wherever it is offered. For an injection context. */
export function roleSwitch(): RoleSwitch {
  const [session, rooms, router, toasts] = [inject(Session), inject(Rooms), inject(Router), inject(Toasts)];
  const pending = signal(false);
  return {
    pending: pending.asReadonly(),
    async take(assignmentId) {
      if (pending()) return;
      pending.set(true);
      try {
        await session.takeAssignment(assignmentId);
        rooms.forgetWaiting();
        // The page of the former role must be built anew, even when the address stays the same.
        await router.navigateByUrl('/', { onSameUrlNavigation: 'reload' });
      } catch (error) {
        toasts.warn(asProblem(error).sentence);
      } finally {
        pending.set(false);
      }
    },
  };
}
