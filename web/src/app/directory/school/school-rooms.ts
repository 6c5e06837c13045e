import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, type RoomAnswer, roomsAdd, roomsChange, roomsRemove, schoolsRooms } from '@parc/api-client';
import { ConfirmDialog, counted, Icon, Notice, StatePanel, Toasts } from '@parc/ui';
import { byName } from '../../shell/by-name';
import { may } from '../../shell/may';
import type { Values } from '../../shell/forms/fields';
import { StepForm } from '../../shell/forms/step-form';
import { mutation, onVersion } from '../../shell/mutation';
import { Problem } from '../../shell/problem';
import { reading } from '../../shell/reading';
import { roomForm, roomRequest } from './room-form';
import { ProblemPanel } from '../../shell/problem-panel';

/** The rooms that an order may name: each with its power and its network, added, renamed or taken away in place. */
@Component({
  selector: 'parc-school-rooms',
  imports: [ConfirmDialog, Icon, Notice, ProblemPanel, RouterLink, StatePanel, StepForm],
  templateUrl: './school-rooms.html',
  styleUrl: './school-rooms.css',
})
export class SchoolRooms {
  readonly schoolId = input.required<string>();
  readonly writes = input(false);

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly reading = reading({
    asked: this.schoolId,
    load: async (id) => byName((await this.api.invoke(schoolsRooms, { id })).items),
  });
  protected readonly rooms = this.reading.value;
  protected readonly failed = this.reading.failed;
  protected readonly title = computed(() => {
    const rooms = this.rooms();
    if (rooms === null) return 'Salles';
    return rooms.length === 0 ? 'Aucune salle' : counted(rooms.length, 'salle');
  });

  /** The room being written, "new" for one to come. */
  protected readonly opened = linkedSignal<string, RoomAnswer | 'new' | null>({
    source: this.schoolId,
    computation: () => null,
  });
  protected readonly form = computed(() => {
    const opened = this.opened();
    return opened === null ? null : roomForm(opened === 'new' ? null : opened);
  });
  protected readonly leaving = linkedSignal<string, RoomAnswer | null>({
    source: this.schoolId,
    computation: () => null,
  });

  protected readonly writing = mutation((key, room: RoomAnswer | 'new', values: Values) => {
    const what = { id: this.schoolId(), body: roomRequest(values) };
    return room === 'new'
      ? this.api.invoke(roomsAdd, { 'Idempotency-Key': key, ...what })
      : this.api.invoke(roomsChange, { ...onVersion(key, room.version), roomId: room.id, ...what });
  });
  protected readonly removing = mutation((key, room: RoomAnswer) =>
    this.api.invoke(roomsRemove, { ...onVersion(key, room.version), id: this.schoolId(), roomId: room.id }),
  );

  private readonly places = may('equipment.place');
  /** Where what stands in the room is moved, or read by who moves nothing. */
  protected readonly emptying = computed(() =>
    this.places()
      ? { path: '/parc/annee', query: { ecole: this.schoolId(), moment: 'rentree' } }
      : { path: '/parc/appareils', query: { ecole: this.schoolId(), salle: this.leaving()?.id } },
  );
  protected readonly emptyingWords = computed(() => (this.places() ? 'Déplacer ces appareils' : 'Voir ces appareils'));

  /** A name already taken is said beside the name. */
  protected readonly refused = computed(() => {
    const problem = this.writing.problem();
    if (problem?.code !== 'room.name-taken') return problem;
    const { code, sentence } = problem;
    return new Problem(422, code, sentence, [{ name: 'name', code, message: sentence }]);
  });

  protected open(room: RoomAnswer | 'new'): void {
    this.writing.forget();
    this.removing.forget();
    this.opened.set(room);
  }

  protected close(): void {
    this.writing.forget();
    this.opened.set(null);
  }

  protected editing(room: RoomAnswer): boolean {
    const opened = this.opened();
    return opened !== null && opened !== 'new' && opened.id === room.id;
  }

  protected readAgain(): void {
    this.close();
    this.reading.reload();
  }

  protected async keep(values: Values): Promise<void> {
    const opened = this.opened();
    const kept = opened === null ? null : await this.writing.run(opened, values);
    if (kept === null) return;
    this.toasts.say(opened === 'new' ? `Salle ajoutée : ${kept.name}` : `Salle modifiée : ${kept.name}`);
    this.readAgain();
  }

  protected async remove(dialog: ConfirmDialog): Promise<void> {
    const room = this.leaving();
    const done = room === null ? null : await this.removing.run(room);
    dialog.close();
    if (done === null) return;
    this.toasts.say(`Salle retirée : ${done.name}`);
    this.readAgain();
  }
}
