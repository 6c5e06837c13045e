import { computed, inject, type Signal } from '@angular/core';
import { type Permission, reachOf } from '@parc/domain';
import { Session } from './session';

/** Whether the role of the open session holds a permission, over one school or over all. For an injection context. */
export function may(permission: Permission): Signal<boolean> {
  const { role } = inject(Session);
  return computed(() => {
    const held = role();
    return held !== null && reachOf(permission, held) !== null;
  });
}
