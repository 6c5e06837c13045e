import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { type ApplicationConfig, inject, type Injector, provideZonelessChangeDetection } from '@angular/core';
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
import { isEnrolledPhone } from './offline/enrolled';
import { WEB_DOMAINS } from './shell/domain';
import { PHONE_WORK, type PhoneWork } from './shell/phone';
import { routes } from './routes';

/** Loaded on an enrolled phone alone: no other browser pays for it, nor keeps anything. */
async function phoneWork(injector: Injector): Promise<PhoneWork | null> {
  if (!(await isEnrolledPhone())) return null;
  const { OfflinePhone } = await import('./offline/offline-phone');
  const work = injector.get(OfflinePhone);
  await work.read();
  return work;
}

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
    { provide: PHONE_WORK, useValue: phoneWork },
    { provide: TitleStrategy, useExisting: PageTitle },
    { provide: RouteReuseStrategy, useClass: RolePages },
    provideFrenchText(),
  ],
};
