import { Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import type { FleetDecisionRequest, FleetEntry, FleetWord, StockPlaceAnswer } from '@parc/api-client';
import { EQUIPMENT_STATES, FLEET_STATES, FLEET_TOPIC_NAMES, FLEET_TOPICS } from '@parc/domain';
import { CountedPipe, Icon, type PickerOption } from '@parc/ui';
import { ModelPicker } from '../deliveries/model-picker';
import { SchoolPicker } from '../lists/school-picker';
import { wordLabel } from './fleet-import-words';

/** The words of a list that nobody could understand: each answered once, for all the rows that have it. */
@Component({
  selector: 'parc-fleet-decisions',
  imports: [CountedPipe, Icon, ModelPicker, SchoolPicker],
  templateUrl: './fleet-decisions.html',
  styleUrl: './fleet-decisions.css',
})
export class FleetDecisions {
  readonly entry = input.required<Pick<FleetEntry, 'words' | 'undecided' | 'recognised'>>();
  readonly stockPlaces = input<readonly StockPlaceAnswer[]>([]);
  readonly pending = input(false);
  readonly decided = output<FleetDecisionRequest>();

  /** The word that is decided about anew. */
  protected readonly opened = linkedSignal<unknown, FleetWord | null>({
    source: () => this.entry(),
    computation: () => null,
  });
  protected readonly showsDecided = signal(false);
  protected readonly topics = computed(() =>
    FLEET_TOPIC_NAMES.map((topic) => {
      const words = this.entry().words.filter((word) => word.topic === topic);
      const asked = words.filter(({ meaning }) => meaning === null);
      return { topic, title: FLEET_TOPICS[topic], words: this.showsDecided() ? words : asked };
    }).filter(({ words }) => words.length > 0),
  );
  protected readonly answered = computed(() => this.entry().words.filter(({ meaning }) => meaning !== null).length);
  protected readonly states = FLEET_STATES.map((state) => ({ state, label: EQUIPMENT_STATES[state].word }));
  protected readonly label = wordLabel;

  protected isAsked(word: FleetWord): boolean {
    return word.meaning === null || this.opened() === word;
  }

  protected idOf(word: FleetWord): string {
    return `mot-${word.topic}-${this.entry().words.indexOf(word)}`;
  }

  protected decide({ topic, text }: FleetWord, meaning: Omit<FleetDecisionRequest, 'topic' | 'text'>): void {
    this.decided.emit({ topic, text, ...meaning });
  }

  protected state(word: FleetWord, state: string): void {
    const found = FLEET_STATES.find((one) => one === state);
    if (found) this.decide(word, { state: found });
  }

  protected stock(word: FleetWord, stockPlaceId: string): void {
    if (stockPlaceId !== '') this.decide(word, { stockPlaceId });
  }

  protected school(word: FleetWord, { id }: PickerOption): void {
    this.decide(word, { schoolId: id });
  }

  protected model(word: FleetWord, { id }: PickerOption): void {
    this.decide(word, { modelId: id });
  }
}
