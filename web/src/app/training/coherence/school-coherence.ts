import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Api, type CoherenceModel, schoolCoherenceOfSchool } from '@parc/api-client';
import { coherenceFields, ITEM_CATEGORIES, kindsOf } from '@parc/domain';
import { counted, Icon, type IconName, StateChip, StatePanel } from '@parc/ui';
import { pictureOf } from '../../catalogue/item-words';
import { SchoolTabs } from '../../shell/school-tabs';
import { PageTitle } from '../../shell/page-title';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { Session } from '../../shell/session';
import { CoherenceWays } from './coherence-ways';
import {
  coherenceAbout,
  coherenceChip,
  coherenceTitle,
  devicesWords,
  ruleWords,
  standingWords,
  trainedWords,
} from './coherence-words';

/** More dots than this say nothing more. */
const MOST_DOTS = 20;
const HARDWARE = kindsOf(ITEM_CATEGORIES).find((each) => each === 'hardware')!;

/** One school: a line a model, what waits, who knows it, what opens it. */
@Component({
  selector: 'parc-school-coherence',
  imports: [CoherenceWays, Icon, ProblemPanel, SchoolTabs, StateChip, StatePanel],
  templateUrl: './school-coherence.html',
  styleUrl: './school-coherence.css',
})
export class SchoolCoherencePage {
  /** Of the address; without it the page is about the reader's own school. */
  readonly id = input<string>();

  private readonly api = inject(Api);
  private readonly session = inject(Session);
  protected readonly schoolId = computed(() => this.id() ?? this.session.current()?.assignment.schoolId ?? undefined);
  protected readonly tabsOf = computed(() => this.id() ?? null);
  protected readonly school = reading({
    asked: this.schoolId,
    load: (id) => this.api.invoke(schoolCoherenceOfSchool, { id }),
  });
  private readonly models = computed(() => this.school.value()?.models ?? []);
  protected readonly title = computed(() =>
    this.school.value() === null ? 'Matériel et formation' : coherenceTitle(this.models()),
  );
  protected readonly about = coherenceAbout;
  protected readonly chip = coherenceChip;
  protected readonly devices = devicesWords;
  protected readonly standing = standingWords;
  protected readonly who = trainedWords;
  protected readonly rule = ruleWords;
  protected readonly picture = ({ picture }: CoherenceModel): IconName => pictureOf({ picture, category: HARDWARE });
  protected readonly readsNames = computed(() => {
    const role = this.session.role();
    return role !== null && coherenceFields(role).names;
  });
  protected readonly namesShown = signal(false);

  /** A dot for each teacher, full for those who know the model. */
  protected readonly dots = ({ trainedHere }: CoherenceModel, teachers: number): readonly boolean[] =>
    Array.from({ length: Math.min(teachers, MOST_DOTS) }, (_, place) => place < trainedHere);

  protected namesOf({ modelId }: CoherenceModel): string {
    const trained = this.school.value()?.trained ?? [];
    return trained
      .filter((person) => person.modelId === modelId)
      .map(({ name }) => name)
      .join(', ');
  }

  protected attended(trained: number, teachers: number): string {
    const people = counted(trained, 'enseignant', 'enseignants');
    return `${people} sur ${teachers} ${trained < 2 ? 'a suivi' : 'ont suivi'} au moins une formation`;
  }

  protected enough(minTeachers: number): string {
    return minTeachers === 1
      ? 'Un enseignant formé suffit à ouvrir un modèle'
      : `${minTeachers} enseignants formés ouvrent un modèle`;
  }

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show(this.title()));
  }
}
