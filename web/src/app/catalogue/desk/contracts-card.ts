import { Component, computed, inject } from '@angular/core';
import { DeskReading } from '../../home/desk/desk-reading';
import { contractRoom } from './contract-room';

/** On the manager's first page: the contracts that have passed their alarm, and what is left of each. */
@Component({
  selector: 'parc-contracts-card',
  templateUrl: './contracts-card.html',
  styleUrl: './contracts-card.css',
})
export class ContractsCard {
  private readonly read = inject(DeskReading);
  protected readonly contracts = computed(() =>
    (this.read.desk()?.contracts ?? []).map((contract) => ({ contract, room: contractRoom(contract) })),
  );
}
