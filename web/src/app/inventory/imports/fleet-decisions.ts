import { Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import type { FleetDecisionRequest, FleetEntry, FleetWord, RoomAnswer, StockPlaceAnswer } from '@parc/api-client';
import { EQUIPMENT_STATES, FLEET_STATES, FLEET_TOPIC_NAMES, FLEET_TOPICS } from '@parc/domain';
import { CountedPipe, Icon, type PickerOption } from '@parc/ui';
import { ModelPicker } from '../deliveries/model-picker';
import { SchoolPicker } from '../lists/school-picker';
import { FleetRoom } from './fleet-room';
import { wordLabel } from './fleet-import-words';

/** Of one kind at once: whoever answers sees the end of it, and each question asks the server for its choices. */
const SHOWN = 10;

/** What somebody answered, and is not sent yet. */
interface Answered {
  readonly label: string;
  readonly decision: FleetDecisionRequest;
  /** Where a school is the answer: its name alone, whatever room is chosen in it. */
  readonly school: { readonly id: string; readonly label: string } | null;
}

/** The words of a list that nobody could understand: each answered once, for all the rows that have it; sent together. */
@Component({
  selector: 'parc-fleet-decisions',
  imports: [CountedPipe, FleetRoom, Icon, ModelPicker, SchoolPicker],
  templateUrl: './fleet-decisions.html',
  styleUrl: './fleet-decisions.css',
})
export class FleetDecisions {
  readonly entry = input.required<Pick<FleetEntry, 'words' | 'undecided' | 'recognised'>>();
  readonly stockPlaces = input<readonly StockPlaceAnswer[]>([]);
  readonly pending = input(false);
  readonly decided = output<FleetDecisionRequest[]>();

  protected readonly answers = linkedSignal<unknown, ReadonlyMap<FleetWord, Answered>>({
    source: () => this.entry(),
    computation: () => new Map(),
  });
  /** Words that are answered anew. */
  protected readonly opened = linkedSignal<unknown, readonly FleetWord[]>({
    source: () => this.entry(),
    computation: () => [],
  });
  protected readonly showsDecided = signal(false);
  protected readonly topics = computed(() =>
    FLEET_TOPIC_NAMES.map((topic) => {
      const words = this.entry().words.filter((word) => word.topic === topic);
      const asked = words.filter(({ meaning }) => meaning === null).slice(0, SHOWN);
      const told = this.showsDecided() ? words.filter(({ meaning }) => meaning !== null) : [];
      return { topic, title: FLEET_TOPICS[topic], words: [...asked, ...told] };
    }).filter(({ words }) => words.length > 0),
  );
  /** Words that come once those before them are answered. */
  protected readonly later = computed(() => {
    const shown = this.topics().flatMap(({ words }) => words.filter(({ meaning }) => meaning === null));
    return this.entry().undecided - shown.length;
  });
  protected readonly told = computed(() => this.entry().words.filter(({ meaning }) => meaning !== null).length);
  protected readonly states = FLEET_STATES.map((state) => ({ state, label: EQUIPMENT_STATES[state].word }));
  protected readonly label = wordLabel;

  protected isAsked(word: FleetWord): boolean {
    return !this.answers().has(word) && (word.meaning === null || this.opened().includes(word));
  }

  protected meaningOf(word: FleetWord): string {
    return this.answers().get(word)?.label ?? word.meaning?.label ?? '';
  }

  protected schoolOf(word: FleetWord): string | null {
    return this.answers().get(word)?.school?.id ?? null;
  }

  protected idOf(word: FleetWord): string {
    return `mot-${word.topic}-${this.entry().words.indexOf(word)}`;
  }

  protected change(word: FleetWord): void {
    this.answers.update((answers) => new Map([...answers].filter(([one]) => one !== word)));
    this.opened.update((opened) => [...opened, word]);
  }

  protected leaveOut(word: FleetWord): void {
    this.answer(word, 'Laissé de côté', {});
  }

  protected state(word: FleetWord, state: string): void {
    const found = FLEET_STATES.find((one) => one === state);
    if (found) this.answer(word, EQUIPMENT_STATES[found].word, { state: found });
  }

  protected stock(word: FleetWord, stockPlaceId: string): void {
    const place = this.stockPlaces().find(({ id }) => id === stockPlaceId);
    if (place) this.answer(word, place.name, { stockPlaceId });
  }

  protected school(word: FleetWord, { id, label, detail = '' }: PickerOption): void {
    const school = { id, label: `${label}, ${detail}` };
    this.answer(word, school.label, { schoolId: id }, school);
  }

  protected room(word: FleetWord, room: RoomAnswer | null): void {
    const school = this.answers().get(word)?.school;
    if (!school) return;
    const label = room === null ? school.label : `${school.label}, ${room.name}`;
    this.answer(word, label, { schoolId: school.id, ...(room && { roomId: room.id }) }, school);
  }

  protected model(word: FleetWord, { id, label }: PickerOption): void {
    this.answer(word, label, { modelId: id });
  }

  protected send(): void {
    this.decided.emit([...this.answers().values()].map(({ decision }) => decision));
  }

  private answer(
    word: FleetWord,
    label: string,
    meaning: Omit<FleetDecisionRequest, 'topic' | 'text'>,
    school: Answered['school'] = null,
  ): void {
    const { topic, text } = word;
    const answered = { label, school, decision: { topic, text, ...meaning } };
    this.answers.update((answers) => new Map([...answers, [word, answered]]));
  }
}
