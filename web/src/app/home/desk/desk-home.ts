import { Component, computed, effect, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, homeDesk, ordersTabs } from '@parc/api-client';
import { BudgetBar, DayPipe, Icon, StateChip, StatePanel } from '@parc/ui';
import { reading } from '../../shell/reading';
import { Rooms } from '../../shell/rooms';
import { CONVENTION_STATES, type ConventionState } from '@parc/domain';
import { approvable, contractRoom, deskLines, deskTitle } from './desk-words';
import { ProblemPanel } from '../../shell/problem-panel';

/** The manager's first page: what waits for a decision, then what will soon. */
@Component({
  selector: 'parc-desk-home',
  imports: [BudgetBar, DayPipe, Icon, ProblemPanel, RouterLink, StateChip, StatePanel],
  templateUrl: './desk-home.html',
  styleUrl: './desk-home.css',
})
export class DeskHomePage {
  private readonly api = inject(Api);
  private readonly rooms = inject(Rooms);

  protected readonly read = reading({
    load: async () => {
      const [desk, { tabs }] = await Promise.all([this.api.invoke(homeDesk), this.api.invoke(ordersTabs)]);
      return { desk, tabs };
    },
  });
  protected readonly shown = this.read.value;
  protected readonly failed = this.read.failed;

  protected readonly toApprove = computed(() => approvable(this.shown()?.tabs ?? []));
  protected readonly title = computed(() => (this.shown() === null ? 'Bureau' : deskTitle(this.toApprove())));
  protected readonly lines = computed(() => {
    const shown = this.shown();
    return shown === null ? [] : deskLines(shown.desk, shown.tabs);
  });
  protected readonly contracts = computed(() =>
    (this.shown()?.desk.contracts ?? []).map((contract) => ({ contract, room: contractRoom(contract) })),
  );
  protected readonly conventions = computed(() =>
    (this.shown()?.desk.conventions ?? []).map((convention) => ({
      convention,
      words: CONVENTION_STATES[convention.state as ConventionState],
    })),
  );
  protected readonly opensConventions = computed(() =>
    this.rooms.of('plan-manager').some(({ path }) => path === 'conventions'),
  );

  constructor() {
    effect(() => {
      if (this.shown() !== null) this.rooms.setWaiting('commandes', this.toApprove().count);
    });
  }

  protected reload(): void {
    this.read.reload();
  }
}
