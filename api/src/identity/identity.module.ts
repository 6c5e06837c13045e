import { Global, Module } from '@nestjs/common';
import { AssignmentsService } from './assignments.service.js';
import { SecurityLog } from './security-log.js';
import { SessionController } from './session.controller.js';
import { SessionGuard } from './session.guard.js';
import { SessionService } from './session.service.js';
import { SessionStore } from './session.store.js';
import { SignInThrottle } from './sign-in-throttle.js';

@Global()
@Module({
  controllers: [SessionController],
  providers: [SessionStore, SessionService, SessionGuard, SignInThrottle, SecurityLog, AssignmentsService],
  exports: [SessionStore, SessionGuard, SecurityLog, AssignmentsService],
})
export class IdentityModule {}
