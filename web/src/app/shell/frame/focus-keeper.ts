import { DestroyRef, inject, Injectable } from '@angular/core';

/** What a person takes for one thing on the page: in the nearest of them that is left they go on. */
const PLACES = 'form, li, fieldset, section, article, aside, [role=region], main';

/**
 * Whoever works by keyboard goes on where they were: a form that takes the place of its button, a button that takes the place
 * of its form, a button that waits for its answer. A browser would begin again at the top of the page.
 */
@Injectable({ providedIn: 'root' })
export class FocusKeeper {
  private last: HTMLElement | null = null;
  /** The places that held it, the nearest first: once it is gone it has none. */
  private places: readonly HTMLElement[] = [];
  private isWaiting = false;

  constructor() {
    const note = ({ target }: FocusEvent): void => this.note(target);
    const leave = (): void => queueMicrotask(() => this.leave());
    const changes = new MutationObserver(() => this.look());
    document.addEventListener('focusin', note);
    document.addEventListener('focusout', leave);
    changes.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });
    inject(DestroyRef).onDestroy(() => {
      document.removeEventListener('focusin', note);
      document.removeEventListener('focusout', leave);
      changes.disconnect();
    });
  }

  private note(target: EventTarget | null): void {
    if (!(target instanceof HTMLElement)) return;
    this.last = target;
    this.isWaiting = false;
    const places: HTMLElement[] = [];
    for (let place = target.parentElement?.closest<HTMLElement>(PLACES); place;)
      place = places[places.push(place) - 1]!.parentElement?.closest<HTMLElement>(PLACES);
    this.places = places;
  }

  /** Left on purpose, for no other: the page is at rest. */
  private leave(): void {
    if (this.last?.isConnected && !isDisabled(this.last) && isNowhere()) this.last = null;
  }

  private look(): void {
    if (this.last === null) return;
    // The browser takes the focus away a moment later, when it draws.
    if (this.last.isConnected && isDisabled(this.last)) this.isWaiting = true;
    else if (!isNowhere() || document.querySelector('dialog[open]') !== null) return;
    else if (!this.last.isConnected) this.goOn();
    else if (this.isWaiting) this.last.focus({ preventScroll: true });
  }

  private goOn(): void {
    const left = this.places.filter(({ isConnected }) => isConnected);
    const main = document.querySelector('main');
    this.last = null;
    for (const place of main === null ? left : [...left, main]) {
      const isPlain = !place.hasAttribute('tabindex');
      if (isPlain) place.tabIndex = -1;
      place.focus({ preventScroll: true });
      if (isPlain) place.addEventListener('blur', () => place.removeAttribute('tabindex'), { once: true });
      if (document.activeElement === place) return;
    }
  }
}

function isNowhere(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

function isDisabled(element: HTMLElement): boolean {
  return element.matches(':disabled');
}
