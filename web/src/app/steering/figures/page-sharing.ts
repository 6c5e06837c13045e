import { DOCUMENT } from '@angular/common';
import { inject } from '@angular/core';
import { Router } from '@angular/router';
import { Toasts } from '@parc/ui';
import { HOME_PATH } from '../../shell/homes/homes';

/** Hands a page on: by its address, on paper. For an injection context. @param ownAddress of the page where it stands as a first page */
export function pageSharing(ownAddress: string) {
  const [document, router, toasts] = [inject(DOCUMENT), inject(Router), inject(Toasts)];
  return {
    /** The address with its filters: who opens it sees the same. */
    async copy(): Promise<void> {
      const shown = router.url.replace(new RegExp(`^/${HOME_PATH}(?=[?#]|$)`), ownAddress);
      const address = `${document.location.origin}${shown}`;
      try {
        await document.defaultView!.navigator.clipboard.writeText(address);
        toasts.say('Adresse copiée : elle garde vos filtres.');
      } catch {
        toasts.say(`Copiez cette adresse : ${address}`);
      }
    },
    print(): void {
      document.defaultView!.print();
    },
  };
}
