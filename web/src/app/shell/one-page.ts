import type { Route, UrlMatchResult, UrlSegment } from '@angular/router';

/**
 * One page at several addresses: going from one to the other keeps what is on screen. A new object's page takes the object's
 * own address once it has one.
 * @param paths as in a route: "nouvelle", ":id/composer"
 */
export function onePage(
  ...paths: readonly string[]
): Pick<Route, 'matcher'> & { readonly data: { paths: readonly string[] } } {
  return {
    data: { paths },
    matcher: (segments) =>
      paths.map((path) => matched(path.split('/'), segments)).find((found) => found !== null) ?? null,
  };
}

function matched(parts: readonly string[], segments: UrlSegment[]): UrlMatchResult | null {
  if (parts.length !== segments.length) return null;
  const pairs = parts.map((part, index) => [part, segments[index]!] as const);
  if (pairs.some(([part, segment]) => !part.startsWith(':') && part !== segment.path)) return null;
  const given = pairs
    .filter(([part]) => part.startsWith(':'))
    .map(([part, segment]) => [part.slice(1), segment] as const);
  return { consumed: segments, posParams: Object.fromEntries(given) };
}
