import { effect, inject, Injectable } from '@angular/core';
import { NavigationEnd, Router } from '@angular/router';
import { filter } from 'rxjs';
import { Session } from '../../shell/session';
import type { ReportDraft } from './report-draft';

const PREFIX = 'parc.compte-rendu.';

/**
 * Reports that were written and not sent yet, on this device: a failed send, a closed tab or a session that ended by
 * itself loses nothing. They belong to one account: leaving on purpose erases them, and so does another account that
 * signs in, so that nothing of one person is read by the next.
 */
@Injectable({ providedIn: 'root' })
export class ReportDrafts {
  private readonly session = inject(Session);

  constructor() {
    effect(() => {
      const owner = this.session.current()?.account.id;
      if (owner !== undefined) erase((key) => !key.startsWith(PREFIX + owner));
    });
    inject(Router)
      .events.pipe(filter((event) => event instanceof NavigationEnd))
      .subscribe(({ urlAfterRedirects }) => {
        // The door without a reason: the person left. After idleness or a lost session the same person comes back.
        if (urlAfterRedirects === '/connexion') erase(() => true);
      });
  }

  read(orderId: string): ReportDraft | null {
    try {
      return asDraft(JSON.parse(localStorage.getItem(this.key(orderId)) ?? 'null'));
    } catch {
      return null;
    }
  }

  /** @returns false when this browser keeps nothing: the draft lives on screen alone */
  keep(orderId: string, draft: ReportDraft): boolean {
    try {
      localStorage.setItem(this.key(orderId), JSON.stringify(draft));
      return true;
    } catch {
      return false;
    }
  }

  forget(orderId: string): void {
    erase((key) => key === this.key(orderId));
  }

  private key(orderId: string): string {
    return `${PREFIX}${this.session.current()?.account.id ?? ''}.${orderId}`;
  }
}

function erase(which: (key: string) => boolean): void {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
    for (const key of keys.filter(which)) localStorage.removeItem(key);
  } catch {
    // A browser that lets nothing be kept has nothing to erase.
  }
}

/** A draft of an older form is no draft: better a fresh one than half of one. */
function asDraft(kept: unknown): ReportDraft | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { lines, extraLines, arrival, departure, costReason, remarks } = kept as Partial<ReportDraft>;
  const texts = [arrival, departure, costReason, remarks].every((text) => typeof text === 'string');
  return texts && typeof lines === 'object' && Array.isArray(extraLines) ? (kept as ReportDraft) : null;
}
