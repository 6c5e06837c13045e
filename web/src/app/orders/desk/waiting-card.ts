import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '@parc/ui';
import { DeskReading } from '../../home/desk/desk-reading';
import { waitingLines } from './waiting-lines';

/** On the manager's first page: the orders that wait for somebody of the metropole, by what they wait for. */
@Component({
  selector: 'parc-waiting-card',
  imports: [Icon, RouterLink],
  templateUrl: './waiting-card.html',
  styleUrl: './waiting-card.css',
})
export class WaitingCard {
  private readonly read = inject(DeskReading);
  protected readonly lines = computed(() => {
    const desk = this.read.desk();
    return desk === null ? [] : waitingLines(desk, this.read.tabs());
  });
}
