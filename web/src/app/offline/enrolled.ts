/** The mark of an enrolled phone, and where its records lie. All other browsers load nothing of what works without a network. */
export const PHONE_PLACE = 'parc-phone';

export async function isEnrolledPhone(): Promise<boolean> {
  return 'caches' in globalThis && (await caches.has(PHONE_PLACE));
}
