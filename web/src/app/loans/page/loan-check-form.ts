import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { LoanPage } from '@parc/api-client';
import { Api, equipmentByTag } from '@parc/api-client';
import {
  KIT_CONDITIONS,
  kindChoices,
  LOAN_ACTION_WORDS,
  tagAsKept,
  type KitCondition,
  type LoanAction,
} from '@parc/domain';
import { Choice, Control, counted, Field, Notice } from '@parc/ui';
import { ResumedNote } from '../../shell/kept/resumed-note';
import { typed } from '../../shell/kept/typed';
import type { Problem } from '../../shell/problem';
import type { Scan, ScanAnswer } from '../../shell/scan/scan';
import { ScanButton } from '../../shell/scan/scan-button';
import type { LoanBrings } from './loan-send';

interface CheckDraft {
  readonly seenIds: readonly string[];
  readonly condition: KitCondition;
  readonly accessoriesComplete: boolean;
  readonly note: string;
  readonly referentId: string;
}

/** At the school's door: what is in the case, ticked or scanned, in which state, and who answers for it. */
@Component({
  selector: 'parc-loan-check-form',
  imports: [Choice, Control, Field, Notice, ResumedNote, ScanButton],
  templateUrl: './loan-check-form.html',
  styleUrl: './loan-forms.css',
})
export class LoanCheckForm {
  readonly page = input.required<LoanPage>();
  readonly action = input.required<LoanAction>();
  readonly pending = input.required<boolean>();
  readonly problem = input.required<Problem | null>();
  readonly sent = output<LoanBrings>();
  readonly cancelled = output();

  private readonly api = inject(Api);
  protected readonly conditions = kindChoices(KIT_CONDITIONS);
  protected readonly words = LOAN_ACTION_WORDS;
  protected readonly answer = signal<ScanAnswer | null>(null);
  protected readonly givesOut = computed(() => this.action() === 'hand-over');
  protected readonly draft = typed<CheckDraft>({
    name: () => `${this.action()} ${this.page().id}`,
    initial: () => ({
      ...{ seenIds: [], condition: 'good', accessoriesComplete: true, note: '' },
      referentId: this.page().referentId,
    }),
    pending: this.pending,
    problem: this.problem,
  });
  protected readonly missing = computed(() => this.page().devices.length - this.draft().seenIds.length);
  protected readonly all = computed(() => this.missing() === 0);
  /** What was ticked must be whole when it leaves; what does not come back is said after. */
  protected readonly hint = computed(() => {
    if (this.page().devices.length === 0 || this.all()) return '';
    const left = counted(this.missing(), 'appareil');
    return this.givesOut()
      ? `Encore ${left} à cocher.`
      : `${left} ${this.missing() === 1 ? 'manque' : 'manquent'} au retour.`;
  });

  protected say(change: Partial<CheckDraft>): void {
    this.draft.set({ ...this.draft(), ...change });
  }

  protected tick(id: string, ticked: boolean): void {
    const others = this.draft().seenIds.filter((each) => each !== id);
    this.say({ seenIds: ticked ? [...others, id] : others });
  }

  protected tickAll(): void {
    this.say({ seenIds: this.all() ? [] : this.page().devices.map(({ equipmentId }) => equipmentId) });
  }

  /** A label of the case's own devices is known here; another one is asked for: it may be an old label. */
  protected async scan({ code }: Scan): Promise<void> {
    const known = this.page().devices.find(({ tag }) => tag === tagAsKept(code))?.equipmentId;
    const id = known ?? (await this.api.invoke(equipmentByTag, { tag: code }).catch(() => null))?.id ?? null;
    const device = this.page().devices.find(({ equipmentId }) => equipmentId === id);
    if (device) this.tick(device.equipmentId, true);
    this.answer.set(
      device
        ? { code, words: `${device.tag} est là`, tone: 'done' }
        : { code, words: 'Cet appareil n’est pas de ce prêt', tone: 'trouble' },
    );
  }

  protected send(): void {
    const { seenIds, condition, accessoriesComplete, note, referentId } = this.draft();
    const check = { seenIds: [...seenIds], condition, accessoriesComplete, note: note.trim() || null };
    this.sent.emit(this.givesOut() ? { ...check, referentId } : check);
  }
}
