import type { LoggerService } from '@nestjs/common';
import pino from 'pino';

/** Structured logs on standard output, one JSON object a line; callers pass no secret and nothing a person typed. */
export class JsonLogger implements LoggerService {
  private readonly logger: pino.Logger;

  constructor(level: string) {
    this.logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  }

  log(message: unknown, context?: string): void {
    // Nest tells each module it loads; that is of no use to who runs the service.
    if (
      context === 'InstanceLoader' ||
      context === 'RouterExplorer' ||
      context === 'RoutesResolver' ||
      context === 'NestFactory'
    )
      return;
    this.logger.info(entry(message, context));
  }

  error(message: unknown, stack?: string, context?: string): void {
    this.logger.error({ ...entry(message, context ?? stack), ...(context && stack ? { stack } : {}) });
  }

  warn(message: unknown, context?: string): void {
    this.logger.warn(entry(message, context));
  }

  debug(message: unknown, context?: string): void {
    this.logger.debug(entry(message, context));
  }

  fatal(message: unknown, context?: string): void {
    this.logger.fatal(entry(message, context));
  }
}

function entry(message: unknown, context?: string): Record<string, unknown> {
  return { context, ...(typeof message === 'object' && message !== null ? message : { message: String(message) }) };
}
