import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CONVENTION_STATES, type ConventionState } from '@parc/domain';
import { DayPipe, StateChip } from '@parc/ui';
import { DeskReading } from '../../home/desk/desk-reading';

/** On the manager's first page: the conventions that are on their way, or near their term. */
@Component({
  selector: 'parc-followed-conventions-card',
  imports: [DayPipe, RouterLink, StateChip],
  templateUrl: './followed-conventions-card.html',
  styleUrl: './followed-conventions-card.css',
})
export class FollowedConventionsCard {
  private readonly read = inject(DeskReading);
  protected readonly conventions = computed(() =>
    (this.read.desk()?.conventions ?? []).map((convention) => ({
      convention,
      words: CONVENTION_STATES[convention.state as ConventionState],
    })),
  );
}
