import { DestroyRef, inject, type Signal, signal } from '@angular/core';

/** Room for the list and the order side by side, the rail being there. */
const WIDE = '(min-width: 1360px)';

/** Whether the window is wide enough for a split view; follows it. */
export function wideScreen(): Signal<boolean> {
  const query = matchMedia(WIDE);
  const wide = signal(query.matches);
  const follow = (): void => wide.set(query.matches);
  query.addEventListener('change', follow);
  inject(DestroyRef).onDestroy(() => query.removeEventListener('change', follow));
  return wide.asReadonly();
}
