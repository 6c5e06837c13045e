import { Injectable, signal } from '@angular/core';

/** Somebody leaves while work waits here: a sheet asks what becomes of it. */
@Injectable({ providedIn: 'root' })
export class Leaving {
  private readonly answering = signal<((goes: boolean) => void) | null>(null);

  readonly asked = this.answering.asReadonly();

  /** @returns whether they go */
  ask(): Promise<boolean> {
    return new Promise((resolve) => this.answering.set(resolve));
  }

  answer(goes: boolean): void {
    this.answering()?.(goes);
    this.answering.set(null);
  }
}
