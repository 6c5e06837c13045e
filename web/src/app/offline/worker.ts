import { createEnvironmentInjector, type EnvironmentInjector } from '@angular/core';
import { provideServiceWorker, SwUpdate } from '@angular/service-worker';

const SCRIPT = '/ngsw-worker.js';

/**
 * Has the application itself at hand without a network: on an enrolled phone alone, so that no shared computer keeps an
 * earlier application. The API's answers are none of its business.
 * @param onNewer a newer application has been fetched: this page goes on with its own until it is read again
 */
export async function registerWorker(parent: EnvironmentInjector, onNewer: () => void): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  await navigator.serviceWorker.register(SCRIPT);
  // By an injector of its own: the desk's first page pays nothing for it.
  const injector = createEnvironmentInjector([provideServiceWorker(SCRIPT)], parent);
  injector.get(SwUpdate).versionUpdates.subscribe(({ type }) => {
    if (type === 'VERSION_READY') onNewer();
  });
}

/** Whether all of the application lies here: until then it opens nowhere without a network. @throws TypeError without one */
export async function isApplicationAtHand(): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false;
  const answer = await fetch('/ngsw.json', { headers: { 'ngsw-bypass': 'true' }, cache: 'no-store' });
  const { hashTable } = (await answer.json()) as { hashTable: object };
  const names = (await caches.keys()).filter((name) => name.startsWith('ngsw:') && ASSETS.test(name));
  const counts = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).length));
  return counts.reduce((sum, count) => sum + count, 0) >= Object.keys(hashTable).length;
}

/** Where the worker keeps the files of a group that it fetches at once. */
const ASSETS = /:assets:[^:]+:cache$/;

/** Nobody works on this phone without a network any more. */
export async function unregisterWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
}
