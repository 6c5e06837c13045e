import { Pipe, type PipeTransform } from '@angular/core';
import { shortDay } from '@parc/ui';

/** « 29 nov. » */
@Pipe({ name: 'dayShort' })
export class DayShortPipe implements PipeTransform {
  transform(day: string): string {
    return shortDay(day);
  }
}
