import { type Api, type DraftRequest, ordersCompose, ordersWrite } from '@parc/api-client';
import { onVersion } from '../../shell/mutation';

/** One save of a draft: sent again as it is, it answers as the first time. */
export interface DraftSave {
  /** Null for the first, which gives the draft its address. */
  readonly id: string | null;
  /** The version it was written on. */
  readonly version: number;
  readonly key: string;
  readonly body: DraftRequest;
}

export async function sendSave(
  api: Api,
  { id, version, key, body }: DraftSave,
): Promise<{ id: string; version: number }> {
  const saved =
    id === null
      ? await api.invoke(ordersCompose, { 'Idempotency-Key': key, body })
      : await api.invoke(ordersWrite, { ...onVersion(key, version), id, body });
  return { id: saved.id, version: saved.version };
}
