import { channel } from 'node:diagnostics_channel';
import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { QueryFailedError } from 'typeorm';
import type { DatabaseFault } from '../database/faults.js';
import type { RefusalReader } from './refusal-reader.js';
import { PROBLEM_TYPE, problemDocument } from './refused.js';

/** Where what was thrown is published whole: nobody listens but a test, whose 500 shows its cause. */
export const FAULTS = 'parc.faults';

export interface Fault {
  request: FastifyRequest;
  thrown: unknown;
}

/** Turns whatever was thrown into a problem document; nothing of the inside is ever told. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');
  private readonly faults = channel(FAULTS);

  constructor(
    private readonly refusals: RefusalReader,
    private readonly indexPage: string | null,
  ) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const refused = this.refusals.of(thrown);
    if (this.indexPage && refused.code === 'route.not-found' && wantsPage(request)) {
      void (reply as unknown as { sendFile(name: string): void }).sendFile(this.indexPage);
      return;
    }
    if (refused.status >= 500) {
      this.logger.error({ code: refused.code, error: describe(thrown) });
      this.faults.publish({ request, thrown } satisfies Fault);
    }
    if (refused.detail.retryAfterSeconds) void reply.header('retry-after', String(refused.detail.retryAfterSeconds));
    void reply.status(refused.status).type(PROBLEM_TYPE).send(problemDocument(refused));
  }
}

/** A person's browser asking for a page of the web application, not a file or a service. */
function wantsPage(request: FastifyRequest): boolean {
  const path = request.url.split('?')[0]!;
  return (
    request.method === 'GET' &&
    !path.startsWith('/api') &&
    !/\.[a-z0-9]+$/i.test(path) &&
    String(request.headers.accept ?? '').includes('text/html')
  );
}

/** Name, database code and place of a fault: never its parameters, which hold what people typed. */
function describe(thrown: unknown): Record<string, unknown> {
  if (!(thrown instanceof Error)) return { thrown: typeof thrown };
  const fault = ((thrown as { driverError?: DatabaseFault }).driverError ?? thrown) as DatabaseFault;
  return {
    name: thrown.name,
    message: thrown instanceof QueryFailedError ? undefined : thrown.message,
    databaseCode: fault.code,
    constraint: fault.constraint,
    stack: thrown.stack
      ?.split('\n')
      .slice(1, 8)
      .map((line) => line.trim()),
  };
}
