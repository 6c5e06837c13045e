import { computed, inject, Injectable, signal } from '@angular/core';
import { meets } from '../../shell/need';
import { Session } from '../../shell/session';
import type { Address } from './order-filters';

/** A set of filters that somebody named. It holds no personal data, so that it may stay on a shared desk. */
export interface OwnView {
  readonly id: string;
  readonly label: string;
  readonly address: Address;
}

const MOST = 6;

/** The named views of this role on this desk. Schools have none: their computers are shared. */
@Injectable({ providedIn: 'root' })
export class OwnViews {
  private readonly session = inject(Session);
  private readonly changes = signal(0);

  readonly offered = computed(() => {
    const role = this.session.role();
    return role !== null && !meets('home.school', role);
  });
  readonly all = computed<readonly OwnView[]>(() => {
    this.changes();
    return this.offered() ? read(this.key()) : [];
  });
  readonly full = computed(() => this.all().length >= MOST);

  /** @returns the view as it is kept */
  keep(label: string, address: Address): OwnView {
    const view = { id: `own-${crypto.randomUUID()}`, label, address };
    this.write([...this.all(), view]);
    return view;
  }

  drop(id: string): void {
    this.write(this.all().filter((view) => view.id !== id));
  }

  private write(views: readonly OwnView[]): void {
    try {
      localStorage.setItem(this.key(), JSON.stringify(views));
    } catch {
      // A browser that keeps nothing still shows every list.
    }
    this.changes.update((count) => count + 1);
  }

  private key(): string {
    return `parc.order-views.${this.session.role()}`;
  }
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
