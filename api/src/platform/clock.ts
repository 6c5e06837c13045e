import { Injectable } from '@nestjs/common';
import { parisDateOf } from '@parc/domain';

/** The one place the time comes from, so that tests and jobs can pass another. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  /** Today in Europe/Paris, as an ISO date: dates of school life are Paris dates. */
  today(): string {
    return parisDateOf(this.now());
  }
}
