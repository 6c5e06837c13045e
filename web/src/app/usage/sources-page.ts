import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  Api,
  usageSourcesAdd,
  usageSourcesList,
  usageSourcesMakeToken,
  type UsageSourceRequest,
  type UsageSourceRow,
  usageTokensRevoke,
} from '@parc/api-client';
import { addCalendarDays, EQUIPMENT_FAMILIES, MEASURABLE_FAMILIES, parisDateOf } from '@parc/domain';
import { Control, DayPipe, Field, Icon, Notice, StatePanel, Toasts } from '@parc/ui';
import { mutation } from '../shell/mutation';
import { asProblem } from '../shell/problem';
import { ProblemPanel } from '../shell/problem-panel';
import { reading } from '../shell/reading';

type Measurable = UsageSourceRequest['families'][number];

const TOKEN_DAYS = 366;

/** Where figures come from, and the tokens by which tools send them: each is shown once. */
@Component({
  selector: 'parc-sources-page',
  imports: [Control, DayPipe, Field, Icon, Notice, ProblemPanel, RouterLink, StatePanel],
  templateUrl: './sources-page.html',
  styleUrl: './sources-page.css',
})
export class SourcesPage {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly sources = reading({ load: () => this.api.invoke(usageSourcesList) });
  protected readonly today = parisDateOf(new Date());
  protected readonly families = (MEASURABLE_FAMILIES as Measurable[]).map((name) => ({
    name,
    word: EQUIPMENT_FAMILIES[name].word,
  }));
  protected readonly words = EQUIPMENT_FAMILIES;
  /** As long as this page is open, and nowhere else. */
  protected readonly made = signal<{ sourceId: string; secret: string; expiresOn: string } | null>(null);
  protected readonly pending = signal(false);
  protected readonly refused = signal('');
  protected readonly name = signal('');
  protected readonly arrival = signal('');
  protected readonly chosen = signal<readonly Measurable[]>([]);
  protected readonly complete = computed(() => this.name().trim() !== '' && this.chosen().length > 0);
  protected readonly adding = mutation((key, name: string, arrival: string, families: Measurable[]) =>
    this.api.invoke(usageSourcesAdd, { 'Idempotency-Key': key, body: { name, arrival, families } }),
  );

  protected measured({ families }: UsageSourceRow): string {
    return families.map((family) => EQUIPMENT_FAMILIES[family].word.toLowerCase()).join(', ');
  }

  protected holds({ revokedAt, expiresOn }: UsageSourceRow['tokens'][number]): boolean {
    return revokedAt === null && expiresOn > this.today;
  }

  protected choose(family: Measurable, chosen: boolean): void {
    const others = this.chosen().filter((one) => one !== family);
    this.chosen.set(chosen ? [...others, family] : others);
  }

  protected async add(): Promise<void> {
    if (!this.complete()) return;
    if ((await this.adding.run(this.name().trim(), this.arrival().trim(), [...this.chosen()])) === null) return;
    this.name.set('');
    this.arrival.set('');
    this.chosen.set([]);
    this.toasts.say('La source est déclarée.');
    this.sources.reload();
  }

  protected makeToken(source: UsageSourceRow): Promise<void> {
    const expiresOn = addCalendarDays(this.today, TOKEN_DAYS);
    return this.asked(async () => {
      const { secret } = await this.api.invoke(usageSourcesMakeToken, { id: source.id, body: { expiresOn } });
      this.made.set({ sourceId: source.id, secret, expiresOn });
    });
  }

  protected revoke(id: string): Promise<void> {
    return this.asked(async () => {
      await this.api.invoke(usageTokensRevoke, { id });
      this.toasts.say('Ce jeton n’ouvre plus rien.');
    });
  }

  protected async copy(secret: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(secret);
      this.toasts.say('Jeton copié');
    } catch {
      this.toasts.warn('Le jeton n’a pas pu être copié : sélectionnez-le et copiez-le vous-même.');
    }
  }

  private async asked(work: () => Promise<void>): Promise<void> {
    if (this.pending()) return;
    this.pending.set(true);
    this.refused.set('');
    try {
      await work();
      this.sources.reload();
    } catch (error) {
      this.refused.set(asProblem(error).sentence);
    } finally {
      this.pending.set(false);
    }
  }
}
