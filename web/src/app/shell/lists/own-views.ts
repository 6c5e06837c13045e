import { computed, inject, type Signal, signal } from '@angular/core';
import { meets } from '../need';
import { Session } from '../session';
import type { AddressChange } from './list-address';

/** A set of filters that somebody named. It holds no personal data, so that it may stay on a shared desk. */
export interface OwnView {
  readonly id: string;
  readonly label: string;
  readonly address: AddressChange;
}

const MOST = 6;

export interface OwnViews {
  readonly offered: Signal<boolean>;
  readonly all: Signal<readonly OwnView[]>;
  readonly full: Signal<boolean>;
  keep(label: string, address: AddressChange): void;
  drop(id: string): void;
}

/**
 * The named views of one list, of this role on this desk. Schools have none: their computers are shared. For an injection
 * context. @param list its word in what the browser keeps
 */
export function ownViews(list: 'order' | 'equipment'): OwnViews {
  const { role } = inject(Session);
  const changes = signal(0);
  const key = (): string => `parc.${list}-views.${role()}`;
  const offered = computed(() => {
    const of = role();
    return of !== null && !meets('home.school', of);
  });
  const all = computed<readonly OwnView[]>(() => {
    changes();
    return offered() ? read(key()) : [];
  });
  const write = (views: readonly OwnView[]): void => {
    try {
      localStorage.setItem(key(), JSON.stringify(views));
    } catch {
      // A browser that keeps nothing still shows every list.
    }
    changes.update((count) => count + 1);
  };
  return {
    offered,
    all,
    full: computed(() => all().length >= MOST),
    keep: (label, address) => write([...all(), { id: `own-${crypto.randomUUID()}`, label, address }]),
    drop: (id) => write(all().filter((view) => view.id !== id)),
  };
}

function read(key: string): readonly OwnView[] {
  try {
    const views: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(views) ? views.filter(isView).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

function isView(view: unknown): view is OwnView {
  const { id, label, address } = (view ?? {}) as Record<string, unknown>;
  return typeof id === 'string' && typeof label === 'string' && typeof address === 'object' && address !== null;
}
