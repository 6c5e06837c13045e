import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ɵgetComponentDef as definitionOf, type Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { describe, expect, it } from '@jest/globals';
import { type Role, ROLES } from '@parc/domain';
import { DOMAINS } from './domains';
import { routes } from './routes';
import { type CardPlace, WEB_DOMAINS } from './shell/domain';
import { HomeCards } from './shell/homes/home-cards';
import { cardsOf } from './shell/homes/home-rows';
import { HOME_PATH, homesOf } from './shell/homes/homes';
import { Rooms } from './shell/rooms';

/** The rail as each role reads it, written a second time by role: what the domains declare must come to this. */
// prettier-ignore
const RAILS: Record<Role, readonly string[]> = {
  'school-head':          ['Accueil', 'Commandes', 'Parc', 'Pannes', 'Prêts', 'Formations', 'Budget', 'L’école'],
  teacher:                ['Accueil', 'Commandes', 'Parc', 'Pannes', 'Prêts', 'Formations', 'Budget', 'L’école'],
  technician:             ['Tournée', 'Travaux', 'Scanner', 'Tickets', 'Écoles', 'Parc', 'Prêts', 'Catalogue', 'Conventions'],
  installer:              ['Tournée', 'Travaux', 'Scanner', 'Écoles', 'Parc', 'Catalogue'],
  'plan-manager':         ['Bureau', 'Commandes', 'Tickets', 'Parc', 'Prêts', 'Formations', 'Budgets', 'Conventions', 'Annuaire', 'Catalogue', 'Comptes', 'Tâches', 'Confiés', 'Pilotage', 'Éditions'],
  committee:              ['Ensemble', 'Objectifs', 'Communes', 'Entretien', 'Dépenses', 'Budgets', 'Écoles', 'Conventions', 'Catalogue', 'Définitions', 'Éditions'],
  'commune-officer':      ['Accueil', 'Écoles', 'Parc', 'Pannes', 'Commandes', 'Budgets', 'Conventions', 'Chiffres'],
  'private-body-officer': ['Accueil', 'Écoles', 'Parc', 'Pannes', 'Formations', 'Commandes', 'Budgets', 'Conventions', 'Chiffres'],
  inspector:              ['Accueil', 'Écoles', 'Formations', 'Parc', 'Commandes', 'Conventions', 'Catalogue', 'Chiffres'],
  'digital-trainer':      ['Accueil', 'Écoles', 'Formations', 'Parc', 'Commandes', 'Conventions', 'Catalogue'],
  administrator:          ['Accueil', 'Comptes', 'Tâches', 'Courriels'],
};

/** By word of the rail: where it leads, and its sign. */
const DOORS: Record<string, readonly [path: string, icon: string]> = {
  Accueil: ['accueil', 'home'],
  Bureau: ['accueil', 'home'],
  Tournée: ['accueil', 'map'],
  Ensemble: ['accueil', 'home'],
  Commandes: ['commandes', 'cart'],
  Travaux: ['commandes', 'cart'],
  Catalogue: ['catalogue', 'laptop'],
  Parc: ['parc', 'shelf'],
  Tickets: ['tickets', 'wrench'],
  Pannes: ['tickets', 'wrench'],
  Prêts: ['prets', 'calendar'],
  Formations: ['formations', 'graduation'],
  Entretien: ['entretien', 'refresh'],
  Scanner: ['scanner', 'scan'],
  Budget: ['budget', 'euro'],
  Budgets: ['budgets', 'euro'],
  Conventions: ['conventions', 'pencil'],
  'L’école': ['ecole', 'people'],
  Annuaire: ['annuaire', 'people'],
  Écoles: ['annuaire', 'box'],
  Comptes: ['comptes', 'key'],
  Tâches: ['taches', 'clock'],
  Courriels: ['courriels', 'mail'],
  Confiés: ['travaux-confies', 'phone'],
  Pilotage: ['pilotage', 'chart'],
  Objectifs: ['objectifs', 'star'],
  Chiffres: ['objectifs', 'chart'],
  Communes: ['communes', 'map'],
  Dépenses: ['depenses', 'euro'],
  Définitions: ['definitions', 'document'],
  Éditions: ['editions', 'document'],
};

