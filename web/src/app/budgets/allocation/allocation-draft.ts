import { inject, Injectable } from '@angular/core';
import { Session } from '../../shell/session';
import type { EnvelopeAsked } from '../envelope-address';
import type { AllocationTyped } from './allocation-form';

/** What was typed stays in this tab until it is closed, for the person who typed it alone. It holds no personal data. */
@Injectable({ providedIn: 'root' })
export class AllocationDrafts {
  private readonly session = inject(Session);

  read(asked: EnvelopeAsked): AllocationTyped | null {
    try {
      const draft: unknown = JSON.parse(sessionStorage.getItem(this.key(asked)) ?? 'null');
      return isTyped(draft) ? draft : null;
    } catch {
      return null;
    }
  }

  /** @returns whether the browser kept it */
  write(asked: EnvelopeAsked, typed: AllocationTyped): boolean {
    try {
      sessionStorage.setItem(this.key(asked), JSON.stringify(typed));
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

function isTyped(draft: unknown): draft is AllocationTyped {
  const typed = (draft ?? {}) as Partial<AllocationTyped>;
  return TEXTS.every((name) => typeof typed[name] === 'string') && Array.isArray(typed.fixed);
}
