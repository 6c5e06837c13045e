import { Pipe, type PipeTransform } from '@angular/core';
import { day, dayAndTime, dayOfYear, shortDay, time } from './dates.js';
import { duration, remaining } from './durations.js';
import { amount, money, shortMoney, signedMoney } from './money.js';
import { counted } from './typography.js';

/** `{{ 43100 | money }}` → "431,00 €". */
@Pipe({ name: 'money' })
export class MoneyPipe implements PipeTransform {
  transform(amountCents: number, form: 'whole' | 'short' | 'signed' | 'bare' = 'whole'): string {
    if (form === 'short') return shortMoney(amountCents);
    if (form === 'signed') return signedMoney(amountCents);
    return form === 'bare' ? amount(amountCents) : money(amountCents);
  }
}

/** `{{ '2026-11-24' | day }}` → "mar. 24 nov."; `'short'` "24 nov.", `'year'` "24 nov. 2026", `'time'` with the hour. */
@Pipe({ name: 'day' })
export class DayPipe implements PipeTransform {
  transform(moment: string, form: 'week' | 'short' | 'year' | 'time' = 'week'): string {
    if (form === 'short') return shortDay(moment);
    if (form === 'year') return dayOfYear(moment);
    return form === 'time' ? dayAndTime(moment) : day(moment);
  }
}

/** `{{ '2026-11-24T15:45:00Z' | time }}` → "16 h 45". */
@Pipe({ name: 'time' })
export class TimePipe implements PipeTransform {
  transform(moment: string): string {
    return time(moment);
  }
}

/** `{{ 130 | duration }}` → "2 h 10"; `'remaining'` → "encore 2 h 10". */
@Pipe({ name: 'duration' })
export class DurationPipe implements PipeTransform {
  transform(minutes: number, form: 'plain' | 'remaining' = 'plain'): string {
    return form === 'remaining' ? remaining(minutes) : duration(minutes);
  }
}

/** `{{ 12 | counted: 'poste' }}` → "12 postes". */
@Pipe({ name: 'counted' })
export class CountedPipe implements PipeTransform {
  transform(count: number, singular: string, plural?: string): string {
    return counted(count, singular, plural);
  }
}
