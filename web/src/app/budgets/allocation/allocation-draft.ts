import { inject, Injectable } from '@angular/core';
import { Session } from '../../shell/session';
import type { EnvelopeAsked } from '../envelope-address';
import type { AllocationTyped } from './allocation-form';

export interface AllocationDraft {
  readonly typed: AllocationTyped;
  /** Instant at which it was kept. */
  readonly at: string;
}

/** What was typed stays in this tab until it is closed, for the person who typed it alone. It holds no personal data. */
@Injectable({ providedIn: 'root' })
export class AllocationDrafts {
  private readonly session = inject(Session);

  read(asked: EnvelopeAsked): AllocationDraft | null {
    try {
      const draft: unknown = JSON.parse(sessionStorage.getItem(this.key(asked)) ?? 'null');
      return isDraft(draft) ? draft : null;
    } catch {
      return null;
    }
  }

  /** @returns whether the browser kept it */
  write(asked: EnvelopeAsked, draft: AllocationDraft): boolean {
    try {
      sessionStorage.setItem(this.key(asked), JSON.stringify(draft));
      return true;
    } catch {
      return false;
    }
  }

  forget(asked: EnvelopeAsked): void {
    try {
      sessionStorage.removeItem(this.key(asked));
    } catch {
      // A browser that keeps nothing has nothing to forget.
    }
  }

  private key({ year, kind }: EnvelopeAsked): string {
    return `parc.allocation.${this.session.current()?.account.id}.${kind}.${year}`;
  }
}

const TEXTS = ['base', 'perClass', 'perPupil', 'rep', 'repPlus', 'step', 'voted', 'reserve', 'reason'] as const;

function isDraft(draft: unknown): draft is AllocationDraft {
  const { typed = {}, at } = (draft ?? {}) as { typed?: Partial<AllocationTyped>; at?: unknown };
  if (typeof at !== 'string') return false;
  return TEXTS.every((name) => typeof typed[name] === 'string') && Array.isArray(typed.fixed);
}
