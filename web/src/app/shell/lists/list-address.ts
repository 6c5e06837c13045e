import { computed, inject, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import type { FilterChange, TableSort } from '@parc/ui';

/** The words of an address after "?", each name once. */
export type AddressWords = Readonly<Record<string, string>>;

/** What a person does above and under a list, each step written into its address. */
export interface ListSteps {
  search(text: string): void;
  narrow(change: FilterChange): void;
  /** Takes every filter away. */
  clear(): void;
}

interface ListAddress extends ListSteps {
  readonly words: Signal<AddressWords>;
  /** Changes some words; null takes one away. @param replaceUrl true while typing: "back" leaves the list */
  go(change: AddressChange, replaceUrl?: boolean): void;
  sortBy(sort: TableSort | null): void;
  turnTo(page: number): void;
}

export type AddressChange = Readonly<Record<string, string | null>>;

/**
 * What narrows a list stands in its address, so that a link shows the same list. For an injection context.
 * @param unfiltered the words that `clear` writes
 */
export function listAddress(unfiltered: AddressChange = {}): ListAddress {
  const router = inject(Router);
  const route = inject(ActivatedRoute);
  const parameters = toSignal(route.queryParamMap, { requireSync: true });
  const go = (queryParams: AddressChange, replaceUrl = false): void => {
    void router.navigate([], { relativeTo: route, queryParams, queryParamsHandling: 'merge', replaceUrl });
  };
  return {
    words: computed(() => Object.fromEntries(parameters().keys.map((key) => [key, parameters().get(key) ?? '']))),
    go,
    // What is narrowed or sorted anew is read from its first page.
    search: (text) => go({ recherche: text || null, page: null }, true),
    narrow: ({ id, value }) => go({ [id]: value, page: null }),
    clear: () => go(unfiltered),
    sortBy: (sort) => go(sortWords(sort)),
    turnTo: (page) => {
      go(pageWords(page));
      scrollTo({ top: 0 });
    },
  };
}

/** The one of `values` that the address says, or null. */
export function readOne<T extends string>(text: string | null | undefined, values: readonly T[]): T | null {
  return values.find((value) => value === text) ?? null;
}

/** The first page is 1. */
export function readPage(text: string | undefined): number {
  return text !== undefined && /^[1-9]\d{0,3}$/.test(text) ? Number(text) : 1;
}

export function readSort(words: AddressWords, keys: readonly string[], first: TableSort): TableSort {
  const key = readOne(words['tri'], keys);
  if (key === null) return first;
  return { key, direction: words['sens'] === 'decroissant' ? 'descending' : 'ascending' };
}

function sortWords(sort: TableSort | null): AddressChange {
  return {
    tri: sort?.key ?? null,
    sens: sort?.direction === 'descending' ? 'decroissant' : null,
    page: null,
  };
}

function pageWords(page: number): AddressChange {
  return { page: page > 1 ? String(page) : null };
}

/** A sort as the API is asked for it. */
export function askedSort<Key extends string>(sort: TableSort): { sort: Key; direction: 'asc' | 'desc' } {
  return { sort: sort.key as Key, direction: sort.direction === 'ascending' ? 'asc' : 'desc' };
}

/** The address of the spreadsheet with the rows that are asked for, all pages. */
export function exportAddress(path: string, asked: object): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) {
    if (name === 'page' || name === 'size') continue;
    for (const each of [value].flat()) query.append(name, String(each));
  }
  return `${path}?${query}`;
}