/** What stands on the first page of each role beside its title, written a second time by role: "place card". */
// prettier-ignore
const SHOWN: Partial<Record<Role, readonly string[]>> = {
  'school-head':   ['above GateNotice', 'above SchoolDotations', 'above SchoolBudgetCard', 'above CampaignCard', 'first AskedPlacesCard', 'first AwaitedCard', 'first ToConfirmCard', 'second PilotCard', 'second LabelReportsCard', 'second SchoolTrainingCard', 'second UnderWayCard', 'second BrokenCard', 'second SupportSchoolCard', 'second SchoolLoansCard', 'second SchoolChecksCard', 'second DeclaredCard'],
  teacher:         ['above GateNotice', 'above SchoolDotations', 'above SchoolBudgetCard', 'above CampaignCard', 'first AskedPlacesCard', 'first AwaitedCard', 'second PilotCard', 'second SchoolTrainingCard', 'second UnderWayCard', 'second BrokenCard', 'second SupportSchoolCard', 'second SchoolLoansCard', 'second SchoolChecksCard', 'second DeclaredCard'],
  technician:      ['above RoundCampaignsCard', 'above AskedHandoversCard', 'first LoansDueCard', 'second DueReturnsCard'],
  committee:       ['above FleetCountsCard', 'second TicketFiguresCard', 'second VisitCountsCard', 'second CoherenceCountsCard', 'second SupportCountsCard'],
  'plan-manager':  ['first WaitingCard', 'first PlanBudgetCard', 'first TrainingDueCard', 'first LoansDueCard', 'second QueueCard', 'second LateChecksCard', 'second CoherenceCountsCard', 'second DueReturnsCard', 'second DepositsCard', 'second UsageCard', 'second FollowedConventionsCard', 'second ContractsCard', 'second SupportCountsCard'],
  'commune-officer': ['second FollowedTicketsCard'],
  'private-body-officer': ['second FollowedTicketsCard'],
  inspector:       ['first TrainingDueCard', 'second CoherenceCountsCard', 'second TicketFiguresCard', 'second VisitCountsCard', 'second FollowedOrdersCard'],
  'digital-trainer': ['first TrainingDueCard', 'first SupportDueCard', 'second CoherenceCountsCard', 'second TicketFiguresCard', 'second VisitCountsCard', 'second FollowedOrdersCard'],
};

const PLACES: readonly CardPlace[] = ['above', 'first', 'second'];

function rooms(): Rooms {
  TestBed.configureTestingModule({
    providers: [provideRouter(routes), { provide: WEB_DOMAINS, useValue: DOMAINS }],
  });
  return TestBed.inject(Rooms);
}

describe('the rooms that the domains bring', () => {
  it.each(ROLES)('are those that its permissions open, in their order, for %s', (role) => {
    const seen = rooms().of(role);
    expect(seen.map(({ label }) => label)).toEqual(RAILS[role]);
    expect(seen.map(({ label, path, icon }) => [label, path, icon])).toEqual(
      RAILS[role].map((label) => [label, ...DOORS[label]!]),
    );
  });

  it('lead somewhere, each of them', () => {
    const addresses = DOMAINS.flatMap(({ routes: own }) => own ?? []).map(({ path }) => path);
    const nowhere = DOMAINS.flatMap(({ rooms: own }) => own ?? []).filter(({ path }) => !addresses.includes(path));
    expect(nowhere).toEqual([]);
  });
});

describe('the cards that the domains bring', () => {
  it.each(ROLES)('are those of the domains that concern %s, place by place', async (role) => {
    const cards = await Promise.all(
      cardsOf(DOMAINS, role).map(async ({ place, load }) => ({ place, name: (await load()).name.replace(/^_/, '') })),
    );
    const seen = PLACES.flatMap((place) => cards.filter((card) => card.place === place));
    expect(seen.map(({ place, name }) => `${place} ${name}`)).toEqual(SHOWN[role] ?? []);
  });

  it('have their place on every first page: none can be brought and not be shown', async () => {
    const pages = await Promise.all(homesOf(DOMAINS).map(({ load }) => load()));
    expect(pages.filter((page) => !usesCards(page)).map(({ name }) => name)).toEqual([]);
  });
});

describe('the domains of the web', () => {
  it('have each their line in domains.ts', () => {
    const files = globSync('**/*.domain.ts', { cwd: import.meta.dirname }).map((file) => file.replaceAll('\\', '/'));
    expect(files.length).toBeGreaterThan(0);
    const missing = files.sort().flatMap((file) => {
      const text = readFileSync(join(import.meta.dirname, file), 'utf8');
      const [, constant] = /export const (\w+): WebDomain/.exec(text) ?? [];
      const [, name] = /^ {2}name: '([^']+)'/m.exec(text) ?? [];
      if (!constant || !name) return [`${file} exports no WebDomain with its name`];
      return DOMAINS.some((domain) => domain.name === name)
        ? []
        : [`domains.ts lacks the line « ${constant}, » (${file})`];
    });
    expect(missing).toEqual([]);
  });

  it('have each its name, and their first pages each its place', () => {
    const names = DOMAINS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const orders = homesOf(DOMAINS).map(({ order }) => order);
    expect(new Set(orders).size).toBe(orders.length);
  });

  it('leave the first page’s address to their first pages', () => {
    const taken = DOMAINS.flatMap(({ routes: own, rooms: doors }) => [...(own ?? []), ...(doors ?? [])]);
    expect(taken.filter(({ path }) => path === HOME_PATH)).toEqual([]);
  });
});

function usesCards(page: Type<unknown>): boolean {
  const used = definitionOf(page)?.directiveDefs ?? [];
  return (typeof used === 'function' ? used() : used).some(({ type }) => type === HomeCards);
}
