import { inject, Injectable, signal } from '@angular/core';
import { Router, type Routes } from '@angular/router';
import type { Role } from '@parc/domain';
import { type DomainRoom, WEB_DOMAINS, type WebDomain } from './domain';
import { HOME_PATH, homesOf } from './homes/homes';
import { meets } from './need';

export type Room = Pick<DomainRoom, 'path' | 'label' | 'icon' | 'raised'>;

/** Which doors a role sees, and how many things wait for the reader behind each. */
@Injectable({ providedIn: 'root' })
export class Rooms {
  private readonly router = inject(Router);
  private readonly domains = inject(WEB_DOMAINS);
  private readonly counts = signal<Readonly<Record<string, number>>>({});
  /** By room path: what waits for this person. */
  readonly waiting = this.counts.asReadonly();

  /** The role's rooms whose pages exist: nobody sees a door that leads nowhere. The first page leads. */
  of(role: Role): readonly Room[] {
    const built = builtPaths(this.router.config);
    return [...homeRoom(this.domains, role), ...openRooms(this.domains, role)].filter(({ path }) => built.has(path));
  }

  /** Said by a screen that knows. @param count things that wait for the reader in that room */
  setWaiting(path: string, count: number): void {
    this.counts.update((counts) => ({ ...counts, [path]: count }));
  }

  forgetWaiting(): void {
    this.counts.set({});
  }
}

function homeRoom(domains: readonly WebDomain[], role: Role): readonly Room[] {
  const home = homesOf(domains).find(({ need }) => meets(need, role));
  return home === undefined ? [] : [{ path: HOME_PATH, label: home.label, icon: home.icon }];
}

function openRooms(domains: readonly WebDomain[], role: Role): readonly Room[] {
  const open = domains.flatMap(({ rooms }) => rooms ?? []).filter(({ need }) => meets(need, role));
  const firstOfPath = open.filter((room, index) => open.findIndex(({ path }) => path === room.path) === index);
  return firstOfPath.sort((one, other) => one.order - other.order);
}

function builtPaths(routes: Routes): Set<string> {
  const children = routes.flatMap(({ children }) => children ?? []);
  return new Set(children.map(({ path }) => path?.split('/')[0] ?? ''));
}
