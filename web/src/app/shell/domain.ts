import { InjectionToken, type Type } from '@angular/core';
import type { Routes } from '@angular/router';
import type { Api } from '@parc/api-client';
import type { IconName } from '@parc/ui';
import type { LinkLine } from './homes/link-lines';
import type { Need } from './need';

/** A door of the rail. A path may have several rows: the reader sees the first that they may open, with its word and place. */
export interface DomainRoom {
  /** First segment of its addresses. */
  readonly path: string;
  readonly label: string;
  readonly icon: IconName;
  readonly need: Need;
  /** Where it stands in the rail, after the first page; the first four stand in the phone's bottom bar. */
  readonly order: number;
  /** What is done there every few minutes: it stands out of the phone's bar. */
  readonly raised?: true;
}

/** A first page. The reader gets the first one, by its order, that they may open. */
export interface DomainHome {
  readonly need: Need;
  readonly order: number;
  /** Its name in the tab. */
  readonly title: string;
  /** Its name in the rail. */
  readonly label: string;
  readonly icon: IconName;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly load: () => Promise<Type<unknown>>;
}

/** Parts of a first page: over its whole width, in its first column, in its second. A page of one column has them all in it. */
export type CardPlace = 'above' | 'first' | 'second';

/** What a domain shows on the first page of those whom it concerns. */
export interface DomainCard {
  readonly need: Need;
  readonly place: CardPlace;
  /** Among the cards of its place. */
  readonly order: number;
  readonly load: () => Promise<Type<unknown>>;
}

/** What somebody looks after, as one line: whether it is well, and where it leads. */
export interface WatchedLine {
  readonly line: LinkLine;
  /** What asks for somebody before anything else; null when nothing does. */
  readonly alarm: string | null;
  /** All has run at least once: without it nobody can say that it is well. */
  readonly proven: boolean;
}

/** A line of the page of whoever looks after the tool itself. Its lines are read in their order, their alarms too. */
export interface DomainWatch {
  readonly need: Need;
  readonly order: number;
  readonly load: () => Promise<(api: Api) => Promise<WatchedLine>>;
}

/** A page about one school: a tab beside the others of that school. */
export interface DomainSchoolPage {
  /** After the school's own address; empty: that address itself. */
  readonly path: string;
  readonly label: string;
  readonly need: Need;
  readonly order: number;
}

/** What a domain brings to the web: written in its own folder, and listed by one line of `domains.ts`. */
export interface WebDomain {
  readonly name: string;
  readonly routes?: Routes;
  readonly rooms?: readonly DomainRoom[];
  readonly homes?: readonly DomainHome[];
  readonly cards?: readonly DomainCard[];
  readonly watches?: readonly DomainWatch[];
  readonly schoolPages?: readonly DomainSchoolPage[];
}

/** The list of `domains.ts`: the shell knows that there are domains, and not which. */
export const WEB_DOMAINS = new InjectionToken<readonly WebDomain[]>('the domains of the web', { factory: () => [] });
