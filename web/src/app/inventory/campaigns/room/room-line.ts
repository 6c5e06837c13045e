import { Component, computed, input } from '@angular/core';
import type { CampaignRoomItem } from '@parc/api-client';
import { FINDINGS, SIGHTINGS } from '@parc/domain';
import { type ChipWords, Icon, StateChip } from '@parc/ui';
import { equipmentPicture } from '../../equipment-words';
import { itemWords, nameOf, seenWords } from '../campaign-words';

/** One device of a room: what it is, its label, and how it was seen. */
@Component({
  selector: 'parc-campaign-room-line',
  imports: [Icon, StateChip],
  template: `
    <span class="picture"><parc-icon [name]="picture()" [size]="22" /></span>
    <span class="words">
      <strong>{{ name() }}</strong>
      <span class="muted small">{{ words() }}</span>
    </span>
    @if (chip(); as state) {
      <parc-state-chip [state]="state" />
    }
    @if (how(); as way) {
      <span class="how muted small"><parc-icon [name]="way.icon" [size]="16" /> {{ way.word }}</span>
    }
    @if (by()) {
      <span class="by muted small">{{ by() }}</span>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) auto;
      align-items: center;
      gap: 0.25rem 0.75rem;
    }

    .picture {
      display: grid;
      place-items: center;
      width: 2.5rem;
      height: 2.5rem;
      border-radius: var(--radius);
      background: var(--sunken);
    }

    .words {
      display: grid;
      overflow-wrap: anywhere;
    }

    .by {
      grid-column: 2 / -1;
    }

    .how {
      display: inline-flex;
      align-items: center;
      gap: 0.375rem;
    }
  `,
})
export class CampaignRoomLine {
  readonly item = input.required<CampaignRoomItem>();

  protected readonly name = computed(() => nameOf(this.item()));
  protected readonly words = computed(() => itemWords(this.item()));
  protected readonly by = computed(() => (this.item().finding === 'awaited' ? '' : seenWords(this.item())));
  protected readonly picture = computed(() => equipmentPicture({ picture: this.item().picture ?? '' }));
  protected readonly how = computed(() => {
    const { finding, how } = this.item();
    if (finding !== 'found' || how === null) return null;
    return { word: SIGHTINGS[how].word, icon: how === 'scan' ? ('scan' as const) : ('eye' as const) };
  });
  protected readonly chip = computed<ChipWords | null>(() => {
    const { finding } = this.item();
    if (finding === null || finding === 'found' || finding === 'awaited') return null;
    const tone = finding === 'missing' ? 'trouble' : finding === 'unknown' ? 'idle' : 'waiting';
    return { word: FINDINGS[finding].word, tone, icon: finding === 'missing' ? 'cross' : 'circle' };
  });
}
