import { Component, computed, effect, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon, longDay, money, StatePanel } from '@parc/ui';
import { HomeCards } from '../../shell/homes/home-cards';
import { Rooms } from '../../shell/rooms';
import { SchoolReading } from './school-reading';

/** The school's first screen: the answer is the title, then what waits, then what goes on. Its cards come from their domains. */
@Component({
  selector: 'parc-school-home',
  imports: [HomeCards, Icon, RouterLink, StatePanel],
  providers: [SchoolReading],
  templateUrl: './school-home.html',
})
export class SchoolHomePage {
  protected readonly read = inject(SchoolReading);

  protected readonly title = computed(() => {
    const budget = this.read.home()?.budget;
    return budget ? `Il vous reste ${money(budget.availableCents)}` : 'Bonjour';
  });
  protected readonly until = computed(() => {
    const home = this.read.home();
    return home === null ? '' : `à envoyer avant le ${longDay(home.cutOff)}`;
  });

  constructor() {
    const rooms = inject(Rooms);
    effect(() => {
      const home = this.read.home();
      if (home !== null) rooms.setWaiting('commandes', home.waiting.length);
    });
  }
}
