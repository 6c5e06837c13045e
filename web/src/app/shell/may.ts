import { computed, inject, type Signal } from '@angular/core';
import { meets, type Need } from './need';
import { Session } from './session';

/** Whether the role of the open session holds a permission, over one school or over all. For an injection context. */
export function may(need: Need): Signal<boolean> {
  const { role } = inject(Session);
  return computed(() => {
    const held = role();
    return held !== null && meets(need, held);
  });
}
