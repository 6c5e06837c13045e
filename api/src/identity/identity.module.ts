import { Global, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { TokenReaders } from '../platform/http/token-readers.js';
import { AccountAccess } from './account.access.js';
import { AccountsController, AssignmentsController } from './accounts.controller.js';
import { AccountsQueries } from './accounts.queries.js';
import { AccountsService } from './accounts.service.js';
import { ActorsService } from './actors.service.js';
import { AssignmentsService } from './assignments.service.js';
import { ChangedSession } from './changed-session.js';
import { ConfirmationCodes } from './confirmation-codes.js';
import { CredentialLinks } from './credential-links.service.js';
import { DeputiesController } from './deputies.controller.js';
import { DeputiesService } from './deputies.service.js';
import { DeputyAccess } from './deputy.access.js';
import { FirstAdministrator } from './first-administrator.js';
import { GrantsService } from './grants.service.js';
import { OwnAccountController, PasswordLinksController } from './own-account.controller.js';
import { OwnAccountService } from './own-account.service.js';
import { PasskeyRows } from './passkey.rows.js';
import { PasskeysController } from './passkeys.controller.js';
import { PasskeysService } from './passkeys.service.js';
import { PhoneRows } from './phone.rows.js';
import { PhonesController } from './phones.controller.js';
import { PhonesService } from './phones.service.js';
import { RequestPace } from './request-pace.js';
import { SealedCodes } from './sealed-codes.js';
import { SecurityLog } from './security-log.js';
import { SessionController } from './session.controller.js';
import { SessionGuard } from './session.guard.js';
import { SessionService } from './session.service.js';
import { SessionStore } from './session.store.js';
import { SignInThrottle } from './sign-in-throttle.js';

@Global()
@Module({
  controllers: [
    SessionController,
    OwnAccountController,
    PasswordLinksController,
    AccountsController,
    AssignmentsController,
    DeputiesController,
    PhonesController,
    PasskeysController,
  ],
  providers: [
    SessionStore,
    SessionService,
    SessionGuard,
    TokenReaders,
    RequestPace,
    SignInThrottle,
    SecurityLog,
    ActorsService,
    AssignmentsService,
    CredentialLinks,
    OwnAccountService,
    PhoneRows,
    PhonesService,
    PasskeyRows,
    PasskeysService,
    AccountAccess,
    AccountsQueries,
    AccountsService,
    GrantsService,
    DeputyAccess,
    DeputiesService,
    ConfirmationCodes,
    SealedCodes,
    FirstAdministrator,
    { provide: APP_INTERCEPTOR, useClass: ChangedSession },
  ],
  exports: [
    SessionStore,
    SessionGuard,
    TokenReaders,
    ActorsService,
    AssignmentsService,
    ConfirmationCodes,
    SealedCodes,
  ],
})
export class IdentityModule {}
