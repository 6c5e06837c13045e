import { effect, inject, Injectable } from '@angular/core';
import { NavigationEnd, Router } from '@angular/router';
import { filter } from 'rxjs';
import { Session } from '../session';

const PREFIX = 'parc.garde.';
/** Nobody comes back later to what was never sent. */
const MOST_MILLISECONDS = 7 * 24 * 3_600_000;

interface Entry {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly value: unknown;
}

/**
 * What was typed and has not reached the server yet, on this device: a failed send, a closed tab, *back* or a session that
 * ended by itself loses nothing. It belongs to one account under one role: leaving on purpose erases it, and so does
 * another account that signs in, so that nothing of one person is read by the next.
 */
@Injectable({ providedIn: 'root' })
export class Kept {
  private readonly session = inject(Session);

  constructor() {
    erase((_, entry) => entry === null || Date.now() - entry.at > MOST_MILLISECONDS);
    effect(() => {
      const owner = this.session.current()?.account.id;
      if (owner !== undefined) erase((key) => !key.startsWith(`${PREFIX}${owner}.`));
    });
    inject(Router)
      .events.pipe(filter((event) => event instanceof NavigationEnd))
      .subscribe(({ urlAfterRedirects }) => {
        if (leftOnPurpose(urlAfterRedirects)) erase(() => true);
      });
  }

  /** Null when nothing is kept under the name. Whoever reads it judges its shape: it may be older than the page. */
  read(name: string): unknown {
    const key = this.key(name);
    return key === null ? null : (entryOf(key)?.value ?? null);
  }

  /** @returns false when this browser keeps nothing, or nobody is signed in: it lives on screen alone */
  keep(name: string, value: unknown): boolean {
    const key = this.key(name);
    if (key === null) return false;
    try {
      localStorage.setItem(key, JSON.stringify({ at: Date.now(), value } satisfies Entry));
      return true;
    } catch {
      return false;
    }
  }

  forget(name: string): void {
    const own = this.key(name);
    erase((key) => key === own);
  }

  private key(name: string): string | null {
    const session = this.session.current();
    return session === null ? null : `${PREFIX}${session.account.id}.${session.assignment.id}.${name}`;
  }
}

/** The door without a page to come back to. After idleness or a lost session the same person comes back. */
export function leftOnPurpose(address: string): boolean {
  const [path, query] = address.split('?');
  const words = new URLSearchParams(query);
  return (
    path === '/connexion' && !words.has('retour') && !['idle', 'lost', 'password'].includes(words.get('fin') ?? '')
  );
}

function entryOf(key: string): Entry | null {
  try {
    const entry = JSON.parse(localStorage.getItem(key) ?? 'null') as Partial<Entry> | null;
    return typeof entry?.at === 'number' && 'value' in entry ? (entry as Entry) : null;
  } catch {
    return null;
  }
}

function erase(which: (key: string, entry: Entry | null) => boolean): void {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
    for (const key of keys.filter((one) => which(one, entryOf(one)))) localStorage.removeItem(key);
  } catch {
    // A browser that lets nothing be kept has nothing to erase.
  }
}
