import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { trustOf } from './platform/config/trusted-proxies.js';
import { requireDeclaredPermissions } from './platform/http/declared-permissions.js';
import type { Settings } from './platform/config/settings.js';
import { answerUnroutable, frameworkAnswers } from './platform/http/framework-refusals.js';
import { installHttp } from './platform/http/install.js';
import { serverTimeouts, waitPatiently, type Patience } from './platform/http/patience.js';
import { LIMITS } from './platform/limits.js';
import { JsonLogger } from './platform/logger.js';
import { serveDocumentation } from './platform/http/openapi.js';
import { plainAddress } from './platform/http/plain-address.js';
import { collectAfterStart } from './platform/start-garbage.js';

/** The application, ready but not listening: what tests drive too. */
export async function createApplication(
  settings: Settings,
  patience: Patience = LIMITS.http,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    trustProxy: trustOf(settings.TRUST_PROXY),
    bodyLimit: LIMITS.bodyBytes,
    ...serverTimeouts(patience),
    ...frameworkAnswers,
    return503OnClosing: false,
    routerOptions: { maxParamLength: 100 },
    rewriteUrl: ({ url }: { url?: string }) => plainAddress(url ?? ''),
  });
  const application = await NestFactory.create<NestFastifyApplication>(AppModule.with(settings), adapter, {
    logger: new JsonLogger(settings.LOG_LEVEL),
    abortOnError: false,
  });
  waitPatiently(application, patience);
  answerUnroutable(application);
  await installHttp(application, settings);
  requireDeclaredPermissions(application);
  serveDocumentation(application);
  await application.init();
  await application.getHttpAdapter().getInstance().ready();
  return application;
}

/** The same house with no database behind it: enough to describe its routes. */
export async function createUnconnectedApplication(settings: Settings): Promise<NestFastifyApplication> {
  const application = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(settings, { connected: false }),
    new FastifyAdapter(),
    { logger: false, abortOnError: false },
  );
  application.setGlobalPrefix('api/v1', { exclude: ['api/health/live', 'api/health/ready'] });
  return application;
}

/** Listens, and on SIGTERM or SIGINT answers what is under way before it stops. */
export async function startServer(settings: Settings): Promise<void> {
  const application = await createApplication(settings);
  await application.listen(settings.PORT, settings.HOST);
  new Logger('Server').log({ event: 'listening', port: settings.PORT });
  collectAfterStart();
  const stop = () => void application.close().then(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}
