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

/** Nobody works on this phone without a network any more. */
export async function unregisterWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
}
