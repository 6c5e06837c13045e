import type { CanMatchFn, Route, Routes } from '@angular/router';

export interface Page {
  /** "path title". */
  readonly name: string;
  readonly path: string;
  readonly guards: readonly CanMatchFn[];
}

/** Every page behind the frame, with all that guards it, in the order in which the router tries them. */
export async function pagesOf(list: Routes, above = '', guards: readonly CanMatchFn[] = []): Promise<readonly Page[]> {
  const found = await Promise.all(list.map((route) => pagesOfRoute(route, above, guards)));
  return found.flat();
}

/** Rooms loaded apart that end without the page that says what is not there: refused, they would be blank. */
export async function blankRooms(list: Routes): Promise<readonly string[]> {
  const found = await Promise.all(
    list.map(async ({ path, loadChildren, children }) => {
      const below = loadChildren ? ((await loadChildren()) as Routes) : (children ?? []);
      const blank = loadChildren && below.at(-1)?.path !== '**';
      return [...(blank ? [path ?? ''] : []), ...(await blankRooms(below))];
    }),
  );
  return found.flat();
}

async function pagesOfRoute(route: Route, above: string, outer: readonly CanMatchFn[]): Promise<readonly Page[]> {
  const own: readonly string[] = route.matcher ? route.data!['paths'] : [route.path ?? ''];
  if (own.length > 1) {
    const alike = own.map((each) => ({ ...route, matcher: undefined, path: each }));
    return pagesOf(alike, above, outer);
  }
  const path = [above, own[0]!].filter((part) => part !== '').join('/');
  const guards = [...outer, ...((route.canMatch ?? []) as readonly CanMatchFn[])];
  if (route.loadChildren) return pagesOf((await route.loadChildren()) as Routes, path, guards);
  if (route.children) return pagesOf(route.children, path, guards);
  const isPage = route.loadComponent && route.title !== 'Page absente';
  return isPage ? [{ name: `${path} ${String(route.title)}`, path, guards }] : [];
}
