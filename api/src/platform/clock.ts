import { Injectable } from '@nestjs/common';
import { parisDateOf } from '@parc/domain';

/** The one place the time comes from, so that tests and jobs can pass another. */
@Injectable()
export class Clock {
  private minute = Number.NaN;
  private day = '';

  now(): Date {
    return new Date();
  }

  /** Today in Europe/Paris, as an ISO date: dates of school life are Paris dates. */
  today(): string {
    const now = this.now();
    const minute = Math.floor(now.getTime() / 60_000);
    // A day begins on a minute: the calendar of a time zone is asked once in each, not at every request.
    if (minute !== this.minute) [this.minute, this.day] = [minute, parisDateOf(now)];
    return this.day;
  }
}
