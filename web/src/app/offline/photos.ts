import type { PhotoSlot } from './acts';

/** What a body announces of a photo before its bytes follow. @param id of one that was announced before */
export async function slotOf(bytes: Blob, id: string = crypto.randomUUID()): Promise<PhotoSlot> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await bytes.arrayBuffer()));
  const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { id, sha256, sizeBytes: bytes.size };
}
