import { inject, Injectable } from '@angular/core';
import type { DraftRequest } from '@parc/api-client';
import { Kept } from '../../shell/kept/kept';
import type { DraftSave } from './draft-save';

/** What this device knows of a draft and the server may not know yet. */
interface Remembered {
  /** The version that what was typed goes on from; null while the draft has no address. */
  readonly version: number | null;
  /** As it stood on the server in that version; null where that is not known. */
  readonly base: DraftRequest | null;
  /** As it stands on screen; null when all of it is in the save under way. */
  readonly typed: DraftRequest | null;
  /** A save whose answer did not come. */
  readonly underWay: DraftSave | null;
}

/** From the first touch to the answer that it is saved, draft by draft; the one without an address is the new order. */
@Injectable({ providedIn: 'root' })
export class BasketMemory {
  private readonly kept = inject(Kept);

  read(draftId: string | null): Remembered | null {
    const found = this.kept.read(nameOf(draftId));
    return isRemembered(found) ? found : null;
  }

  keep(draftId: string | null, remembered: Remembered): void {
    this.kept.keep(nameOf(draftId), remembered);
  }

  forget(draftId: string | null): void {
    this.kept.forget(nameOf(draftId));
  }
}

function nameOf(draftId: string | null): string {
  return `commande ${draftId ?? 'nouvelle'}`;
}

function isRemembered(found: unknown): found is Remembered {
  const { base, typed, underWay } = (found ?? {}) as Partial<Remembered>;
  if (base && !Array.isArray(base.lines)) return false;
  return [typed, underWay?.body].some((body) => Array.isArray(body?.lines)) && (!typed || Array.isArray(typed.lines));
}
