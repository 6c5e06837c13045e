import { Component, computed, effect, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ORDER_VIEWS } from '@parc/domain';
import { Icon, StatePanel } from '@parc/ui';
import { HomeCards } from '../../shell/homes/home-cards';
import { ProblemPanel } from '../../shell/problem-panel';
import { Rooms } from '../../shell/rooms';
import { DeskReading } from './desk-reading';
import { approvable, deskTitle } from './desk-words';

/** The manager's first page: what waits for a decision, then what will soon. Its cards come from their domains. */
@Component({
  selector: 'parc-desk-home',
  imports: [HomeCards, Icon, ProblemPanel, RouterLink, StatePanel],
  providers: [DeskReading],
  templateUrl: './desk-home.html',
})
export class DeskHomePage {
  protected readonly read = inject(DeskReading);

  protected readonly approving = { vue: ORDER_VIEWS['to-approve'].slug };
  protected readonly toApprove = computed(() => approvable(this.read.tabs()));
  protected readonly title = computed(() => (this.read.desk() === null ? 'Bureau' : deskTitle(this.toApprove())));

  constructor() {
    const rooms = inject(Rooms);
    effect(() => {
      if (this.read.desk() !== null) rooms.setWaiting('commandes', this.toApprove().count);
    });
  }
}
