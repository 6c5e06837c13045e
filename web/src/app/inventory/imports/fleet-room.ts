import { Component, inject, input, output } from '@angular/core';
import { Api, schoolsRooms, type RoomAnswer } from '@parc/api-client';
import { byName } from '../../shell/by-name';
import { reading } from '../../shell/reading';

/** In which room of the school that was answered the devices stand: one for all the rows of the word, or as each row says. */
@Component({
  selector: 'parc-fleet-room',
  template: `
    <label [attr.for]="controlId()">
      <span class="label">Salle pour {{ label() }}</span>
      <select #chosen class="control" [id]="controlId()" [disabled]="pending()" (change)="choose(chosen.value)">
        <option value="">Celle que dit le fichier</option>
        @for (room of rooms.value() ?? []; track room.id) {
          <option [value]="room.id">{{ room.name }}</option>
        }
      </select>
    </label>
    @if (rooms.failed(); as problem) {
      <p class="small" role="alert">
        {{ problem.sentence }}
        <button type="button" class="button-as-link" (click)="rooms.reload()">Réessayer</button>
      </p>
    }
  `,
})
export class FleetRoom {
  readonly controlId = input.required<string>();
  readonly label = input.required<string>();
  readonly schoolId = input.required<string>();
  readonly pending = input(false);
  /** Null: as each row says. */
  readonly picked = output<RoomAnswer | null>();

  private readonly api = inject(Api);
  protected readonly rooms = reading({
    asked: () => ({ id: this.schoolId() }),
    load: async (asked) => byName((await this.api.invoke(schoolsRooms, asked)).items),
  });

  protected choose(roomId: string): void {
    this.picked.emit(this.rooms.value()?.find(({ id }) => id === roomId) ?? null);
  }
}
