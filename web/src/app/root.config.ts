import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { type ApplicationConfig, inject, provideZonelessChangeDetection } from '@angular/core';
import {
  provideRouter,
  RouteReuseStrategy,
  TitleStrategy,
  withComponentInputBinding,
  withInMemoryScrolling,
  withNavigationErrorHandler,
} from '@angular/router';
import { Toasts } from '@parc/ui/first-page';
import { provideFrenchText } from './shell/french-text';
import { attachSession, keepPending, readProblem } from './shell/interceptors';
import { PageTitle } from './shell/page-title';
import { RolePages } from './shell/role-pages';
import { DOMAINS } from './domains';
import { WEB_DOMAINS } from './shell/domain';
import { routes } from './routes';

export const rootConfig: ApplicationConfig = {
  providers: [
    provideZonelessChangeDetection(),
    provideHttpClient(withInterceptors([keepPending, attachSession, readProblem])),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled' }),
      withNavigationErrorHandler(() =>
        inject(Toasts).warn('La page ne s’ouvre pas. Vérifiez le réseau.', {
          label: 'Recharger',
          run: () => location.reload(),
        }),
      ),
    ),
    { provide: WEB_DOMAINS, useValue: DOMAINS },
    { provide: TitleStrategy, useExisting: PageTitle },
    { provide: RouteReuseStrategy, useClass: RolePages },
    provideFrenchText(),
  ],
};
