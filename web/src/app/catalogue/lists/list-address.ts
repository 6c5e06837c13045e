import { computed, inject, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import type { TableSort } from '@parc/ui';

/** The words of an address after "?", each name once. */
export type AddressWords = Readonly<Record<string, string>>;

interface ListAddress {
  readonly words: Signal<AddressWords>;
  /** Changes some words; null takes one away. @param replaceUrl true while typing: "back" leaves the list */
  go(change: Readonly<Record<string, string | null>>, replaceUrl?: boolean): void;
}

/** What narrows a list stands in its address, so that a link shows the same list. For an injection context. */
export function listAddress(): ListAddress {
  const router = inject(Router);
  const route = inject(ActivatedRoute);
  const parameters = toSignal(route.queryParamMap, { requireSync: true });
  return {
    words: computed(() => Object.fromEntries(parameters().keys.map((key) => [key, parameters().get(key) ?? '']))),
    go: (change, replaceUrl = false) => {
      const options = { relativeTo: route, queryParams: change, queryParamsHandling: 'merge', replaceUrl } as const;
      void router.navigate([], options);
    },
  };
}

/** The one of `values` that the address says, or null. */
export function readOne<T extends string>(text: string | undefined, values: readonly T[]): T | null {
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

/** The words of a sort; a new order is read from its first page. */
export function sortWords(sort: TableSort | null): Record<string, string | null> {
  return {
    tri: sort?.key ?? null,
    sens: sort?.direction === 'descending' ? 'decroissant' : null,
    page: null,
  };
}

export function pageWords(page: number): Record<string, string | null> {
  return { page: page > 1 ? String(page) : null };
}

/** A sort as the API is asked for it. */
export function askedSort<Key extends string>(sort: TableSort): { sort: Key; direction: 'asc' | 'desc' } {
  return { sort: sort.key as Key, direction: sort.direction === 'ascending' ? 'asc' : 'desc' };
}
