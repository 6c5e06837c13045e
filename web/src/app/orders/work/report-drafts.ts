import { inject, Injectable } from '@angular/core';
import { Kept } from '../../shell/kept/kept';
import type { ReportDraft } from './report-draft';

/** Reports that were written and not sent yet, on this device: a phone in a corridor may lose its network, or its page. */
@Injectable({ providedIn: 'root' })
export class ReportDrafts {
  private readonly kept = inject(Kept);

  read(orderId: string): ReportDraft | null {
    return asDraft(this.kept.read(nameOf(orderId)));
  }

  /** @returns false when this browser keeps nothing: the draft lives on screen alone */
  keep(orderId: string, draft: ReportDraft): boolean {
    return this.kept.keep(nameOf(orderId), draft);
  }

  forget(orderId: string): void {
    this.kept.forget(nameOf(orderId));
  }
}

function nameOf(orderId: string): string {
  return `compte-rendu ${orderId}`;
}

/** A draft of an older form is no draft: better a fresh one than half of one. */
function asDraft(kept: unknown): ReportDraft | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { lines, extraLines, arrival, departure, costReason, remarks } = kept as Partial<ReportDraft>;
  const texts = [arrival, departure, costReason, remarks].every((text) => typeof text === 'string');
  return texts && typeof lines === 'object' && Array.isArray(extraLines) ? (kept as ReportDraft) : null;
}
