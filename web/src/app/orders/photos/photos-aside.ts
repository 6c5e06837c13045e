import { effect, inject, Injectable } from '@angular/core';
import { NavigationEnd, Router } from '@angular/router';
import { filter } from 'rxjs';
import { leftOnPurpose } from '../../shell/kept/kept';
import { Session } from '../../shell/session';

/** Which photos: of one kind, of one order. */
interface PhotoPlace {
  readonly orderId: string;
  readonly kind: string;
}

/** A photo with the key under which it was sent, or will be. */
export interface PhotoAside {
  readonly file: File;
  readonly key: string;
}

/**
 * Photos that had not left when their page closed: a session that ended, a role taken elsewhere, a network that failed. In
 * the memory of this tab alone, for the same person under the same role; leaving on purpose, or somebody else who signs in,
 * ends it.
 */
@Injectable({ providedIn: 'root' })
export class PhotosAside {
  private readonly session = inject(Session);
  private readonly waiting = new Map<string, readonly PhotoAside[]>();
  private accountId: string | null = null;

  constructor() {
    effect(() => {
      const accountId = this.session.current()?.account.id ?? null;
      if (accountId === null || accountId === this.accountId) return;
      this.accountId = accountId;
      this.waiting.clear();
    });
    inject(Router)
      .events.pipe(filter((event) => event instanceof NavigationEnd))
      .subscribe(({ urlAfterRedirects }) => leftOnPurpose(urlAfterRedirects) && this.waiting.clear());
  }

  /** Under whose role photos are taken now; null when nobody is signed in. */
  owner(): string | null {
    const session = this.session.current();
    return session === null ? null : `${session.account.id} ${session.assignment.id}`;
  }

  put(owner: string | null, place: PhotoPlace, photos: readonly PhotoAside[]): void {
    if (owner === null || photos.length === 0) return;
    const key = keyOf(owner, place);
    this.waiting.set(key, [...(this.waiting.get(key) ?? []), ...photos]);
  }

  /** What waits there for whoever is signed in, who takes it over. */
  take(place: PhotoPlace): readonly PhotoAside[] {
    const owner = this.owner();
    if (owner === null) return [];
    const key = keyOf(owner, place);
    const photos = this.waiting.get(key) ?? [];
    this.waiting.delete(key);
    return photos;
  }
}

function keyOf(owner: string, { orderId, kind }: PhotoPlace): string {
  return `${owner} ${orderId} ${kind}`;
}
