import type { PhotoSlot } from './acts';

/** What a body announces of a photo before its bytes follow. */
export async function slotOf(bytes: Blob): Promise<PhotoSlot> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await bytes.arrayBuffer()));
  const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { id: crypto.randomUUID(), sha256, sizeBytes: bytes.size };
}
