import { inject, Injectable, signal } from '@angular/core';
import { Router, type Routes } from '@angular/router';
import type { Role } from '@parc/domain';
import type { IconName } from '@parc/ui';

export interface Room {
  /** First segment of its addresses. */
  readonly path: string;
  readonly label: string;
  readonly icon: IconName;
}

const HOME: Room = { path: 'accueil', label: 'Accueil', icon: 'home' };
const DESK: Room = { path: 'accueil', label: 'Bureau', icon: 'home' };
const ROUND: Room = { path: 'accueil', label: 'Tournée', icon: 'map' };
const OVERVIEW: Room = { path: 'accueil', label: 'Ensemble', icon: 'home' };
const ORDERS: Room = { path: 'commandes', label: 'Commandes', icon: 'cart' };
const WORK: Room = { path: 'commandes', label: 'Travaux', icon: 'cart' };
const CATALOGUE: Room = { path: 'catalogue', label: 'Catalogue', icon: 'laptop' };
const BUDGET: Room = { path: 'budget', label: 'Budget', icon: 'euro' };
const BUDGETS: Room = { path: 'budgets', label: 'Budgets', icon: 'euro' };
const CONVENTIONS: Room = { path: 'conventions', label: 'Conventions', icon: 'pencil' };
const SCHOOL: Room = { path: 'ecole', label: 'L’école', icon: 'people' };
const DIRECTORY: Room = { path: 'annuaire', label: 'Annuaire', icon: 'people' };
const SCHOOLS: Room = { path: 'annuaire', label: 'Écoles', icon: 'box' };
const ACCOUNTS: Room = { path: 'comptes', label: 'Comptes', icon: 'key' };
const JOBS: Room = { path: 'taches', label: 'Tâches', icon: 'clock' };
const OUTBOX: Room = { path: 'courriels', label: 'Courriels', icon: 'mail' };
const STEERING: Room = { path: 'pilotage', label: 'Pilotage', icon: 'chart' };

/** The rooms that each role's permissions open, in the order of the rail; the first four stand in the phone's bottom bar. */
const ROOMS: Record<Role, readonly Room[]> = {
  'school-head': [HOME, ORDERS, CATALOGUE, BUDGET, SCHOOL, CONVENTIONS],
  teacher: [HOME, ORDERS, CATALOGUE, BUDGET, SCHOOL],
  technician: [ROUND, WORK, SCHOOLS, CATALOGUE, CONVENTIONS],
  installer: [ROUND, WORK, SCHOOLS, CATALOGUE],
  'plan-manager': [DESK, ORDERS, BUDGETS, CONVENTIONS, DIRECTORY, CATALOGUE, ACCOUNTS, JOBS, STEERING],
  committee: [OVERVIEW, STEERING, BUDGETS, SCHOOLS, CONVENTIONS, CATALOGUE],
  'commune-officer': [HOME, SCHOOLS, ORDERS, BUDGETS, CONVENTIONS],
  'private-body-officer': [HOME, SCHOOLS, ORDERS, BUDGETS, CONVENTIONS],
  inspector: [HOME, SCHOOLS, ORDERS, CONVENTIONS, CATALOGUE],
  'digital-trainer': [HOME, SCHOOLS, ORDERS, CONVENTIONS, CATALOGUE],
  administrator: [HOME, ACCOUNTS, JOBS, OUTBOX],
};

/** Which doors a role sees, and how many things wait for the reader behind each. */
@Injectable({ providedIn: 'root' })
export class Rooms {
  private readonly router = inject(Router);
  private readonly counts = signal<Readonly<Record<string, number>>>({});
  /** By room path: what waits for this person. */
  readonly waiting = this.counts.asReadonly();

  /** The role's rooms whose pages exist: nobody sees a door that leads nowhere. */
  of(role: Role): readonly Room[] {
    const built = builtPaths(this.router.config);
    return ROOMS[role].filter(({ path }) => built.has(path));
  }

  /** Said by a screen that knows. @param count things that wait for the reader in that room */
  setWaiting(path: string, count: number): void {
    this.counts.update((counts) => ({ ...counts, [path]: count }));
  }

  forgetWaiting(): void {
    this.counts.set({});
  }
}

function builtPaths(routes: Routes): Set<string> {
  const children = routes.flatMap(({ children }) => children ?? []);
  return new Set(children.map(({ path }) => path?.split('/')[0] ?? ''));
}
